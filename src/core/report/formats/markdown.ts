import { findingViews, linksOf, ruleOf, whereOf, type FindingView, type Why } from '../finding-view.ts';
import { displayWidth } from '../terminal/display-width.ts';
import { excerptOf } from '../excerpt.ts';
import { code, fenced, isLinkable, plain } from './markdown-text.ts';
import {
  recordedLine,
  recordedViews,
  suppressedViews,
  type RecordedView,
  type SuppressedView,
} from '../suppressed.ts';
import { counted, pageOf, type Formatter, type Report, type Run } from '../report.ts';
import { totalsOf, type Totals } from '../totals.ts';

const WORD = { error: 'error', warning: 'warning', info: 'note' } as const;

/** The whole report as a Markdown document, for a comment, a wiki or a file. */
export const markdown: Formatter = (run) => {
  const found = run.reports.filter(
    (report) => report.findings.length + (report.suppressed?.length ?? 0) + recordedViews(report).length > 0,
  );
  const clean = run.reports.length - found.length;
  const parts = [
    '# licet report',
    headline(totalsOf(run)),
    ...found.map((report) => repository(report, run)),
  ];
  if (clean > 0 && found.length > 0)
    parts.push(
      `${counted(clean, 'more repository').replace(/repositorys$/, 'repositories')} without findings.`,
    );
  return `${parts.join('\n\n')}\n`;
};

/** The run in one sentence. */
export function headline(totals: Totals): string {
  const repositories = totals.repositories === 1 ? '1 repository' : `${totals.repositories} repositories`;
  const off = totals.suppressed > 0 ? `, ${totals.suppressed} suppressed` : '';
  if (totals.errors + totals.warnings + totals.infos === 0) return `No findings in ${repositories}${off}.`;
  const fixable = totals.fixable > 0 ? `, ${totals.fixable} fixable with \`--fix\`` : '';
  return (
    `**${counted(totals.errors, 'error')}**, ${counted(totals.warnings, 'warning')} and ` +
    `${counted(totals.infos, 'note')} in ${repositories}${fixable}${off}.`
  );
}

/** A rule's name, linked to its page where there is one. */
export function ruleLink(run: Run, { finding }: FindingView): string {
  const page = pageOf(run, finding.rule);
  const name = code(ruleOf(finding));
  return page === undefined || !isLinkable(page) ? name : `[${name}](${page})`;
}

function repository(report: Report, run: Run): string {
  const declared = report.declared ? ` · declares ${code(report.declared.raw)}` : '';
  return [
    `## ${plain(report.root === '' ? report.name : report.root)}${declared}`,
    ...findingViews(report).map((account) => entry(account, run)),
    ...listed(
      '### Suppressed',
      suppressedViews(report).map((view) => suppressed(view, run)),
    ),
    ...listed('### Recorded facts', recordedViews(report).map(recorded)),
  ].join('\n\n');
}

const listed = (title: string, items: readonly string[]) =>
  items.length === 0 ? [] : [title, items.map((item) => `- ${item}`).join('\n')];

/** What was turned off, where, by whom and on what ground: one line. */
function suppressed(view: SuppressedView, run: Run): string {
  const { finding, file, by, ground } = view;
  return (
    `${WORD[finding.severity]} ${ruleLink(run, view)} at ${code(`${file}:${whereOf(view)}`)}: ` +
    `${plain(finding.message)}. Suppressed by ${code(by)}: ${plain(ground)}`
  );
}

/** A fact that a team recorded: one line. */
export function recorded(view: RecordedView): string {
  return `${code(view.model)} under ${code(view.license)}: ${plain(recordedLine(view))}`;
}

function entry(account: FindingView, run: Run): string {
  const { finding, file, from, whys, todo } = account;
  const links = linksOf(account);
  const lines = [
    `### ${WORD[finding.severity]}: ${plain(finding.message)}`,
    '',
    `${code(`${file}:${whereOf(account)}`)} · ${ruleLink(run, account)}`,
  ];
  const picture = pictureOf(account);
  if (picture !== undefined) lines.push('', fenced(picture));
  lines.push('');
  if (from !== undefined) lines.push(`- **from** ${plain(from)}`);
  for (const why of whys)
    lines.push(`- **why** ${titleOf(why)} ${plain(why.section)}: ${plain(why.says, links)}`);
  if (todo) lines.push(`- **${todo.word}** ${plain(todo.title, links)}`);
  return lines.join('\n').trimEnd();
}

/** A clause's title, linked to the text it stands in where its address can stand in a link. */
export function titleOf({ title, url }: Why): string {
  return url !== undefined && isLinkable(url) ? `[${plain(title)}](${url})` : plain(title);
}

function pictureOf({ span }: FindingView): string | undefined {
  const excerpt = span && excerptOf(span, 100);
  if (!excerpt) return undefined;
  const { line, before, marked, after } = excerpt;
  const number = `${line} │ `;
  return (
    `${number}${(before + marked + after).trimEnd()}\n${' '.repeat(number.length - 2)}│ ` +
    `${' '.repeat(displayWidth(before))}${'^'.repeat(Math.max(displayWidth(marked), 1))}`
  );
}
