import { dataText } from '../license/data.ts';
import { rowsOf } from './tsv.ts';

let table: ReadonlyMap<string, string> | undefined;

/** The id that the Hub uses today for a model it renamed (`gpt2` is `openai-community/gpt2`); else the id as given. */
export function canonicalId(model: string): string {
  table ??= new Map(rowsOf(dataText('model-aliases.tsv')).map((row) => [(row['id'] ?? '').toLowerCase(), row['canonical'] ?? '']));
  return table.get(model.toLowerCase()) || model;
}

/** Whether two ids name one model on the Hub: case and renames do not count. */
export function sameModel(one: string, other: string): boolean {
  return canonicalId(one).toLowerCase() === canonicalId(other).toLowerCase();
}
