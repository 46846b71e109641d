import type { Severity } from '../../model/finding.ts';
import { findingViews, ruleOf, whyLine, type FindingView } from '../finding-view.ts';
import { counted, whole, type Formatter, type StreamFormatter } from '../report.ts';
import { suppressedViews } from '../suppressed.ts';
import { printable } from '../terminal/wrap.ts';

const COMMAND: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};
/** GitHub shows this many annotations of one level for one step and drops the rest without a word. */
const SHOWN = 10;

/** GitHub's workflow commands: one annotation per finding, at most ten of a level, then how many are left. */
export const githubStream: StreamFormatter = () => {
  // How many are shown hangs on how many there are: the first ten of a level wait for the end.
  const first: { readonly severity: Severity; readonly line: string }[] = [];
  const total: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const off = new Map<string, number>();
  return {
    add(report) {
      for (const account of findingViews(report)) {
        const { severity } = account.finding;
        total[severity] += 1;
        if (total[severity] <= SHOWN) first.push({ severity, line: annotation(account) });
      }
      for (const { suppression } of suppressedViews(report))
        off.set(suppression.by, (off.get(suppression.by) ?? 0) + 1);
      return '';
    },
    end: () => ended(first, total, off),
  };
};

export const github: Formatter = whole(githubStream);

function ended(
  first: readonly { readonly severity: Severity; readonly line: string }[],
  total: Readonly<Record<Severity, number>>,
  off: ReadonlyMap<string, number>,
): string {
  const said = off.size > 0 ? 1 : 0;
  const crowded = total.error > SHOWN || total.warning > SHOWN || total.info + said > SHOWN;
  // The closing lines are themselves notices, and want a place among the ten.
  const room = { error: SHOWN, warning: SHOWN, info: (crowded ? SHOWN - 1 : SHOWN) - said };
  const left = new Map<Severity, number>();
  for (const severity of ['error', 'warning', 'info'] as const)
    if (total[severity] > room[severity]) left.set(severity, total[severity] - room[severity]);
  const shown: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const lines = first.filter(({ severity }) => (shown[severity] += 1) <= room[severity]);
  return [
    ...lines.map(({ line }) => line),
    ...(crowded ? [`::notice title=licet::${commandData(more(left))}`] : []),
    ...(off.size > 0 ? [`::notice title=licet::${commandData(turnedOff(off))}`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** How many findings were turned off, and by what. */
function turnedOff(off: ReadonlyMap<string, number>): string {
  const by = [...off].map(([word, count]) => `${count} by ${word}`).join(', ');
  const all = [...off.values()].reduce((sum, one) => sum + one, 0);
  return `${counted(all, 'finding')} suppressed (${by})`;
}

function more(left: ReadonlyMap<Severity, number>): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    left.has(severity) ? [counted(left.get(severity) ?? 0, COMMAND[severity])] : [],
  );
  const all = [...left.values()].reduce((sum, one) => sum + one, 0);
  return `${all} more in the summary (${parts.join(', ')})`;
}

function annotation(account: FindingView): string {
  const { finding, file, span } = account;
  const properties: [string, string | number][] = [['file', file.replace(/^(?:\.\/)+/, '')]];
  if (span) {
    properties.push(['line', span.start.line], ['endLine', span.end.line]);
    // Columns mean something to GitHub only within one line.
    if (span.start.line === span.end.line)
      properties.push(['col', span.start.column], ['endColumn', span.end.column]);
  }
  properties.push(['title', ruleOf(finding)]);
  const said = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${COMMAND[finding.severity]} ${said}::${commandData(messageOf(account))}`;
}

function messageOf({ finding, key, from, whys, todo }: FindingView): string {
  const lines = [`${finding.message}${key === undefined ? '' : ` (key ${key})`}`];
  if (from !== undefined) lines.push(`from: ${from}`);
  for (const why of whys.slice(0, 3)) lines.push(`why: ${whyLine(why)}`);
  if (whys.length > 3) lines.push(`why: and ${counted(whys.length - 3, 'more clause')}`);
  if (todo) lines.push(`${todo.word}: ${todo.title}`);
  return lines.map(printable).join('\n');
}

/** The message of a command, as the runner unescapes it. */
export function commandData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** A property of a command. */
function property(text: string): string {
  return commandData(printable(text)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
