import { findingViews, ruleOf, whereOf, whyLine, type FindingView } from '../finding-view.ts';
import { displayWidth } from '../terminal/display-width.ts';
import { excerptOf } from '../excerpt.ts';
import { colorsFor, type Colors } from '../terminal/colors.ts';
import { counted, totalsOf, type Formatter, type Report, type Totals } from '../report.ts';
import { printable, wrap } from '../terminal/wrap.ts';

/** Clauses that are shown of one finding; the rest are counted. */
const CLAUSES = 4;
/** Where the text beside `from`, `why` and `fix` begins. */
const MARGIN = 10;

/** The report for people: what, from where, why, and what to do. Nothing where nothing was found. */
export const stylish: Formatter = (run, { color, width, terminal = false }) => {
  const p = colorsFor(color);
  const room = Math.max(40, Math.min(width, 100));
  const blocks = run.reports
    .filter((report) => report.findings.length > 0)
    .map((report) => block(report, { p, room, edge: terminal ? Math.max(40, width) : Infinity }));
  const totals = totalsOf(run);
  return blocks.length === 0 && totals.suppressed === 0
    ? ''
    : `${blocks.map((one) => `${one}\n`).join('')}${summary(totals, p)}\n`;
};

interface Sheet {
  readonly p: Colors;
  /** Columns for what is wrapped in any case, and those beyond which a terminal breaks a line anywhere. */
  readonly room: number;
  readonly edge: number;
}

function block(report: Report, sheet: Sheet): string {
  const files = new Map<string, FindingView[]>();
  for (const account of findingViews(report)) {
    const before = files.get(account.file);
    if (before) before.push(account);
    else files.set(account.file, [account]);
  }
  return [...files]
    .flatMap(([file, accounts]) => [
      sheet.p.underline(printable(file)),
      ...accounts.map((account, at) => entry(account, accounts[at - 1], sheet)),
    ])
    .join('\n');
}

/** One finding. What stood at the same place, or came by the same way, just above is not shown again. */
function entry(account: FindingView, above: FindingView | undefined, sheet: Sheet): string {
  const { p, room } = sheet;
  const pictured =
    above?.span &&
    account.span &&
    whereOf(above) === whereOf(account) &&
    above.span.end.line === account.span.end.line &&
    above.span.end.column === account.span.end.column;
  return [
    head(account, sheet),
    ...(pictured ? [] : picture(account, p, room)),
    ...told(pictured && above.from === account.from ? { ...account, from: undefined } : account, p, room),
    '',
  ].join('\n');
}

/** Place, severity, sentence, rule: one line, and more of them only where a terminal would break it. */
function head(account: FindingView, { p, edge }: Sheet): string {
  const { severity, message: what } = account.finding;
  const [where, rule, text] = [printable(whereOf(account)), ruleOf(account.finding), printable(what)];
  const tint = severity === 'error' ? p.red : severity === 'warning' ? p.yellow : p.blue;
  const start = `  ${p.dim(where)}  ${tint(severity)}  `;
  const indent = displayWidth(`  ${where}  ${severity}  `);
  if (indent + displayWidth(`${text}  ${rule}`) <= edge) return `${start}${text}  ${p.dim(rule)}`;
  const lines = wrap(text, Math.max(20, edge - indent));
  const fits = displayWidth(`${lines.at(-1) ?? ''}  ${rule}`) <= edge - indent;
  return (
    start + lines.join(`\n${' '.repeat(indent)}`) + (fits ? '  ' : `\n${' '.repeat(indent)}`) + p.dim(rule)
  );
}

function picture({ span }: FindingView, p: Colors, room: number): string[] {
  if (!span) return [];
  const number = String(span.start.line).padStart(5);
  const gutter = p.dim(`${' '.repeat(number.length + 1)}│`);
  const excerpt = excerptOf(span, room - number.length - 3);
  if (!excerpt) return [];
  const { before, marked, after } = excerpt;
  return [
    gutter,
    `${p.dim(`${number} │`)} ${(before + marked + after).trimEnd()}`,
    `${gutter} ${' '.repeat(displayWidth(before))}${p.bold('^'.repeat(Math.max(displayWidth(marked), 1)))}`,
  ];
}

function told({ from, whys, todo }: FindingView, p: Colors, room: number): string[] {
  const lines: string[] = [];
  const say = (word: string, text: string) => {
    const [first = '', ...rest] = wrap(printable(text), room - MARGIN);
    lines.push(
      `    ${p.bold(word)}${' '.repeat(MARGIN - 4 - word.length)}${first}`,
      ...rest.map((line) => `${' '.repeat(MARGIN)}${line}`),
    );
  };
  if (from !== undefined) say('from', from);
  for (const why of whys.slice(0, CLAUSES)) say('why', whyLine(why));
  if (whys.length > CLAUSES) say('why', `and ${counted(whys.length - CLAUSES, 'more clause')}`);
  if (todo) say(todo.word, todo.title);
  return lines;
}

function summary(totals: Totals, p: Colors): string {
  const problems = totals.errors + totals.warnings;
  const noted = totals.infos > 0 ? `, ${counted(totals.infos, 'note')}` : '';
  const notes = totals.suppressed > 0 ? `${noted}, ${totals.suppressed} suppressed` : noted;
  const fixable = totals.fixable > 0 ? `, ${totals.fixable} fixable with --fix` : '';
  if (problems === 0) return p.blue(p.bold(`✔ 0 problems${notes}${fixable}`));
  const tint = totals.errors > 0 ? p.red : p.yellow;
  return tint(
    p.bold(
      `✖ ${counted(problems, 'problem')} (${counted(totals.errors, 'error')}, ` +
        `${counted(totals.warnings, 'warning')})${notes}${fixable}`,
    ),
  );
}
