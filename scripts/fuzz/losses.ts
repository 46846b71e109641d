/** What a fix did beyond what fixes may do, read without licet's own readers. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, parseDocument } from 'yaml';

export type Files = ReadonlyMap<string, Buffer>;

const FRONT = /^\ufeff?\s*---(?:\r*\n|\r)([^]*?)(?:\r*\n|\r)---[ \t]*(?:\r*\n|$)/;
/** Words that a license loses its meaning without. */
const RIDERS = /non-?comm|(?<![a-z])nc(?![a-z])|no-?deriv|(?<![a-z])(?:nd|with|only|except|and)(?![a-z])/gi;
/** Keys whose values a fix respells. */
const RESPELLED: ReadonlySet<string> = new Set(['license', 'base_model', 'datasets', 'license_name']);

interface Front {
  readonly count: number;
  readonly data: ReadonlyMap<unknown, unknown>;
}

/** The front matter as data, or undefined where it is not read as a mapping. */
function frontOf(card: string): Front | undefined {
  const [, block] = FRONT.exec(card) ?? [];
  if (block === undefined) return undefined;
  try {
    const document = parseDocument(block, { uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
    const data = document.toJS({ mapAsMap: true }) as Map<unknown, unknown>;
    return { count: document.contents.items.length, data };
  } catch {
    return undefined; // aliases of nothing, or of too much
  }
}

/** The text below the front matter, also where its lines end with two carriage returns. */
const bodyOf = (card: string) => card.replace(FRONT, '');
const ridersOf = (value: unknown) => (JSON.stringify(value) ?? '').match(RIDERS)?.length ?? 0;
const itemsOf = (value: unknown) => (Array.isArray(value) ? value.length : 1);

/**
 * One word; of an end of line by two carriage returns the first belongs to the value, before the blank of a
 * fold too.
 */
const isName = (value: unknown) =>
  typeof value === 'string' && !/\s/.test(value.replace(/^(?:\r+ )+|\r+$/g, ''));

/** Keys under which a base that is written as a mapping names itself. */
const OWN_NAMES: ReadonlySet<unknown> = new Set(['name', 'model', 'path']);

/** A mapping of the same keys in which nothing but the name was written anew. */
function isMapRespelled(key: string, was: ReadonlyMap<unknown, unknown>, is: unknown): boolean {
  if (!(is instanceof Map) || is.size !== was.size) return false;
  return [...was].every(
    ([inner, value]) =>
      is.has(inner) &&
      (isDeepStrictEqual(is.get(inner), value) ||
        (OWN_NAMES.has(inner) && isRespelled(key, value, is.get(inner)))),
  );
}

/** A value that a fix wrote as a name, or several, and nothing of it was lost. */
function isRespelled(key: string, was: unknown, is: unknown): boolean {
  if (!RESPELLED.has(key) || is === undefined) return false;
  if (was instanceof Map) return isMapRespelled(key, was, is);
  if (Array.isArray(was) && was.some((one) => one instanceof Map))
    return (
      Array.isArray(is) &&
      is.length === was.length &&
      was.every((one, nth) => isDeepStrictEqual(one, is[nth]) || isRespelled(key, one, is[nth]))
    );
  const named = Array.isArray(is) ? is.some(isName) : isName(is);
  return named && ridersOf(is) >= ridersOf(was) && itemsOf(is) === itemsOf(was);
}

/** What front matter lost; where a person named the fix, only keys may not go. */
function lostData(was: Front, is: Front | undefined, named: boolean): string[] {
  if (is === undefined || is.count < was.count) return ['lost a key'];
  if (named) return [];
  const fresh = [...is.data].filter(([key]) => !was.data.has(key));
  return [...was.data].flatMap(([key, value]) => {
    const now = is.data.get(key);
    const same = (other: unknown, one: unknown) =>
      isDeepStrictEqual(one, value) || isRespelled(String(other), value, one);
    const renamed = !is.data.has(key) && fresh.some(([other, one]) => same(other, one));
    return renamed || same(key, now)
      ? []
      : [`changed ${JSON.stringify(value)} of ${String(key)} to ${JSON.stringify(now)}`];
  });
}

/** What is gone or changed after a fix; `named` where rules were asked for whose fixes are not safe. */
export function lossesOf(before: Files, after: Files, named: boolean): string[] {
  const losses: string[] = [];
  for (const [name, bytes] of before) {
    const now = after.get(name);
    const say = (what: string) => losses.push(`--fix ${what} in ${JSON.stringify(name)}`);
    if (now === undefined) say('removed all');
    else if (!now.equals(bytes)) {
      const [was, is] = [bytes.toString('utf8'), now.toString('utf8')];
      const front = frontOf(was);
      if (front !== undefined) lostData(front, frontOf(is), named).forEach(say);
      if (!bodyOf(is).includes(bodyOf(was).trimEnd())) say('changed the text');
    }
  }
  return losses;
}
