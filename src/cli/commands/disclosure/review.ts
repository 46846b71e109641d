import type { Point, TeamAnswer } from '../../../core/disclosure/disclosure.ts';
import { factsHash } from '../../../core/disclosure/identity.ts';
import { readReviews } from '../../../core/disclosure/review/read-reviews.ts';
import { DECISIONS, REVIEW_FILE, ROLES, type Accepted } from '../../../core/disclosure/review/review.ts';
import { signedOf } from '../../../core/disclosure/review/rows.ts';
import { withReview, withStatement } from '../../../core/disclosure/review/write-review.ts';
import { UsageError } from '../../../core/model/usage-error.ts';
import { counted, shownPath } from '../../../core/report/report.ts';
import { printable } from '../../../core/text/outgoing.ts';
import { reviewText } from '../../../core/disclosure/review/review-file.ts';
import type { Host } from '../../../app/host.ts';
import { save } from '../../output-file.ts';
import { FORMAT, formatOf, LINTED_HELP, readOptions, type CommandHost, type Outcome } from '../command.ts';
import { DISCLOSED, disclosuresOf, type Told } from './disclosures.ts';
import { statedBy, toldBy, type Decided } from './review-flags.ts';
import { statusOf } from './review-status.ts';

export const help = `Usage: licet review --role ROLE --decision DECISION --by NAME [options] [folder]
       licet review --state WHAT --answer ANSWER --by NAME [options] [folder]
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

  --state WHAT       record a statement of the team instead, of what no file can
                     show: weights (all initialized and trained by the team),
                     works (every work used is in the dossier), logs (training
                     logs and checkpoints are kept), or other (what --note says)
  --answer ANSWER    yes, no or in-part, of all but other; --note says in what
  --evidence WHERE   where the evidence of a statement is kept

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
  state: { type: 'string' },
  answer: { type: 'string' },
  evidence: { type: 'string' },
  date: { type: 'string' },
  status: { type: 'boolean' },
  format: FORMAT,
} as const;

/** `licet review`: records a decision, or says how decisions stand. */
export async function run(args: readonly string[], host: CommandHost & Host): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'review');
  if (read.is === 'refused') return read.outcome;
  const { values, positionals } = read;
  if (values.help) return { stdout: help, stderr: '', code: 0 };
  const entry = values.status
    ? undefined
    : values.state === undefined
      ? toldBy(values, host.today)
      : statedBy(values, host.today);
  const format = formatOf(values.format, ['text', 'json']);
  if (!values.status && values.format !== undefined)
    throw new UsageError('Option "--format" is of `licet review --status`', 'Leave it out');
  const disclosed = await disclosuresOf(positionals, values, host);
  if (!entry) return statusOf(disclosed, format);
  const [only, ...others] = disclosed.disclosures;
  if (only?.repo?.folder === undefined || others.length > 0)
    throw new UsageError(
      others.length > 0
        ? `A review is of one repository, and ${others.length + 1} were named`
        : 'A review is written into the folder of a repository, and none was named',
      'Name one folder: `licet review models/acme-8b …`',
    );
  const { file, text, said } = 'says' in entry ? await withStated(only, entry) : await recorded(only, entry);
  const unsaved = await save(host, file, text);
  if (unsaved.length > 0 || disclosed.failed)
    return { stdout: '', stderr: disclosed.told + unsaved.join(''), code: 2 };
  const stdout = `Recorded in ${printable(file)}: ${said}\n`;
  return { stdout, stderr: disclosed.told, code: 0 };
}

interface Recorded {
  readonly file: string;
  /** All of the file, with the entry. */
  readonly text: string;
  readonly said: string;
}

/** The file of reviews with a statement in it. Throws `UsageError` where it cannot be recorded. */
async function withStated({ root, repo }: Told, stated: TeamAnswer): Promise<Recorded> {
  const file = shownPath(root, REVIEW_FILE);
  const text = withStatement(await reviewText(repo), stated);
  readReviews(text, file);
  return { file, text, said: `statement "${stated.says}", ${stated.answer}` };
}

/** The file of reviews with this one in it. Throws `UsageError` where it cannot be recorded. */
async function recorded({ root, disclosure, repo }: Told, decided: Decided): Promise<Recorded> {
  const open = disclosure.points.filter(({ answer }) => answer === null);
  const accepted = decided.decision === 'agree' ? acceptedOf(open, decided.note) : [];
  const before = await reviewText(repo);
  const file = shownPath(root, REVIEW_FILE);
  const { hash, notes } = signedOf(disclosure);
  const text = withReview(before, { ...decided, rows: hash, facts: factsHash(disclosure), accepted }, notes);
  // What is written has to be what is read.
  readReviews(text, file);
  const points = accepted.length === 0 ? '' : `, ${counted(accepted.length, 'open point')} accepted`;
  return { file, text, said: `${decided.role}, ${decided.decision}${points}; signs ${hash.slice(0, 12)}` };
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
