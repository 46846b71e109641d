import { sha256Hex } from '../text/sha256.ts';
import type { Disclosure, Spot } from './disclosure.ts';

/**
 * A value as canonical JSON (after RFC 8785): keys sorted by UTF-16 code units, no spaces. Numbers here are
 * whole or shares of two digits, which every writer writes alike.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

/** SHA-256 of the canonical JSON, 64 hex digits: the same for the same facts, wherever and whenever. */
export function factsHash(disclosure: Disclosure): string {
  return sha256Hex(canonicalJson(disclosure));
}

/** One fact as a review holds it: what it is about, and all of its substance as one text. */
export interface Row {
  readonly key: string;
  readonly part: 'subject' | 'work' | 'duty' | 'limit' | 'point' | 'statement' | 'answer' | 'silence';
  readonly text: string;
}

/**
 * The facts as rows that a review compares, in their order, keys unique. Left out is what changes while the
 * matter stays: lines, the day and the source of a reading, the revision read, and how severe the levels of a
 * run make a point, or who turned it off: an open point stays one.
 */
export function rowsOf(disclosure: Disclosure): readonly Row[] {
  const row = (part: Row['part'], key: string, fact: object): Row => ({
    part,
    key: `${part} ${key}`.trim(),
    text: canonicalJson(substance(fact)),
  });
  const rows = [
    row('subject', '', subjectOf(disclosure.subject)),
    ...disclosure.works.map((work) => row('work', work.key, { ...work, license: readings(work.license) })),
    ...disclosure.duties.map(({ points: _, ...duty }) => row('duty', duty.key, duty)),
    ...disclosure.limits.map((limit) => row('limit', limit.key, limit)),
    ...disclosure.points.map(({ fingerprint, rule, message, at, work, confidence }) =>
      row('point', fingerprint, { rule, message, at, work, confidence }),
    ),
    ...disclosure.statements.map((one) => row('statement', `${one.kind} ${one.text}`, one)),
    ...disclosure.answers.map(({ date: _, ...one }) =>
      row('answer', one.says === 'other' ? `other ${one.text ?? ''}` : one.says, one),
    ),
    ...disclosure.silences
      .filter(({ about }) => about !== 'revision-not-known')
      .map((one) => row('silence', one.about, one)),
  ];
  const seen = new Map<string, number>();
  return rows.map((one) => {
    const nth = (seen.get(one.key) ?? 0) + 1;
    seen.set(one.key, nth);
    return nth === 1 ? one : { ...one, key: `${one.key} (${nth})` };
  });
}

/** SHA-256 of the rows: what a review signs. A line that moves in a file does not change it. */
export function rowsHash(rows: readonly Row[]): string {
  return sha256Hex(canonicalJson(rows));
}

/** A folder's name is the machine's own, and a commit passes. */
function subjectOf(subject: Disclosure['subject']): object {
  const { name, nameFrom, license } = subject;
  return {
    ...subject,
    name: nameFrom === 'folder' ? null : name,
    nameFrom: null,
    revision: null,
    license: readings(license),
  };
}

function readings(license: Disclosure['subject']['license']): object {
  return { ...license, source: null, asOf: null, revision: null };
}

/** What is not known has no part in a row: a field that a later licet adds does not make reviews stale. */
const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** A fact without the lines at which its places stand; places that are then alike count once. */
function substance(value: unknown): unknown {
  if (Array.isArray(value)) {
    const plain: unknown[] = value.map(substance);
    return plain.filter((one, at) => {
      const text = canonicalJson(one);
      return plain.findIndex((other) => canonicalJson(other) === text) === at;
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  const isSpot = (one: object): one is Spot => 'file' in one && 'line' in one;
  const kept = isSpot(value) ? { ...value, line: null, lastLine: undefined } : value;
  return Object.fromEntries(
    Object.entries(kept)
      .filter(([, member]) => !isNothing(member))
      .map(([key, member]) => [key, substance(member)]),
  );
}
