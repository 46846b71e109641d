import { isDay } from '../../../core/config/check-content.ts';
import type { TeamAnswer } from '../../../core/disclosure/disclosure.ts';
import {
  ANSWERS,
  DECISIONS,
  ROLES,
  STATED,
  type Decision,
  type Review,
  type Role,
} from '../../../core/disclosure/review/review.ts';
import { UsageError } from '../../../core/model/usage-error.ts';
import { outgoing } from '../../../core/text/outgoing.ts';

/** Letters of a name, and of a reason. */
const LONGEST_NAME = 200;
const LONGEST_NOTE = 4000;

/** A decision as it was told. */
export type Decided = Pick<Review, 'role' | 'decision' | 'by' | 'date' | 'note'>;

/** What the flags of `licet review` were given. */
interface Flags {
  readonly role?: string | undefined;
  readonly decision?: string | undefined;
  readonly by?: string | undefined;
  readonly note?: string | undefined;
  readonly date?: string | undefined;
  readonly state?: string | undefined;
  readonly answer?: string | undefined;
  readonly evidence?: string | undefined;
}

/** The decision that flags tell. Throws `UsageError` for what is missing or not understood. */
export function toldBy(flags: Flags, today: string): Decided {
  const [role, decision] = [oneOf<Role>(flags, 'role', ROLES), oneOf<Decision>(flags, 'decision', DECISIONS)];
  for (const of of ['answer', 'evidence'] as const)
    if (flags[of] !== undefined)
      throw new UsageError(`Option "--${of}" is of a statement`, 'Name it too: `--state weights`');
  return {
    role,
    decision,
    ...signedBy(flags, today),
    note: lineOf(flags.note, '--note', LONGEST_NOTE) ?? null,
  };
}

/** A text of one line; undefined where there is none. */
function lineOf(text: string | undefined, flag: string, longest: number): string | undefined {
  const line = text === undefined ? '' : outgoing(text).replace(/\s+/g, ' ').trim();
  if (line.length > longest)
    throw new UsageError(
      `Option "${flag}" has ${line.length} letters, and at most ${longest} are kept`,
      'Write less, and name the document that says more',
    );
  return line === '' ? undefined : line;
}

/** The statement that flags tell. Throws `UsageError` for what is missing or not understood. */
export function statedBy(flags: Flags, today: string): TeamAnswer {
  for (const of of ['role', 'decision'] as const)
    if (flags[of] !== undefined)
      throw new UsageError(`Option "--${of}" is of a review`, 'Record the statement first, then the review');
  const says = oneOf(flags, 'state', STATED);
  const text = lineOf(flags.note, '--note', LONGEST_NOTE) ?? null;
  if (says === 'other' && text === null)
    throw new UsageError('Option "--note" is missing', 'Say what the team states: `--note "…"`');
  if (says === 'other' && flags.answer !== undefined)
    throw new UsageError('Option "--answer" is not of `--state other`', 'Say it with `--note`');
  return {
    says,
    answer: says === 'other' ? 'yes' : oneOf(flags, 'answer', ANSWERS),
    text,
    evidence: lineOf(flags.evidence, '--evidence', LONGEST_NOTE) ?? null,
    ...signedBy(flags, today),
  };
}

/** Who says so, and when. */
function signedBy(flags: Flags, today: string): { readonly by: string; readonly date: string } {
  const by = lineOf(flags.by, '--by', LONGEST_NAME);
  if (by === undefined)
    throw new UsageError('Option "--by" is missing', 'Say who decided: `--by "Kim Minji"`');
  const date = flags.date ?? today;
  if (!isDay(date))
    throw new UsageError(`Option "--date" is "${date.slice(0, 60)}", which is no day`, 'Write `2026-11-30`');
  return { by, date };
}

/** The value of a flag that takes one of a few words. */
function oneOf<T extends string>(
  flags: Flags,
  flag: 'role' | 'decision' | 'state' | 'answer',
  known: readonly T[],
): T {
  const given = flags[flag];
  const found = known.find((one) => one === given);
  if (found !== undefined) return found;
  throw new UsageError(
    given === undefined ? `Option "--${flag}" is missing` : `Option "--${flag}" is "${given.slice(0, 60)}"`,
    `Use one of ${known.join(', ')}; \`licet review --status\` shows what is there`,
  );
}
