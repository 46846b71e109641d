import { cell, code, plain } from '../../report/formats/markdown-text.ts';
import { counted } from '../../report/report.ts';
import { printable } from '../../text/outgoing.ts';
import { isSame, type Difference } from './compare.ts';

const SAME = 'Nothing that a release discloses has changed.';

/** Lines of a difference: what, which, was, is. */
function linesOf(difference: Difference): (readonly [what: string, which: string, said: string])[] {
  const { license, cameIn, wentOut, licenses, relations, duties } = difference;
  return [
    ...(license ? [['license', 'this release', turn(license.before, license.after)] as const] : []),
    ...cameIn.map((one) => ['came in', one.name, `${one.relation}, ${one.license}`] as const),
    ...wentOut.map((one) => ['went out', one.name, `${one.relation}, ${one.license}`] as const),
    ...licenses.map((one) => ['license', one.name, turn(one.before, one.after)] as const),
    ...relations.map((one) => ['relation', one.name, turn(one.before, one.after)] as const),
    ...duties.map(
      (one) => ['duty', one.duty, turn(one.before || 'not owed', one.after || 'not owed')] as const,
    ),
  ];
}

const turn = (before: string, after: string) => `${before} -> ${after}`;

export function differenceText(difference: Difference): string {
  if (isSame(difference)) return `${SAME}\n`;
  return linesOf(difference)
    .map(([what, which, said]) => printable(`${what.padEnd(8)}  ${which}: ${said}`) + '\n')
    .join('');
}

/** For the summary of a pull request. */
export function differenceMarkdown(difference: Difference): string {
  const head = '### What this release discloses: changes';
  if (isSame(difference)) return `${head}\n\n${SAME}\n`;
  const lines = linesOf(difference);
  const rows = lines.map(
    ([what, which, said]) => `| ${what} | ${cell(code(which))} | ${cell(plain(said))} |`,
  );
  return [
    head,
    '',
    `${counted(lines.length, 'change')}.`,
    '',
    '| what | which | was -> is |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
