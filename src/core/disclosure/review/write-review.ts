import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import { UsageError } from '../../model/usage-error.ts';
import type { TeamAnswer } from '../disclosure.ts';
import type { Review, RowNotes } from './review.ts';

const HEAD =
  ' Who reviewed this release, and what they saw. `licet review` writes this file;\n' +
  " `licet review --status` holds it against today's facts, and so do the rules missing-review and\n" +
  ' stale-review.';

/** Wider than any line: a text of a person stays one line, so that a change of it is one in the diff. */
const NO_FOLDING = { lineWidth: 0 } as const;

/**
 * The text of a file of reviews with one more behind the others; comments and what else stands in it stay.
 * `text` has been read by `readReviews`; undefined where there is no file yet. Throws `UsageError` for what a
 * person has to mend first.
 */
export function withReview(text: string | undefined, review: Omit<Review, 'start'>, notes: RowNotes): string {
  const document = documentOf(text);
  added(document, 'reviews', entryOf(review));
  if (empty(document.get('rows'))) document.set('rows', document.createNode({}));
  const rows = document.get('rows');
  if (!isMap(rows))
    throw new UsageError('"rows" is no map of its own', 'Write out what its alias stands for');
  rows.flow = false;
  const said = [...notes].map(([key, { gist, digest }]) => [key, `${gist} @ ${digest}`]);
  rows.set(review.rows, document.createNode(Object.fromEntries(said)));
  return document.toString(NO_FOLDING);
}

/** The same with one more statement of the team. */
export function withStatement(text: string | undefined, statement: TeamAnswer): string {
  const document = documentOf(text);
  const { says, answer, text: words, evidence, by, date } = statement;
  added(document, 'statements', {
    says,
    ...(says === 'other' ? {} : { answer }),
    ...(words === null ? {} : { text: words }),
    ...(evidence === null ? {} : { evidence }),
    by,
    date,
  });
  return document.toString(NO_FOLDING);
}

const empty = (value: unknown) => value === null || value === undefined;

function documentOf(text: string | undefined): Document {
  const document = parseDocument(text ?? '');
  if (!isMap(document.contents)) {
    document.contents = document.createNode({ version: 1 }) as never;
    document.commentBefore ??= HEAD;
  }
  return document;
}

/** Puts an entry behind those of a list. */
function added(document: Document, key: 'reviews' | 'statements', entry: object): void {
  if (empty(document.get(key))) document.set(key, document.createNode([]));
  const list = document.get(key);
  if (!isSeq(list))
    throw new UsageError(`"${key}" is no list of its own`, 'Write out what its alias stands for');
  list.flow = false;
  document.addIn([key], document.createNode(entry));
}

function entryOf({ role, decision, by, date, note, rows, facts, accepted }: Omit<Review, 'start'>): object {
  return {
    role,
    decision,
    by,
    date,
    ...(note === null ? {} : { note }),
    signs: rows,
    sha256: facts,
    ...(accepted.length === 0 ? {} : { accepted }),
  };
}
