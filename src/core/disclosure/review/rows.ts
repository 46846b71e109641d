import { isRecord } from '../../model/is-record.ts';
import { sha256Hex } from '../../text/sha256.ts';
import type { Disclosure } from '../disclosure.ts';
import { rowsHash, rowsOf, type Row } from '../identity.ts';
import type { RowNote, RowNotes } from './review.ts';

/** What a review signs: the rows of the facts, and their hash. The order of a run does not count. */
export interface Signed {
  readonly hash: string;
  readonly notes: RowNotes;
}

export function signedOf(disclosure: Disclosure): Signed {
  const rows = [...rowsOf(disclosure)].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { hash: rowsHash(rows), notes: new Map(rows.map((row) => [row.key, noteOf(row)])) };
}

/** One row that is not as it was. */
export interface Change {
  readonly key: string;
  readonly is: 'new' | 'gone' | 'changed';
  /** In a few words; null where there was, or is, none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What has changed between two states of the facts, row by row, in the order of the keys. */
export function changesBetween(before: RowNotes, after: RowNotes): readonly Change[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key): Change[] => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was?.digest === is?.digest) return [];
    return [
      {
        key,
        is: was === undefined ? 'new' : is === undefined ? 'gone' : 'changed',
        before: was?.gist ?? null,
        after: is?.gist ?? null,
      },
    ];
  });
}

function noteOf(row: Row): RowNote {
  return { gist: gistOf(row), digest: sha256Hex(row.text).slice(0, 16) };
}

/** Words of a row that a gist may hold: more is for the file that it was read from. */
const LONGEST = 120;

/** A row in a few words: what people compare by eye. The digest holds the rest. */
function gistOf({ part, text }: Row): string {
  const fact: unknown = JSON.parse(text);
  if (!isRecord(fact)) return '';
  const words = GIST[part](fact).filter((one) => one !== '');
  const line = words.join(', ').replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

type Fact = Readonly<Record<string, unknown>>;

const GIST: Readonly<Record<Row['part'], (fact: Fact) => readonly string[]>> = {
  subject: (fact) => [
    `license ${licenseWords(fact['license'])}`,
    ...listed('text', fact['texts'], 'license', 'file'),
    ...listed('unknown text in', fact['unknownTexts'], 'file'),
    counted('weight file', fact['weights']),
  ],
  work: (fact) => [
    relationWords(fact['relation']),
    licenseWords(fact['license']),
    word(fact['confidence']),
    ...listed('in', fact['evidence'], 'file'),
  ],
  duty: (fact) => [word(fact['state']), word(fact['how']), word(fieldOf(fact['where'], 'file'))],
  limit: (fact) => [word(fact['label']), `carried ${word(fact['carried']) || 'by nothing'}`],
  point: (fact) => [word(fact['rule']), word(fact['message'])],
  statement: (fact) => [word(fieldOf(fact['at'], 'file'))],
  answer: (fact) => [word(fact['answer']), word(fact['by']), word(fact['evidence'])],
  silence: (fact) => [Number(fact['of']) > 0 ? `${word(fact['count'])} of ${word(fact['of'])}` : 'so'],
};

const fieldOf = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);
const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function relationWords(relation: unknown): string {
  return [word(fieldOf(relation, 'is')), word(fieldOf(relation, 'part'))]
    .filter((one) => one !== '')
    .join(' ');
}

function licenseWords(license: unknown): string {
  const state = word(fieldOf(license, 'state'));
  const name = word(fieldOf(license, 'label')) || word(fieldOf(license, 'name'));
  const why = word(fieldOf(license, 'reason'));
  const said = state === 'known' ? name : [name, state, why].filter((one) => one !== '').join(' ');
  const text = word(fieldOf(license, 'textSha256'));
  return text === '' ? said : `${said} (text ${text.slice(0, 8)})`;
}

function listed(what: string, list: unknown, ...keys: readonly string[]): string[] {
  const items = Array.isArray(list) ? list : [];
  const said = items.map((one) => keys.map((key) => word(fieldOf(one, key))).join(' in '));
  return said.length === 0 ? [] : [`${what} ${[...new Set(said)].join(' and ')}`];
}

function counted(what: string, list: unknown): string {
  const count = Array.isArray(list) ? list.length : 0;
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}
