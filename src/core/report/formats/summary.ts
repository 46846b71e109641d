import { findingViews, whereOf, type FindingView } from '../finding-view.ts';
import { headline, ruleLink } from './markdown.ts';
import { cell, code, plain } from './markdown-text.ts';
import { totalsOf, type Formatter, type Run } from '../report.ts';

/**
 * GitHub takes 1 MiB of summary per step and drops a larger one whole; the rest is left for other tools of
 * the step.
 */
const LARGEST = 900 * 1024;

/**
 * The job summary of GitHub Actions: a table of the findings, the worst first within the order of the report.
 */
export const summary: Formatter = (run) => {
  const head = `## licet\n\n${headline(totalsOf(run))}\n`;
  const accounts = run.reports.flatMap(findingViews);
  if (accounts.length === 0) return head;
  const levels = (['error', 'warning', 'info'] as const).map((severity) =>
    accounts.filter(({ finding }) => finding.severity === severity),
  );
  const lines = ['', '| | where | what | why | what to do |', '|---|---|---|---|---|'];
  const encoder = new TextEncoder();
  let size = encoder.encode(head).length + 200;
  let left = 0;
  for (const account of levels.flat()) {
    const line = row(account, run);
    size += encoder.encode(line).length + 1;
    if (size > LARGEST) left += 1;
    else lines.push(line);
  }
  if (left > 0)
    lines.push(
      '',
      `${left} more are left out: a summary holds no more. The report in another format has them all.`,
    );
  return `${head}${lines.join('\n')}\n`;
};

const WORD = { error: '❌ error', warning: '⚠️ warning', info: 'ℹ️ note' } as const;

function row(account: FindingView, run: Run): string {
  const {
    finding,
    file,
    from,
    whys: [why],
    todo,
  } = account;
  const reason = [
    from === undefined ? '' : plain(from),
    why ? plain(`${why.title} ${why.section}: ${why.says}`) : '',
  ]
    .filter((part) => part !== '')
    .join('<br>');
  const cells = [
    WORD[finding.severity],
    code(`${file}:${whereOf(account)}`),
    `${plain(finding.message)}<br>${ruleLink(run, account)}`,
    reason,
    todo ? `**${todo.word}** ${plain(todo.title)}` : '',
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}
