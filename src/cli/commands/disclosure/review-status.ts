import { DECISIONS, ROLES } from '../../../core/disclosure/review/review.ts';
import { standingOf, type Held, type Standing } from '../../../core/disclosure/review/standing.ts';
import type { Change } from '../../../core/disclosure/review/rows.ts';
import { printable } from '../../../core/text/outgoing.ts';
import { json, type Outcome } from '../command.ts';
import type { Disclosed } from './disclosures.ts';

/** `licet review --status`: how the reviews of each repository stand with today's facts. */
export function statusOf({ disclosures, told, failed }: Disclosed, format: 'text' | 'json'): Outcome {
  const all = disclosures.map(({ root, disclosure, reviews }) => ({
    root: root === '' ? '.' : root,
    standing: standingOf(reviews, disclosure),
  }));
  const stdout =
    format === 'json'
      ? json(all.map(({ root, standing }) => ({ root, ...asData(standing) })))
      : all
          .map(({ root, standing }) => (all.length > 1 ? `${printable(root)}\n` : '') + inWords(standing))
          .join('\n');
  const isDone = all.length > 0 && all.every(({ standing }) => standing.is === 'reviewed');
  return { stdout, stderr: told, code: failed ? 2 : isDone ? 0 : 1 };
}

const asData = ({ is, signed, held, silent }: Standing) => ({
  is,
  awaited: silent,
  signs: signed.hash,
  reviews: held.map(({ review, isReplaced, isCurrent, changes }) => {
    const { role, decision, by, date, note, rows, facts, accepted } = review;
    return {
      role,
      decision,
      by,
      date,
      note,
      signs: rows,
      sha256: facts,
      accepted,
      replaced: isReplaced,
      current: isCurrent,
      changes,
    };
  }),
});

const WORDS: Readonly<Record<Standing['is'], string>> = {
  reviewed: 'Reviewed: all who spoke agree to these facts',
  open: 'Open: somebody does not agree, or has not spoken',
  stale: 'Stale: the facts have changed since a review',
  none: 'Not reviewed',
};

function inWords({ is, held, silent: awaited, signed }: Standing): string {
  const counting = held.filter(({ isReplaced }) => !isReplaced);
  const silent = ROLES.filter((role) => !counting.some(({ review }) => review.role === role));
  const lines = [
    `${WORDS[is]} (${signed.hash.slice(0, 12)})`,
    ...counting.flatMap(reviewLines),
    ...(silent.length === 0
      ? []
      : [
          `No review: ${silent
            .map((one) => (awaited.includes(one) ? `${one} (asked for)` : one))
            .join(', ')}`,
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

function reviewLines({ review, isCurrent, changes }: Held): string[] {
  const { role, decision, by, date, note, accepted } = review;
  const agreed = decision === DECISIONS[0] ? '' : note === null ? '' : `: ${note}`;
  const points = accepted.length === 0 ? '' : `, ${accepted.length} accepted`;
  const head = printable(`${role}: ${decision}, ${by}, ${date}${points}${agreed}`);
  if (isCurrent) return [`${head}: current`];
  if (changes.length === 0) return [`${head}: stale (what it signed is not in the file)`];
  return [`${head}: stale`, ...changes.map(changeLine)];
}

function changeLine({ key, is, before, after }: Change): string {
  const said =
    is === 'changed' && before !== after
      ? `${before ?? ''} -> ${after ?? ''}`
      : is === 'changed'
        ? `${after ?? ''} (in what is not shown here)`
        : (after ?? before ?? '');
  return printable(`  ${is.padEnd(7)}  ${key}${said === '' ? '' : `: ${said}`}`);
}
