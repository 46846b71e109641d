import { placeOf } from '../evaluate/evaluate.ts';
import { section } from '../evaluate/words.ts';
import type { Finding } from '../model/finding.ts';
import { wayTo } from '../model/lineage.ts';
import { framer, type Span } from './frame.ts';
import { paint, type Paint } from './paint.ts';
import { shownPath, totalsOf, type Formatter, type Report } from './report.ts';
import { columns, printable, wrap } from './wrap.ts';

const SEVERITY = { error: 'error', warn: 'warn', info: 'info' } as const;
/** Longest stretch of a source line that is shown. */
const SHOWN = 100;

/** The report for people: what, from where, why, and what to do. */
export const stylish: Formatter = (run, { color, width }) => {
  const p = paint(color);
  const room = Math.max(60, Math.min(width, 100));
  const blocks = run.reports.filter((report) => report.findings.length > 0).map((report) => block(report, p, room));
  const totals = totalsOf(run);
  if (totals.errors + totals.warnings + totals.infos === 0) return '';
  return `${blocks.join('\n')}\n${summary(totals, p)}\n`;
};

function block(report: Report, p: Paint, room: number): string {
  const frame = framer(report.sources);
  const files = new Map<string, Finding[]>();
  for (const finding of report.findings) files.set(placeOf(finding).file, [...(files.get(placeOf(finding).file) ?? []), finding]);
  return [...files].map(([file, findings]) => `${p.underline(printable(shownPath(report.root, file)))}\n${findings.map((finding) => entry(finding, frame(placeOf(finding)), p, room)).join('\n')}`).join('\n');
}

function entry(finding: Finding, span: Span | undefined, p: Paint, room: number): string {
  const place = placeOf(finding);
  const where = span ? `${span.start.line}:${span.start.column}` : 'key' in place ? place.key : '-';
  const tint = finding.severity === 'error' ? p.red : finding.severity === 'warn' ? p.yellow : p.blue;
  const sure = finding.confidence === 'certain' ? '' : ` (${finding.confidence})`;
  const head = `  ${p.dim(printable(where))}  ${tint(SEVERITY[finding.severity])}  ${printable(finding.what)}  ${p.dim(finding.rule + sure)}`;
  return [head, ...excerpt(span, p), ...told(finding, p, room), ''].join('\n');
}

function excerpt(span: Span | undefined, p: Paint): string[] {
  if (!span || span.text.trim() === '') return [];
  const number = String(span.start.line);
  const gutter = ' '.repeat(number.length + 4);
  const from = span.start.column - 1 > SHOWN / 2 ? span.start.column - 1 - 20 : 0;
  const text = (from > 0 ? '…' : '') + span.text.slice(from, from + SHOWN) + (span.text.length > from + SHOWN ? '…' : '');
  const before = text.slice(0, span.start.column - 1 - from + (from > 0 ? 1 : 0));
  const length = span.end.line === span.start.line ? span.end.column - span.start.column : span.text.length - span.start.column + 1;
  const marked = text.slice(before.length, before.length + Math.max(length, 1));
  return [
    p.dim(`${gutter}│`),
    `${p.dim(`    ${number} │`)} ${printable(text)}`,
    `${p.dim(`${gutter}│`)} ${' '.repeat(columns(printable(before)))}${p.bold('^'.repeat(Math.max(columns(printable(marked)), 1)))}`,
  ];
}

function told(finding: Finding, p: Paint, room: number): string[] {
  const { because, also = [], why, fix } = finding;
  const lines: string[] = [];
  const say = (word: string, text: string) => {
    const [first = '', ...rest] = wrap(printable(text), room - 10);
    lines.push(`    ${p.bold(word.padEnd(4))}  ${first}`, ...rest.map((line) => `          ${line}`));
  };
  if (because) {
    const as = because.ancestor.resolution.is === 'found' && because.ancestor.resolution.from !== 'name' && because.ancestor.resolution.asOf ? ` (${because.license.id}, as of ${because.ancestor.resolution.asOf})` : ` (${because.license.id})`;
    say('from', `this model → ${wayTo(because.ancestor)}${as}`);
    for (const owed of [because, ...also].slice(0, 4)) say('why', `${owed.license.name} ${section(owed.term.section)}: ${owed.term.says}${owed.term.when ? `; ${owed.term.when}` : ''}${owed.open ? ' (open whether this reaches here)' : ''}`);
    if (also.length > 3) say('', `and ${also.length - 3} more`);
  }
  if (why) for (const clause of why.clauses.slice(0, 4)) say('why', `${why.title} ${section(clause.section)}: ${clause.says}`);
  if (fix) say(fix.safe && fix.edits.length > 0 ? 'fix' : 'hint', fix.title);
  return lines;
}

function summary(totals: ReturnType<typeof totalsOf>, p: Paint): string {
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const problems = totals.errors + totals.warnings;
  const notes = totals.infos > 0 ? `, ${count(totals.infos, 'note')}` : '';
  const fixable = totals.fixable > 0 ? `, ${totals.fixable} fixable with --fix` : '';
  const tint = totals.errors > 0 ? p.red : totals.warnings > 0 ? p.yellow : p.blue;
  return tint(p.bold(`✖ ${count(problems, 'problem')} (${count(totals.errors, 'error')}, ${count(totals.warnings, 'warning')})${notes}${fixable}`));
}
