import { shippedCatalogue, type Catalogue, type Entry } from '../../../core/data/catalogue.ts';
import { identify, identityLabel, spdxOf } from '../../../core/license/names/identify.ts';
import type { Identity, License } from '../../../core/model/license.ts';
import { remoteTarget } from '../../../core/hub/remote-target.ts';
import { snapshot } from '../../../core/resolve/snapshot.ts';
import { printable } from '../../../core/report/terminal/wrap.ts';
import { FORMAT, formatOf, json, readOptions, usage, type CommandHost, type Outcome } from '../command.ts';
import { fileAnswer } from './license-file.ts';
import { nearestLicense } from '../suggest.ts';
import { indented, padded, row, termLines } from './terms.ts';

export const help = `Usage: licet license ID, NAME, EXPRESSION, ADDRESS or FILE [options]

Shows the obligations and restrictions of a license in plain words, each with
its clause and source. For a file: which license's text it is and how it
differs. For the address of a model on the Hub: the license of that model, as of
the data that licet ships.

  -f, --format NAME  text (default) or json

Exit status: 0 known, 1 unknown, 2 usage or internal error.
`;

/**
 * `licet license\`: what a name means or what a file is. A name that is known goes before a file of that
 * name.
 */
export async function run(
  args: readonly string[],
  host: CommandHost,
  catalogue: Catalogue = shippedCatalogue(),
): Promise<Outcome> {
  const read = readOptions(args, { format: FORMAT, help: { type: 'boolean', short: 'h' } }, 'license');
  if (read.is === 'refused') return read.outcome;
  if (read.values.help) return { stdout: help, stderr: '', code: 0 };
  const query = read.positionals.join(' ').trim();
  if (query === '')
    return usage(
      '`licet license` needs a name or a file',
      'Try `licet license apache-2.0`; `licet licenses` lists them all',
    );

  const asJson = formatOf(read.values.format, ['text', 'json']) === 'json';
  const found = await meant(query, catalogue);
  if (found.is === 'unknown') {
    const text = await host.readFile(query);
    if (text !== undefined) return fileAnswer(query, text, catalogue, asJson);
  }
  const stdout = asJson ? json(nameJson(query, found)) : nameText(query, found, catalogue, host.width ?? 80);
  const near = found.is === 'unknown' ? nearestLicense(query, catalogue) : undefined;
  return {
    stdout,
    stderr:
      found.is !== 'unknown'
        ? ''
        : near === undefined
          ? 'Run `licet licenses WORD` to search\n'
          : `Did you mean \`${near}\`?\n`,
    code: found.is === 'unknown' ? 1 : 0,
  };
}

/** What the words mean; an address on the Hub that is no license's own means the license of that model. */
async function meant(query: string, catalogue: Catalogue): Promise<Identity> {
  const found = identify(query, undefined, catalogue);
  if (found.is !== 'unknown') return found;
  const target = remoteTarget(query);
  if (target?.kind !== 'model') return found;
  const model = await snapshot(catalogue).find(target.id);
  return model.is === 'found' ? model.license : found;
}

function nameJson(query: string, found: Identity) {
  return {
    query,
    is: found.is,
    ...(found.is === 'known' ? { id: found.license.id } : {}),
    spdx: spdxOf(found),
    ...(found.is === 'unclear' ? { oneOf: found.oneOf.map(({ id }) => id) } : {}),
    ...(found.is === 'expression' ? { op: found.op, of: found.of.map(identityLabel) } : {}),
    ...(found.is === 'known' ? { license: termsOf(found.license) } : {}),
  };
}

const termsOf = ({
  id,
  name,
  spdx,
  matter,
  hub,
  licensor,
  owners,
  url,
  dated,
  checked,
  source,
  verified,
  adapters,
  duties,
  limits,
  relicensing,
  notes,
}: License) => ({
  id,
  name,
  spdx,
  matter,
  hub,
  licensor,
  owners,
  url,
  dated,
  checked,
  source,
  verified,
  ...(adapters === undefined ? {} : { adapters }),
  duties,
  limits,
  relicensing,
  notes,
});

function nameText(query: string, found: Identity, catalogue: Catalogue, width: number): string {
  switch (found.is) {
    case 'known':
      return licenseText(found.license, catalogue.byId(found.license.id), width);
    case 'unclear': {
      const widest = Math.max(...found.oneOf.map(({ id }) => id.length));
      return (
        `"${printable(query)}" may mean several texts:\n` +
        `${found.oneOf.flatMap(({ id, name }) => row(padded(id, widest), name, width)).join('\n')}\n`
      );
    }
    case 'expression': {
      const choice = found.op === 'or' ? 'the recipient chooses one' : 'all of these apply';
      const head = printable(`${identityLabel(found)}: ${choice}`);
      const parts = found.of.map((part) => nameText(identityLabel(part), part, catalogue, width));
      return `${head}\n\n${parts.join('\n')}`;
    }
    case 'unknown':
      return `No license named "${printable(query)}"\n`;
  }
}

function licenseText(license: License, entry: Entry | undefined, width: number): string {
  const facts = [
    license.spdx,
    entry?.category ?? '',
    license.licensor === undefined ? '' : `from ${license.licensor}`,
    license.dated === undefined ? '' : `dated ${license.dated}`,
  ].filter((one) => one !== '');
  const lines = [
    ...indented(license.name, 0, width),
    ...indented(`${license.id} · ${facts.join(' · ')}`, 0, width),
  ];
  if (license.url !== undefined) lines.push(license.url);
  const part = (title: string, body: readonly string[]) => (body.length === 0 ? [] : ['', title, ...body]);
  lines.push(
    ...part(
      'Obligations when distributing',
      license.duties.flatMap((term) => termLines(term, width)),
    ),
  );
  lines.push(
    ...part(
      'Restrictions on use',
      license.limits.flatMap((term) => termLines(term, width)),
    ),
  );
  lines.push(...part('Adapters (LoRA)', adapterLines(license, width)));
  lines.push(...part('May move to, or be combined under', passagesOf(license, width)));
  lines.push(
    ...part(
      'Notes',
      license.notes.flatMap((note) => indented(note, 2, width)),
    ),
  );
  const sure = license.verified ? '' : '; the full text was not read, so no finding about it is certain';
  lines.push('', ...indented(`Our reading, checked ${license.checked}: ${license.source}${sure}`, 0, width));
  return `${lines.join('\n')}\n`;
}

function adapterLines({ adapters }: License, width: number): string[] {
  if (adapters === undefined) return [];
  const { reached, section, summary } = adapters;
  const said = reached === 'certain' ? 'reached by the words' : 'left open by the words';
  return indented(`${said} (${section}): ${summary}`, 2, width);
}

/** Passages that rest on one clause stand together: GPL ids come in threes. */
function passagesOf(license: License, width: number): string[] {
  const byClause = new Map<string, { ids: string[]; says: string }>();
  for (const { to, section, summary: says, when } of license.relicensing) {
    const sentence = `${says}${when === undefined ? '' : `; only if ${when}`} (${section})`;
    const group = byClause.get(sentence) ?? { ids: [], says: sentence };
    group.ids.push(to);
    byClause.set(sentence, group);
  }
  return [...byClause.values()].flatMap(({ ids, says }) => [
    ...indented(ids.join(', '), 2, width),
    ...indented(says, 4, width),
  ]);
}
