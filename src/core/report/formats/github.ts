import type { Severity } from '../../model/finding.ts';
import { findingViews, ruleOf, whyLine, type FindingView } from '../finding-view.ts';
import { counted, type Formatter } from '../report.ts';
import { suppressedViews, type SuppressedView } from '../suppressed.ts';
import { printable } from '../terminal/wrap.ts';

const COMMAND: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};
/** GitHub shows this many annotations of one level for one step and drops the rest without a word. */
const SHOWN = 10;

/** GitHub's workflow commands: one annotation per finding, at most ten of a level, then how many are left. */
export const github: Formatter = (run) => {
  const accounts = run.reports.flatMap(findingViews);
  const total = (severity: Severity) =>
    accounts.filter(({ finding }) => finding.severity === severity).length;
  const off = run.reports.flatMap(suppressedViews);
  const said = off.length > 0 ? 1 : 0;
  const crowded = total('error') > SHOWN || total('warning') > SHOWN || total('info') + said > SHOWN;
  // The closing lines are themselves notices, and want a place among the ten.
  const room = new Map<Severity, number>([
    ['error', SHOWN],
    ['warning', SHOWN],
    ['info', (crowded ? SHOWN - 1 : SHOWN) - said],
  ]);
  const lines: string[] = [];
  const left = new Map<Severity, number>();
  for (const account of accounts) {
    const { severity } = account.finding;
    const free = room.get(severity) ?? 0;
    if (free > 0) lines.push(annotation(account));
    else left.set(severity, (left.get(severity) ?? 0) + 1);
    room.set(severity, free - 1);
  }
  if (crowded) lines.push(`::notice title=licet::${commandData(more(left))}`);
  if (off.length > 0) lines.push(`::notice title=licet::${commandData(turnedOff(off))}`);
  return lines.map((line) => `${line}\n`).join('');
};

/** How many findings were turned off, and by what. */
function turnedOff(off: readonly SuppressedView[]): string {
  const counts = new Map<string, number>();
  for (const { suppression } of off) counts.set(suppression.by, (counts.get(suppression.by) ?? 0) + 1);
  const by = [...counts].map(([word, count]) => `${count} by ${word}`).join(', ');
  return `${counted(off.length, 'finding')} suppressed (${by})`;
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
