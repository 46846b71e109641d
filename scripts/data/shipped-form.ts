import {
  BEGINNING,
  TABLES,
  catalogueOf,
  type Entry,
  type Head,
  type Positions,
} from '../../src/core/data/catalogue.ts';
import { makeTables } from '../../src/core/data/name-tables.ts';

/**
 * The two texts in which a catalogue ships: an entry a line, and the tables that lead to them
 * (`src/core/data/catalogue.ts`).
 */
export function shippedForm(entries: readonly Entry[]): {
  readonly licenses: string;
  readonly names: string;
} {
  const lines = entries.map((entry) => JSON.stringify(entry));
  const starts = [2];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + Buffer.byteLength(line) + 2);
  const at = new Map(entries.map((entry, index) => [entry, index]));
  const { date } = catalogueOf(entries);
  const tables = makeTables(catalogueOf(entries));
  const beginnings = Object.fromEntries(
    TABLES.map((name) => [
      name,
      [...new Set([...tables[name].keys()].map((key) => key.slice(0, BEGINNING)))].sort(),
    ]),
  ) as unknown as Head['beginnings'];
  const head: Head = {
    date,
    ids: entries.map(({ id }) => id),
    starts,
    hub: Object.fromEntries(entries.flatMap(({ hub }, index) => hub.map((value) => [value, index]))),
    beginnings,
  };
  const positions = TABLES.flatMap((name) =>
    beginnings[name].map((beginning): Positions =>
      Object.fromEntries(
        [...tables[name]].flatMap(([key, found]) => {
          const all = found.map((entry) => at.get(entry) ?? -1);
          return key.slice(0, BEGINNING) === beginning
            ? [[key, all.length === 1 ? (all[0] ?? -1) : all]]
            : [];
        }),
      ),
    ),
  );
  return {
    licenses: `[\n${lines.join(',\n')}\n]\n`,
    names: `${[head, ...positions].map((one) => JSON.stringify(one)).join('\n')}\n`,
  };
}
