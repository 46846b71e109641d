import { findingViews, ruleOf, whereOf, whyLine, type FindingView } from '../finding-view.ts';
import { displayWidth } from '../terminal/display-width.ts';
import { excerptOf } from '../excerpt.ts';
import { colorsFor, type Colors } from '../terminal/colors.ts';
import { list } from '../../evaluate/facts/terms/term-labels.ts';
import { together, type Demands } from '../demands.ts';
import { OutcomeSoFar, type Outcome } from '../outcome.ts';
import { whole, type Formatter, type Report, type StreamFormatter } from '../report.ts';
import { printable, wrap } from '../terminal/wrap.ts';

/** Clauses that are shown of one finding; of the rest the sections are named. */
const CLAUSES = 4;
/** Where the text beside `from`, `why` and `fix` begins. */
const MARGIN = 10;

/** The report for people: what, from where, why, and what to do; at its end what it comes to. */
export const stylishStream: StreamFormatter = (run, { color, width, terminal = false, quiet = false }) => {
  const p = colorsFor(color);
  const room = Math.max(40, Math.min(width, 100));
  const soFar = new OutcomeSoFar();
  let shown = false;
  return {
    add(report) {
      soFar.add(report);
      if (report.findings.length === 0) return '';
      shown = true;
      return `${block(report, { p, room, edge: terminal ? Math.max(40, width) : Infinity })}\n`;
    },
    // Silence would not tell a clean run from one that found nothing to look at.
    end: () =>
      soFar.totals.repositories === 0 || (quiet && !shown) ? '' : ending(soFar.outcome(run), p, room),
  };
};

export const stylish: Formatter = whole(stylishStream);

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
    .flatMap(([file, accounts]) => {
      const parts = together(accounts);
      const shown = (part: FindingView | Demands | undefined) =>
        part && 'members' in part ? part.members[0] : part;
      return [
        sheet.p.underline(printable(file)),
        ...parts.map((part, at) => {
          const above = shown(parts[at - 1]);
          return 'members' in part ? demands(part, above, sheet) : entry(part, above, sheet);
        }),
      ];
    })
    .join('\n');
}

/** One finding. What stood at the same place, or came by the same way, just above is not shown again. */
function entry(account: FindingView, above: FindingView | undefined, sheet: Sheet): string {
  const { p, room } = sheet;
  const pictured = isPictured(account, above);
  return [
    head(account, sheet),
    ...(pictured ? [] : picture(account, p, room)),
    ...told(pictured && above?.from === account.from ? { ...account, from: undefined } : account, p, room),
    '',
  ].join('\n');
}

/** What one upstream asks: a title, the line that names it once, and each duty with its own rule. */
function demands(group: Demands, above: FindingView | undefined, sheet: Sheet): string {
  const { p, room } = sheet;
  const { title, members, doubt, settles } = group;
  const [first] = members;
  const { from } = first;
  const open = [doubt, settles].filter((one) => one !== undefined).join('; ');
  return [
    titleLine(first, title, sheet),
    ...(isPictured(first, above) ? [] : picture(first, p, room)),
    ...(group.isNamed || from === undefined ? [] : said('from', from, p, room)),
    ...(open === '' ? [] : said('open', open, p, room)),
    ...members.flatMap((account) => [head(account, sheet), ...told(member(account, group), p, room)]),
    '',
  ].join('\n');
}

/** A finding without what the title over it says. */
function member(account: FindingView, { doubt, settles }: Demands): FindingView {
  const { todo } = account;
  const without = (text: string, end: string) => (text.endsWith(end) ? text.slice(0, -end.length) : text);
  return {
    ...account,
    from: undefined,
    whys: account.whys.map((why) => ({ ...why, title: '', says: without(why.says, ` (${doubt ?? ''})`) })),
    todo: todo && {
      ...todo,
      title: settles === undefined ? todo.title : without(todo.title, `; ${settles}`),
    },
  };
}

/** Whether the line and the mark of a finding were shown just above. */
function isPictured(account: FindingView, above: FindingView | undefined): boolean {
  return (
    above?.span !== undefined &&
    account.span !== undefined &&
    whereOf(above) === whereOf(account) &&
    above.span.end.line === account.span.end.line &&
    above.span.end.column === account.span.end.column
  );
}

function titleLine(account: FindingView, title: string, { p, edge }: Sheet): string {
  const where = printable(whereOf(account));
  const indent = displayWidth(`  ${where}  `);
  const lines = wrap(printable(title), Math.max(20, edge - indent));
  return `  ${p.dim(where)}  ${lines.map((line) => p.bold(line)).join(`\n${' '.repeat(indent)}`)}`;
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
  const left = whys.slice(CLAUSES).map(({ section }) => section);
  return [
    ...(from === undefined ? [] : said('from', from, p, room)),
    ...whys.slice(0, CLAUSES).flatMap((why) => said('why', whyLine(why), p, room)),
    ...(left.length > 0 ? said('why', `and ${list([...new Set(left)])}`, p, room) : []),
    ...(todo ? said(todo.word, todo.title, p, room) : []),
  ];
}

/** A word in the margin, and what it introduces beside it. */
function said(word: string, text: string, p: Colors, room: number): string[] {
  const [first = '', ...rest] = wrap(printable(text), room - MARGIN);
  return [
    `    ${p.bold(word)}${' '.repeat(MARGIN - 4 - word.length)}${first}`,
    ...rest.map((line) => `${' '.repeat(MARGIN)}${line}`),
  ];
}

/** What the run comes to, and below it what settles what is listed. */
function ending({ is, line, ways }: Outcome, p: Colors, room: number): string {
  const tint = is === 'errors' ? p.red : is === 'warnings' ? p.yellow : p.blue;
  const below = ways.flatMap((way) =>
    wrap(way, room - 4).map((one, at) => `${at === 0 ? '  ' : '    '}${one}`),
  );
  return [tint(p.bold(`${is === 'clean' ? '✔' : '✖'} ${line}`)), ...below, ''].join('\n');
}
