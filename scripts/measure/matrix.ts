import { readFileSync } from 'node:fs';

/** A pair of a published matrix: whether a work under `upstream` may go into one under `declared`. */
export interface PublishedPair {
  readonly upstream: string;
  readonly declared: string;
  readonly says: 'yes' | 'no' | 'unknown';
}

const word = (cell: string): PublishedPair['says'] =>
  /^(?:yes|same)$/i.test(cell) ? 'yes' : /^no$/i.test(cell) ? 'no' : 'unknown';

/** SPDX's old name of a GNU license without a plus sign means that version only. */
const today = (id: string) => id.replace(/^((?:A|L)?GPL-\d\.\d)$/, '$1-only');

/** OSADL's JSON: for each leading license, what it says of each subordinate one. */
interface Osadl {
  readonly licenses: readonly {
    readonly name: string;
    readonly compatibilities: readonly { readonly name: string; readonly compatibility: string }[];
  }[];
}

/** LicenseRec's table: rows go into columns; 1 means so, 2 only side by side, 0 not at all. */
function licenseRec(text: string): PublishedPair[] {
  const [header = [], ...rows] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      [...line.matchAll(/"([^"]*)"|([^,\r]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    );
  return rows.flatMap(([upstream = '', ...cells]) =>
    cells.map((cell, index): PublishedPair => {
      const ways = cell.split(',').map((one) => one.trim());
      const says = ways.includes('1') ? 'yes' : ways.includes('0') ? 'no' : 'unknown';
      return { upstream: today(upstream), declared: today(header[index + 1] ?? ''), says };
    }),
  );
}

/**
 * A matrix as it was published: OSADL's `.json` (`matrixseqexpl.json`), LicenseRec's `.csv`
 * (`compatibility_63.csv`), or lines of upstream, declared and verdict with tabs between them.
 */
export function publishedMatrix(file: string): PublishedPair[] {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.csv')) return licenseRec(text);
  if (file.endsWith('.json'))
    return (JSON.parse(text) as Osadl).licenses.flatMap(({ name: declared, compatibilities }) =>
      compatibilities.map(({ name, compatibility }) => ({
        upstream: name,
        declared,
        says: word(compatibility),
      })),
    );
  return text.split('\n').flatMap((line) => {
    const [upstream, declared, published] = line.split('\t').map((cell) => cell.trim());
    return upstream && declared && published ? [{ upstream, declared, says: word(published) }] : [];
  });
}
