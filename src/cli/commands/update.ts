import { rules } from '../../../rules/index.ts';
import { dataDates } from '../../core/data/data-dates.ts';
import { loadConfig } from '../../node/config/load-config.ts';
import { openDataFile } from '../../node/data/data-file.ts';
import { DATA_ADDRESS } from '../../node/data/data-key.ts';
import { fetchData } from '../../node/data/fetch-data.ts';
import { shippedData } from '../../node/data/shipped-data.ts';
import { keepUpdate } from '../../node/data/keep-update.ts';
import { message } from '../../core/report/terminal/wrap.ts';
import type { Host } from '../../app/host.ts';
import { configOf, FORMAT, formatOf, json, readOptions, type CommandHost, type Outcome } from './command.ts';

export const help = `Usage: licet update [options]

Fetches the newest tables of models and data sets with one request, checks
SHA-256, signature, schema and date, and keeps them in your cache folder. licet
uses them from then on where they are newer than its own; a run with a frozen
lock or config never does. Nothing is ever fetched unless you call this.

  -f, --format NAME  text (default) or json
  -c, --config FILE  use this config (\`settings.updateFrom\` says where the
                     file is); --no-config: use none

Exit status: 0 updated, or the newest already; 1 refused or not reached, and
nothing changed; 2 usage or internal error.
`;

const OPTIONS = {
  format: FORMAT,
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Where the config says that the data is, else where the project keeps it. */
async function addressIn(config: string | false | undefined, host: Host): Promise<string> {
  if (config === false) return DATA_ADDRESS;
  const { cwd } = host;
  const { updateFrom } = await loadConfig(cwd, {
    cwd,
    rules,
    ...(config === undefined ? {} : { explicit: config }),
  });
  return updateFrom ?? DATA_ADDRESS;
}

/** `licet update`: newer tables, if they are whole, signed, of this schema and newer. */
export async function run(args: readonly string[], host: CommandHost & Host): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'update');
  if (read.is === 'refused') return read.outcome;
  if (read.values.help) return { stdout: help, stderr: '', code: 0 };
  const format = formatOf(read.values.format, ['text', 'json']);
  const address = await addressIn(configOf(read.values), host);
  const before = dataDates().models;
  const fetched = await fetchData(address);
  const opened =
    fetched.is === 'refused'
      ? fetched
      : openDataFile(fetched.bytes, (file) => shippedData.text(file), host.dataKey);
  const told = (done: string, date: string, stdout: string): Outcome => ({
    stdout: format === 'json' ? json({ update: done, date, before }) : stdout,
    stderr: '',
    code: 0,
  });
  const refused = (what: string, hint: string): Outcome => ({
    stdout: format === 'json' ? json({ update: 'refused', date: before, before, why: what }) : '',
    stderr: message(`No update: ${what}`, hint),
    code: 1,
  });
  if (opened.is === 'refused') return refused(opened.what, opened.hint);
  if (opened.date < before)
    return refused(`It is of ${opened.date}, older than the data of ${before} in use`, 'Check the address');
  if (opened.date === before)
    return told('current', before, `The data of ${before} is the newest already.\n`);
  if (!keepUpdate(host.env, [host.cwd], opened.date, opened.texts))
    return refused(
      'The cache folder is not yours alone, or not there',
      'Set `LICET_CACHE` to a folder of yours',
    );
  return told('updated', opened.date, `Updated the data of ${before} to that of ${opened.date}.\n`);
}
