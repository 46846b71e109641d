import { nearest } from '../../../core/text/did-you-mean.ts';
import { shippedCatalogue, type Catalogue, type Entry } from '../../../core/data/catalogue.ts';
import { displayWidth } from '../../../core/report/terminal/display-width.ts';
import { printable, wrap } from '../../../core/report/terminal/wrap.ts';
import { FORMAT, formatOf, json, readOptions, usage, type Outcome, type World } from '../command.ts';
import { padded } from './terms.ts';

export const help = `Usage: licet licenses [WORD…] [options]

Lists the licenses that licet knows, or those whose id, name or SPDX id contains
every word. A "?" after the id: the full text was not read, so no finding about
that license is certain.

  --category NAME    only one category: permissive, non-commercial, …
  -f, --format NAME  text (default) or json

Exit status: 0 licenses found, 1 none found, 2 usage or internal error.
`;

const OPTIONS = {
  category: { type: 'string' },
  format: FORMAT,
  help: { type: 'boolean', short: 'h' },
} as const;

/** `licet licenses`: the table of what is known. */
export function run(
  args: readonly string[],
  world: World,
  catalogue: Catalogue = shippedCatalogue(),
): Promise<Outcome> {
  return Promise.resolve(answer(args, world, catalogue));
}

function answer(
  args: readonly string[],
  { terminal = false, width = 80 }: World,
  catalogue: Catalogue,
): Outcome {
  const read = readOptions(args, OPTIONS, 'licenses');
  if (read.is === 'refused') return read.outcome;
  if (read.values.help) return { stdout: help, stderr: '', code: 0 };
  const { category } = read.values;
  const format = formatOf(read.values.format, ['text', 'json']);
  const known = [...new Set(catalogue.entries.map(kindOf))].sort();
  if (category !== undefined && !known.includes(category)) {
    const near = nearest(category, known);
    return usage(
      `No category named "${printable(category)}"`,
      near === undefined ? `Use one of ${known.join(', ')}` : `Did you mean \`${near}\`?`,
    );
  }
  const words = read.positionals.map((word) => word.toLowerCase());
  const found = catalogue.entries
    .filter((entry) => {
      const names = [entry.id, entry.spdx, entry.name, entry.category ?? '', entry.licensor ?? '']
        .join(' ')
        .toLowerCase();
      return (
        words.every((word) => names.includes(word)) && (category === undefined || kindOf(entry) === category)
      );
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const code = found.length === 0 ? 1 : 0;
  if (format === 'json') return { stdout: json(found.map(asJson)), stderr: '', code };
  const shown = table(found, terminal ? width : Infinity);
  const note = shown.whole ? '' : '; `--format json` has their SPDX ids';
  return {
    stdout: shown.text,
    stderr:
      `${found.length} of ${catalogue.entries.length} licenses, checked up to ` +
      `${catalogue.date}${note}\n`,
    code,
  };
}

function asJson({
  id,
  name,
  spdx,
  matter,
  category,
  hub,
  licensor,
  dated,
  checked,
  verified,
  oneOf,
  duties,
  limits,
}: Entry) {
  const kinds = (terms: readonly { readonly kind: string }[]) => [...new Set(terms.map(({ kind }) => kind))];
  return {
    id,
    name,
    spdx,
    matter,
    category,
    hub,
    licensor,
    dated,
    checked,
    verified,
    oneOf,
    duties: kinds(duties),
    limits: kinds(limits),
  };
}

/** A name of several texts has no category of its own. */
const kindOf = ({ category }: Entry): string => category ?? 'family';

/**
 * The table within `edge` columns: limits wrap under each other, and where there is no room the SPDX ids are
 * left out.
 */
function table(entries: readonly Entry[], edge: number): { readonly text: string; readonly whole: boolean } {
  if (entries.length === 0) return { text: '', whole: true };
  const rows = entries.map((entry) => [
    entry.id + (entry.verified ? '' : ' ?'),
    entry.spdx,
    kindOf(entry),
    [...new Set(entry.limits.map(({ kind }) => kind))].join(', '),
  ]);
  const all = [['license', 'SPDX', 'kind', 'limits'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => displayWidth(row[column] ?? ''))));
  const narrowest = Math.max(...all.flatMap((row) => (row[3] ?? '').split(' ').map(displayWidth)));
  const whole = widths.reduce((sum, width) => sum + width + 2, 0) + narrowest <= edge;
  const kept = whole ? [1, 2] : [2];
  const rest = kept.reduce((sum, column) => sum + (widths[column] ?? 0) + 2, 0);
  // An id that is longer than what is left stands on a line of its own.
  const first = Math.max(12, Math.min(widths[0] ?? 0, edge - rest - narrowest - 2));
  const text = all.flatMap((row) => {
    const id = row[0] ?? '';
    const long = displayWidth(id) > first;
    const cells = kept.map((column) => padded(row[column] ?? '', widths[column] ?? 0));
    const start = [padded(long ? '' : id, first), ...cells].map((cell) => `${cell}  `).join('');
    const [limits = '', ...more] = wrap(row[3] ?? '', edge - displayWidth(start));
    return [
      ...(long ? [id] : []),
      start + limits,
      ...more.map((line) => ' '.repeat(displayWidth(start)) + line),
    ];
  });
  return { text: text.map((line) => `${line.trimEnd()}\n`).join(''), whole };
}
