import { HEADER, keyOf, rowOf } from '../../core/batch/model-row.ts';
import { LONGEST_LINE, readLine } from '../../core/batch/record.ts';
import { linesOf, textOf } from '../../node/batch/lines.ts';

/** What a table of models was made of. */
export interface TableMade {
  readonly rows: number;
  /** Lines of which nothing is known: no UTF-8, no record, no model's id, a card that cannot be read. */
  readonly passedOver: number;
  /** The first line that tells no date, where none was given for all. */
  readonly undated?: number;
}

/** Rows that are handed on together. */
const AT_ONCE = 2000;

/**
 * Writes the table of models that a stream of records tells of, sorted by id. Of two rows of one model the
 * one that was modified last stands, of two alike the later one. All rows are held until the stream ends:
 * some 150 bytes for each model.
 */
export async function writeTable(
  input: AsyncIterable<Uint8Array>,
  asOf: string | undefined,
  write: (text: string) => Promise<boolean>,
): Promise<TableMade> {
  const rows = new Map<string, { readonly row: string; readonly asOf: string }>();
  let passedOver = 0;
  for await (const { number, bytes } of linesOf(input, LONGEST_LINE)) {
    const text = bytes === undefined ? undefined : textOf(bytes);
    if (text?.trim() === '') continue;
    const read = text === undefined ? undefined : readLine(text);
    const made = read?.is === 'record' ? rowOf(read.record, asOf) : ({ is: 'nothing' } as const);
    if (made.is === 'undated') return { rows: 0, passedOver, undated: number };
    if (made.is === 'nothing') {
      passedOver += 1;
      continue;
    }
    const key = keyOf(made.row);
    const before = rows.get(key);
    if (before === undefined || before.asOf <= made.asOf) rows.set(key, made);
  }
  const sorted = [...rows.keys()].sort();
  let more = await write(`${HEADER}\n`);
  for (let from = 0; more && from < sorted.length; from += AT_ONCE) {
    const part = sorted.slice(from, from + AT_ONCE).map((key) => `${rows.get(key)?.row ?? ''}\n`);
    more = await write(part.join(''));
  }
  return { rows: sorted.length, passedOver };
}
