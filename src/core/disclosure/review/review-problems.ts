import type { Problem } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Afterthought, ReadReport } from '../../report/report.ts';
import { disclose } from '../disclose.ts';
import type { Known } from '../subject.ts';
import { readReviews } from './read-reviews.ts';
import { NO_REVIEWS, REVIEW_FILE, type Reviews } from './review.ts';
import type { Change } from './rows.ts';
import { standingOf, type Held, type Standing } from './standing.ts';

/** Letters of a row's key that a message holds; `licet review --status` has all rows. */
const LONGEST = 50;
/** What people ask for first. */
const FIRST = ['subject', 'work', 'duty', 'limit', 'point', 'statement', 'silence'];

type Said = Problem & { readonly rule: 'missing-review' | 'stale-review' };

/**
 * What is to be said of the reviews of a release. `text` is the file of its reviews, undefined where it has
 * none. A file that cannot be read is told as such: no review of it counts.
 */
export function reviewProblems(
  report: ReadReport,
  text: string | undefined,
  known: Known,
  roles: readonly string[],
): Afterthought {
  const sources = text === undefined ? [] : [{ kind: 'text' as const, file: REVIEW_FILE, text, bom: false }];
  const reviews = readOrTold(text, roles);
  if ('problem' in reviews) return { problems: [reviews.problem], sources };
  const standing = standingOf(reviews, disclose(report, { ...known, answers: reviews.answers }));
  return { problems: problemsOf(standing, report.read.facts.files.card?.file ?? 'README.md'), sources };
}

function readOrTold(
  text: string | undefined,
  roles: readonly string[],
): Reviews | { readonly problem: Said } {
  if (text === undefined) return { ...NO_REVIEWS, roles };
  try {
    return readReviews(text, REVIEW_FILE, roles);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return {
      problem: {
        rule: 'stale-review',
        at: { file: REVIEW_FILE, start: 0, end: 0 },
        message: 'No review counts, since the file of reviews cannot be read',
        fix: { title: `Correct ${error.message}`, safe: false, edits: [] },
      },
    };
  }
}

function problemsOf({ is, held, silent }: Standing, card: string): Said[] {
  const start = { file: card, start: 0, end: 0 };
  if (is === 'none')
    return [
      {
        rule: 'missing-review',
        at: start,
        message: `No review of this release is recorded${toSign(silent)}`,
        fix: {
          title: `Read \`licet dossier\`, and run \`${signing(silent[0] ?? 'legal')}\``,
          safe: false,
          edits: [],
        },
      },
    ];
  const absent = silent.map((role): Said => ({
    rule: 'missing-review',
    at: { file: REVIEW_FILE, start: 0, end: 0 },
    message: `No review "${role}" of this release is recorded, which the config asks for`,
    fix: { title: `Read \`licet dossier\`, and run \`${signing(role)}\``, safe: false, edits: [] },
  }));
  const spoken = held
    .filter(({ isReplaced }) => !isReplaced)
    .flatMap((one): Said[] => {
      if (!one.isCurrent) return [stale(one)];
      return one.review.decision === 'agree' ? [] : [open(one)];
    });
  return [...absent, ...spoken];
}

const signing = (role: string) => `licet review --role ${role} --decision agree --by NAME`;
const toSign = (roles: readonly string[]) => (roles.length === 0 ? '' : `; to sign: ${roles.join(', ')}`);

const placed = ({ review: { start } }: Held) => ({ file: REVIEW_FILE, start, end: start });
const called = ({ review: { role, date } }: Held) => `Review "${role}" of ${date}`;

/** The row that people ask for first, and how many more. */
function changed({ changes }: Held): string {
  const rank = ({ key }: Change) => FIRST.indexOf(key.split(' ')[0] ?? '');
  const [first, ...rest] = [...changes].sort((a, b) => rank(a) - rank(b));
  if (!first) return '';
  const key = first.key.length > LONGEST ? `${first.key.slice(0, LONGEST - 1)}…` : first.key;
  return `: "${key}" is ${first.is}${rest.length === 0 ? '' : `, and ${rest.length} more`}`;
}

function stale(one: Held): Said {
  return {
    rule: 'stale-review',
    at: placed(one),
    message: `${called(one)} is stale${changed(one)}`,
    fix: {
      title: 'Read `licet review --status`, review what has changed, and record it with `licet review`',
      safe: false,
      edits: [],
    },
  };
}

function open(one: Held): Said {
  return {
    rule: 'missing-review',
    at: placed(one),
    message: `${called(one)} does not agree: "${one.review.decision}"`,
    fix: { title: 'Do what the review asks, and review it anew', safe: false, edits: [] },
  };
}
