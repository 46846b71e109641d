import { dataText } from './data-source.ts';

let families: ReadonlyMap<string, number> | undefined;

function organisations(): ReadonlyMap<string, number> {
  if (families) return families;
  const list = JSON.parse(dataText('data/generated/owners.json')) as readonly (readonly string[])[];
  return (families = new Map(
    list.flatMap((names, index) => names.map((name) => [name.toLowerCase(), index] as const)),
  ));
}

/** The owner of a Hub id (`org` of `org/name`), lower case; undefined for a bare name. */
export function ownerOf(model: string): string | undefined {
  const slash = model.indexOf('/');
  return slash > 0 ? model.slice(0, slash).toLowerCase() : undefined;
}

/** Whether two Hub owners are one organisation (THUDM became zai-org). */
export function sameOwner(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return true;
  const family = organisations().get(a);
  return family !== undefined && family === organisations().get(b);
}
