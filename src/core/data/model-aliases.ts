import { dataText } from './data-source.ts';

let shipped: ReadonlyMap<string, string> | undefined;

/** Today's id, by the old one in lower case: the first two cells of each row. */
function table(): ReadonlyMap<string, string> {
  return (shipped ??= new Map(
    dataText('data/model-aliases.tsv')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [id = '', canonical = ''] = line.split('\t', 2);
        return canonical === '' ? [] : [[id.toLowerCase(), canonical] as const];
      }),
  ));
}

/**
 * The id that the Hub uses today for a model it renamed (`gpt2` is `openai-community/gpt2`); else the id as
 * given.
 */
export function canonicalId(model: string): string {
  return table().get(model.toLowerCase()) ?? model;
}

/** Every id, the old ones too, that names the model that this one names. */
export function idsOf(model: string): string[] {
  const canonical = canonicalId(model);
  const lower = canonical.toLowerCase();
  return [
    ...(canonicalId(canonical) === canonical ? [canonical] : []),
    ...[...table()].flatMap(([id, today]) => (today.toLowerCase() === lower ? [id] : [])),
  ];
}

/** Today's ids of models that once had this name behind the slash. */
export function aliasesNamed(name: string): string[] {
  const end = `/${name.toLowerCase()}`;
  return [...table()].flatMap(([id, today]) => (`/${id}`.endsWith(end) ? [today] : []));
}

/** Whether two ids name one model on the Hub: case and renames do not count. */
export function sameModel(one: string, other: string): boolean {
  return canonicalId(one).toLowerCase() === canonicalId(other).toLowerCase();
}
