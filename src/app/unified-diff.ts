import { structuredPatch, type StructuredPatchHunk } from 'diff';

/** Unchanged lines around a change, as `diff -u` has them. */
const CONTEXT = 3;
/** Beyond this many changed lines a file is shown as replaced: a fix changes a handful. */
const MOST_CHANGES = 400;

/** What a header bears as it stands: signs that show, parted by single blanks. */
const PLAIN = /^[^\s\p{C}\p{Z}"\\]+(?: [^\s\p{C}\p{Z}"\\]+)*$/u;
const ESCAPES = new Map([
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/**
 * A name as Git and GNU patch read it from a header. A plain one with a blank ends with a tab, or patch takes
 * it up to the blank; any other stands in quotes as in C, its odd signs as bytes in octal, so that no line of
 * it is taken for the patch's own.
 */
function headed(name: string): string {
  if (PLAIN.test(name)) return name.includes(' ') ? `${name}\t` : name;
  const octal = (sign: string) =>
    [...new TextEncoder().encode(sign)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  return `"${name.replace(/["\\]|(?! )[\s\p{C}\p{Z}]/gu, (sign) => ESCAPES.get(sign) ?? octal(sign))}"`;
}

/**
 * The change of one file as a unified diff that `patch -p1` and `git apply` take; empty where nothing
 * changed. `before` is undefined for a new file.
 */
export function unifiedDiff(file: string, before: string | undefined, after: string): string {
  if (before === after) return '';
  const options = { context: CONTEXT, maxEditLength: MOST_CHANGES };
  const made = structuredPatch('', '', before ?? '', after, undefined, undefined, options);
  const hunks = made?.hunks ?? [replaced(before ?? '', after)];
  return `--- ${before === undefined ? '/dev/null' : headed(`a/${file}`)}\n+++ ${headed(`b/${file}`)}\n${hunks
    .map(shown)
    .join('')}`;
}

function shown({ oldStart, oldLines, newStart, newLines, lines }: StructuredPatchHunk): string {
  const body = lines.map((line) => `${line}\n`).join('');
  return `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@\n${body}`;
}

/** A range of no lines stands behind the line before it. */
const range = (start: number, count: number) =>
  count === 1 ? `${start}` : `${count === 0 ? start - 1 : start},${count}`;

/** All lines of a file taken out, and all of another put in. */
function replaced(before: string, after: string): StructuredPatchHunk {
  const [olds, news] = [linesOf(before), linesOf(after)];
  return {
    oldStart: 1,
    oldLines: olds.length,
    newStart: 1,
    newLines: news.length,
    lines: [...olds.flatMap(marked('-')), ...news.flatMap(marked('+'))],
  };
}

const linesOf = (text: string) => (text === '' ? [] : text.split(/(?<=\n)/));
const marked = (mark: '-' | '+') => (line: string) =>
  line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file'];
