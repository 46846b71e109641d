import { isDay } from '../../config/check-content.ts';
import { parseConfig, type Parsed } from '../../config/parse.ts';
import { isRecord } from '../../model/is-record.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { TeamAnswer } from '../disclosure.ts';
import {
  ANSWERS,
  DECISIONS,
  NO_REVIEWS,
  ROLES,
  STATED,
  type Accepted,
  type Review,
  type Reviews,
  type RowNote,
  type RowNotes,
} from './review.ts';

const VERSION = 1;
const isHash = (value: string) => /^[0-9a-f]{64}$/.test(value);
const HINT = 'Mend it by hand, or take it back from version control; `licet review` writes it';

type Path = readonly (string | number)[];

/** Values of a file of reviews, each taken as what it has to be, or refused with its line. */
class Reader {
  readonly #parsed: Parsed;

  constructor(parsed: Parsed) {
    this.#parsed = parsed;
  }

  refuse(path: Path, what: string): never {
    throw new UsageError(`${this.#parsed.spot(path)}: ${what}`, HINT);
  }

  start(path: Path): number {
    return this.#parsed.offset(path);
  }

  record(value: unknown, path: Path, what: string): Readonly<Record<string, unknown>> {
    return isRecord(value) ? value : this.refuse(path, `${what} takes keys with values`);
  }

  list(value: unknown, path: Path, what: string): readonly unknown[] {
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value : this.refuse(path, `${what} takes a list`);
  }

  text(of: Readonly<Record<string, unknown>>, key: string, path: Path): string {
    const value = of[key];
    if (value === undefined || value === null) return this.refuse(path, `A review lacks "${key}"`);
    if (typeof value !== 'string' || value.trim() === '')
      return this.refuse([...path, key], `"${key}" takes a text`);
    return value;
  }

  matching(
    of: Readonly<Record<string, unknown>>,
    key: string,
    path: Path,
    has: (value: string) => boolean,
    like: string,
  ): string {
    const value = this.text(of, key, path);
    return has(value)
      ? value
      : this.refuse([...path, key], `"${key}" is "${value.slice(0, 80)}"; it is ${like}`);
  }

  oneOf<T extends string>(
    of: Readonly<Record<string, unknown>>,
    key: string,
    path: Path,
    known: readonly T[],
  ): T {
    const value = this.text(of, key, path);
    return (
      known.find((one) => one === value) ??
      this.refuse([...path, key], `"${key}" is "${value.slice(0, 80)}"; expected one of ${known.join(', ')}`)
    );
  }
}

/**
 * Reads the text of a file of reviews. Throws `UsageError` with line and column at the first thing that is
 * not as it has to be: half a file would pass for what people signed. `roles` are those that have to agree.
 */
export function readReviews(text: string, shown: string, roles: readonly string[] = []): Reviews {
  if (/^(?:<{7}|={7}|>{7})/m.test(text))
    throw new UsageError(
      `"${shown}" holds the marks of a merge conflict`,
      'Keep the reviews of both sides: each stands for itself',
    );
  const parsed = parseConfig(text, shown, 'Review file');
  if (parsed.value === null || parsed.value === undefined) return { ...NO_REVIEWS, roles };
  const reader = new Reader(parsed);
  const file = reader.record(parsed.value, [], 'A file of reviews');
  if (file['version'] !== VERSION)
    reader.refuse(['version'], `"version" is not ${VERSION}, which is what this licet reads`);
  const reviews = reader.list(file['reviews'], ['reviews'], '"reviews"');
  const statements = reader.list(file['statements'], ['statements'], '"statements"');
  const rows = reader.record(file['rows'] ?? {}, ['rows'], '"rows"');
  return {
    roles,
    reviews: reviews.map((one, at) => reviewIn(one, ['reviews', at], reader)),
    answers: lastOfEach(statements.map((one, at) => answerIn(one, ['statements', at], reader))),
    states: new Map(Object.entries(rows).map(([hash, state]) => [hash, stateIn(state, hash, reader)])),
  };
}

/** Whoever states a thing anew takes the older word back; free statements stand side by side. */
const lastOfEach = (all: readonly TeamAnswer[]): readonly TeamAnswer[] =>
  all.filter(
    ({ says, text }, at) =>
      !all.slice(at + 1).some((later) => later.says === says && (says !== 'other' || later.text === text)),
  );

function answerIn(value: unknown, path: Path, reader: Reader): TeamAnswer {
  const of = reader.record(value, path, 'A statement');
  const maybe = (key: string) =>
    of[key] === undefined || of[key] === null ? null : reader.text(of, key, path);
  const says = reader.oneOf(of, 'says', path, STATED);
  return {
    says,
    answer: says === 'other' ? 'yes' : reader.oneOf(of, 'answer', path, ANSWERS),
    text: says === 'other' ? reader.text(of, 'text', path) : maybe('text'),
    evidence: maybe('evidence'),
    by: reader.text(of, 'by', path),
    date: reader.matching(of, 'date', path, isDay, 'a day like 2026-11-30'),
  };
}

function reviewIn(value: unknown, path: Path, reader: Reader): Review {
  const of = reader.record(value, path, 'A review');
  const accepted = reader.list(of['accepted'], [...path, 'accepted'], '"accepted"');
  return {
    role: reader.oneOf(of, 'role', path, ROLES),
    decision: reader.oneOf(of, 'decision', path, DECISIONS),
    by: reader.text(of, 'by', path),
    date: reader.matching(of, 'date', path, isDay, 'a day like 2026-11-30'),
    note: of['note'] === undefined || of['note'] === null ? null : reader.text(of, 'note', path),
    rows: reader.matching(of, 'signs', path, isHash, 'a SHA-256, 64 hex digits'),
    facts: reader.matching(of, 'sha256', path, isHash, 'a SHA-256, 64 hex digits'),
    accepted: accepted.map((one, at) => acceptedIn(one, [...path, 'accepted', at], reader)),
    start: reader.start(path),
  };
}

function acceptedIn(value: unknown, path: Path, reader: Reader): Accepted {
  const of = reader.record(value, path, 'A point');
  const text = (key: string) => reader.text(of, key, path);
  return {
    fingerprint: text('fingerprint'),
    rule: text('rule'),
    message: text('message'),
    reason: text('reason'),
  };
}

/** A row is kept as `gist @ digest`. */
function stateIn(value: unknown, hash: string, reader: Reader): RowNotes {
  const path = ['rows', hash];
  const rows = Object.entries(reader.record(value, path, 'A state'));
  return new Map(
    rows.map(([key, said]): [string, RowNote] => {
      const found = typeof said === 'string' ? /^([^]*) @ ([0-9a-f]{16})$/.exec(said) : null;
      if (!found) return reader.refuse([...path, key], 'A row is written `in a few words @ 16 hex digits`');
      return [key, { gist: found[1] ?? '', digest: found[2] ?? '' }];
    }),
  );
}
