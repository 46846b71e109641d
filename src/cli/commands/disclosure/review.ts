import { isDay } from '../../../core/config/check-content.ts';
import type { Point } from '../../../core/disclosure/disclosure.ts';
import { factsHash } from '../../../core/disclosure/identity.ts';
import { readReviews } from '../../../core/disclosure/review/read-reviews.ts';
import {
  DECISIONS,
  REVIEW_FILE,
  ROLES,
  type Accepted,
  type Decision,
  type Review,
  type Role,
} from '../../../core/disclosure/review/review.ts';
import { signedOf } from '../../../core/disclosure/review/rows.ts';
import { withReview } from '../../../core/disclosure/review/write-review.ts';
import { UsageError } from '../../../core/model/usage-error.ts';
import { counted, shownPath } from '../../../core/report/report.ts';
import { outgoing, printable } from '../../../core/text/outgoing.ts';
import { reviewText } from '../../../app/disclosure/review-file.ts';
import type { Host } from '../../../app/host.ts';
import { save } from '../../output-file.ts';
import { FORMAT, formatOf, LINTED_HELP, readOptions, type CommandHost, type Outcome } from '../command.ts';
import { DISCLOSED, disclosuresOf, type Told } from './disclosures.ts';
import { statusOf } from './review-status.ts';

export const help = `Usage: licet review --role ROLE --decision DECISION --by NAME [options] [folder]
       licet review --status [options] [file, folder, glob, hf:org/name …]

Records that somebody looked at a release: a decision about the facts that
\`licet dossier\` shows, in ${REVIEW_FILE} beside the model card. A review
is of these facts; when one changes, it is stale. It silences no finding.

  --role ROLE        ${ROLES.join(', ')}
  --decision WHAT    ${DECISIONS.join(', ')}
  --by NAME          who decided
  --note TEXT        why; whoever agrees while points are open says why they may
                     stay so, and each stands in the dossier with this reason
  --date DAY         the day of the decision (default: today)

  --status           print who reviewed what, and row by row what has changed
                     since; writes nothing
  -f, --format NAME  of --status: text (default) or json

  --revision SHA     the commit of the folder
${LINTED_HELP}

The rules missing-review and stale-review ask for it in a lint; the preset
publish makes both errors.

Exit status: 0 recorded, or with --status reviewed and current; 1 with --status
where a review is missing, open or stale; 2 usage or internal error.
`;

const OPTIONS = {
  ...DISCLOSED,
  role: { type: 'string' },
  decision: { type: 'string' },
  by: { type: 'string' },
  note: { type: 'string' },
  date: { type: 'string' },
  status: { type: 'boolean' },
  format: FORMAT,
} as const;

/** Letters of a name, and of a reason. */
const LONGEST_NAME = 200;
const LONGEST_NOTE = 4000;

/** `licet review`: records a decision, or says how decisions stand. */
export async function run(args: readonly string[], host: CommandHost & Host): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'review');
  if (read.is === 'refused') return read.outcome;
  const { values, positionals } = read;
  if (values.help) return { stdout: help, stderr: '', code: 0 };
  const told = values.status ? undefined : toldBy(values, host.today);
  const format = formatOf(values.format, ['text', 'json']);
  if (told && values.format !== undefined)
    throw new UsageError('Option "--format" is of `licet review --status`', 'Leave it out');
  const disclosed = await disclosuresOf(positionals, values, host);
  if (!told) return statusOf(disclosed, format);
  const [only, ...others] = disclosed.disclosures;
  if (only?.repo?.folder === undefined || others.length > 0)
    throw new UsageError(
      others.length > 0
        ? `A review is of one repository, and ${others.length + 1} were named`
        : 'A review is written into the folder of a repository, and none was named',
      'Name one folder: `licet review models/acme-8b …`',
    );
  const { file, text, accepted, signs } = await recorded(only, told);
  const unsaved = await save(host, file, text);
  if (unsaved.length > 0 || disclosed.failed)
    return { stdout: '', stderr: disclosed.told + unsaved.join(''), code: 2 };
  const points = accepted === 0 ? '' : `, ${counted(accepted, 'open point')} accepted`;
  const said = `${told.role}, ${told.decision}${points}; signs ${signs.slice(0, 12)}`;
  const stdout = `Recorded in ${printable(file)}: ${said}\n`;
  return { stdout, stderr: disclosed.told, code: 0 };
}

/** A decision as it was told. */
type Decided = Pick<Review, 'role' | 'decision' | 'by' | 'date' | 'note'>;

interface Flags {
  readonly role?: string | undefined;
  readonly decision?: string | undefined;
  readonly by?: string | undefined;
  readonly note?: string | undefined;
  readonly date?: string | undefined;
}

/** The decision that flags tell. Throws `UsageError` for what is missing or not understood. */
function toldBy(flags: Flags, today: string): Decided {
  const oneOf = <T extends string>(flag: 'role' | 'decision', known: readonly T[]): T => {
    const found = known.find((one) => one === flags[flag]);
    if (found !== undefined) return found;
    const given = flags[flag];
    throw new UsageError(
      given === undefined ? `Option "--${flag}" is missing` : `Option "--${flag}" is "${given.slice(0, 60)}"`,
      `Use one of ${known.join(', ')}; \`licet review --status\` shows what is there`,
    );
  };
  const [role, decision] = [oneOf<Role>('role', ROLES), oneOf<Decision>('decision', DECISIONS)];
  const by = lineOf(flags.by, '--by', LONGEST_NAME);
  if (by === undefined)
    throw new UsageError('Option "--by" is missing', 'Say who decided: `--by "Kim Minji"`');
  const date = flags.date ?? today;
  if (!isDay(date))
    throw new UsageError(`Option "--date" is "${date.slice(0, 60)}", which is no day`, 'Write `2026-11-30`');
  return { role, decision, by, date, note: lineOf(flags.note, '--note', LONGEST_NOTE) ?? null };
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

/** The file of reviews with this one in it. Throws `UsageError` where it cannot be recorded. */
async function recorded({ root, disclosure, repo }: Told, decided: Decided) {
  const open = disclosure.points.filter(({ answer }) => answer === null);
  const accepted = decided.decision === 'agree' ? acceptedOf(open, decided.note) : [];
  const before = await reviewText(repo);
  const file = shownPath(root, REVIEW_FILE);
  const { hash, notes } = signedOf(disclosure);
  const text = withReview(before, { ...decided, rows: hash, facts: factsHash(disclosure), accepted }, notes);
  // What is written has to be what is read.
  readReviews(text, file);
  return { file, text, accepted: accepted.length, signs: hash };
}

function acceptedOf(open: readonly Point[], note: string | null): Accepted[] {
  const [is, it] = open.length === 1 ? ['is', 'it'] : ['are', 'them'];
  if (open.length > 0 && note === null)
    throw new UsageError(
      `${counted(open.length, 'point')} ${is} open, and to agree is to accept ${it}: ` +
        `"${open[0]?.message ?? ''}"`,
      'Say why with `--note`, or decide `after-changes`',
    );
  return open.map(({ fingerprint, rule, message }) => ({ fingerprint, rule, message, reason: note ?? '' }));
}
