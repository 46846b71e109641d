import { writeTable } from '../../app/batch/write-table.ts';
import { isDay } from '../../core/config/check-content.ts';
import { message } from '../../core/report/terminal/wrap.ts';
import { readOptions, streamsOf, usage, type CommandHost, type Outcome } from './command.ts';

export const help = `Usage: licet index [options] < records.ndjson > models.tsv

Writes a table of the models that a stream of records tells of: license, bases
and date, one line a model, sorted. \`licet batch --index models.tsv\` asks it for
upstreams. The records are those of \`licet batch\`.

  --as-of DATE  the day of the records; needed unless each has lastModified
`;

const OPTIONS = {
  'as-of': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `licet index`: NDJSON in, a sorted table out. */
export async function run(args: readonly string[], host: CommandHost): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'index');
  if (read.is === 'refused') return read.outcome;
  const { 'as-of': asOf, help: asked } = read.values;
  if (asked) return { stdout: help, stderr: '', code: 0 };
  const [word] = read.positionals;
  if (word !== undefined)
    return usage(`Command "index" reads its standard input, not "${word}"`, `Run \`licet index < ${word}\``);
  if (asOf !== undefined && !isDay(asOf))
    return usage(`Option "--as-of" takes a date, not "${asOf.slice(0, 40)}"`, 'Write it as 2026-11-30');
  const { input, output } = streamsOf(host);
  const { rows, passedOver, undated } = await writeTable(input, asOf, output);
  if (undated !== undefined)
    return usage(`Line ${undated} has no \`lastModified\``, 'Say the day of all records with `--as-of DATE`');
  return { stdout: '', stderr: message(`${rows} models, ${passedOver} lines passed over`), code: 0 };
}
