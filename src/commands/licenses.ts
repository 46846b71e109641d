import { shippedCatalogue, type Catalogue, type Entry } from '../license/catalogue.ts';
import { columns } from '../report/columns.ts';
import { json, readOptions, type Outcome, type World } from './command.ts';
import { padded } from './terms.ts';

export const help = `Usage: licet licenses [word…] [--json]

Lists the licenses that licet knows, or those whose id, name or SPDX id holds
every word. A "?" after the id: the full text was not read, so nothing that
rests on it is ever certain.

  --json   as JSON, one object for each license
`;

/** `licet licenses`: the table of what is known. */
export function run(args: readonly string[], _world: World, catalogue: Catalogue = shippedCatalogue()): Promise<Outcome> {
  const read = readOptions(args, { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }, 'licenses');
  if (read.is === 'refused') return Promise.resolve(read.outcome);
  if (read.values.help) return Promise.resolve({ stdout: help, stderr: '', code: 0 });
  const words = read.positionals.map((word) => word.toLowerCase());
  const found = catalogue.entries.filter((entry) => {
    const names = [entry.id, entry.spdx, entry.name, entry.category ?? '', entry.licensor ?? ''].join(' ').toLowerCase();
    return words.every((word) => names.includes(word));
  });
  if (read.values.json) return Promise.resolve({ stdout: json(found.map(asJson)), stderr: '', code: 0 });
  const note = `${found.length} of ${catalogue.entries.length} licenses, checked up to ${catalogue.date}\n`;
  return Promise.resolve({ stdout: found.length === 0 ? '' : table(found), stderr: note, code: found.length === 0 ? 1 : 0 });
}

function asJson({ id, name, spdx, matter, category, hub, licensor, dated, checked, verified, oneOf, duties, limits }: Entry) {
  const kinds = (terms: readonly { readonly kind: string }[]) => [...new Set(terms.map(({ kind }) => kind))];
  return { id, name, spdx, matter, category, hub, licensor, dated, checked, verified, oneOf, duties: kinds(duties), limits: kinds(limits) };
}

function table(entries: readonly Entry[]): string {
  const rows = entries.map((entry) => [entry.id + (entry.verified ? '' : ' ?'), entry.spdx, entry.category ?? 'family', [...new Set(entry.limits.map(({ kind }) => kind))].join(', ')]);
  const all = [['license', 'SPDX', 'kind', 'limits'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => columns(row[column] ?? ''))));
  return all.map((row) => `${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ').trimEnd()}\n`).join('');
}
