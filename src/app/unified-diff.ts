import type { Keeps } from '../core/text/outgoing.ts';

/** Unchanged lines around a change, as `diff -u` has them. */
const CONTEXT = 3;
/** Beyond this many changed lines the middle is shown as one block: a fix changes a handful. */
const MOST_CHANGES = 400;

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** Lines with their ends, so that a diff shows what happened to a last line without one. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/**
 * Myers' greedy walk: for each number of changes, how far each diagonal gets. Undefined where there are too
 * many changes.
 */
function walk(a: readonly string[], b: readonly string[]): ReadonlyMap<number, number>[] | undefined {
  let reach = new Map<number, number>([[1, 0]]);
  const trail: ReadonlyMap<number, number>[] = [];
  for (let changes = 0; changes <= Math.min(a.length + b.length, MOST_CHANGES); changes += 1) {
    trail.push(reach);
    const next = new Map(reach);
    for (let k = -changes; k <= changes; k += 2) {
      const [below, right] = [next.get(k + 1) ?? -1, next.get(k - 1) ?? -1];
      let x = k === -changes || (k !== changes && right < below) ? below : right + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return trail;
    }
    reach = next;
  }
  return undefined;
}

function changed(a: readonly string[], b: readonly string[]): Line[] {
  const trail = walk(a, b);
  if (trail === undefined)
    return [
      ...a.map((text) => ({ mark: '-' as const, text })),
      ...b.map((text) => ({ mark: '+' as const, text })),
    ];
  const made: Line[] = [];
  let [x, y] = [a.length, b.length];
  for (let changes = trail.length - 1; changes >= 0; changes -= 1) {
    const reach = trail[changes] ?? new Map<number, number>();
    const k = x - y;
    const from =
      k === -changes || (k !== changes && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
        ? k + 1
        : k - 1;
    const oldX = reach.get(from) ?? 0;
    const oldY = oldX - from;
    while (x > oldX && y > oldY && x > 0 && y > 0) {
      made.push({ mark: ' ', text: a[x - 1] ?? '' });
      [x, y] = [x - 1, y - 1];
    }
    if (changes === 0) break;
    made.push(x === oldX ? { mark: '+', text: b[y - 1] ?? '' } : { mark: '-', text: a[x - 1] ?? '' });
    [x, y] = [oldX, oldY];
  }
  return made.reverse();
}

/** Every line of both texts, each marked: what they share at the ends is not walked. */
function compared(a: readonly string[], b: readonly string[]): Line[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  const same = (text: string): Line => ({ mark: ' ', text });
  return [
    ...a.slice(0, head).map(same),
    ...changed(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(same),
  ];
}

const shown = ({ mark, text }: Line) =>
  text.endsWith('\n') ? `${mark}${text}` : `${mark}${text}\n\\ No newline at end of file\n`;
const range = (from: number, count: number) =>
  count === 1 ? `${from + 1}` : `${count === 0 ? from : from + 1},${count}`;

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
  const lines = compared(linesOf(before ?? ''), linesOf(after));
  const near = lines.map(() => false);
  for (const [index, { mark }] of lines.entries())
    if (mark !== ' ') near.fill(true, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
  let text = `--- ${before === undefined ? '/dev/null' : headed(`a/${file}`)}\n+++ ${headed(`b/${file}`)}\n`;
  let [from, to] = [0, 0];
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (end < lines.length && near[end] === near[at]) end += 1;
    const part = lines.slice(at, end);
    const olds = part.filter(({ mark }) => mark !== '+').length;
    const news = part.filter(({ mark }) => mark !== '-').length;
    if (near[at]) text += `@@ -${range(from, olds)} +${range(to, news)} @@\n${part.map(shown).join('')}`;
    [from, to, at] = [from + olds, to + news, end];
  }
  return text;
}

/**
 * What stays of a patch when it is printed: it has to fit its file, so its words do, unless a runner
 * (GitHub's, Azure's) would hear them.
 */
export function keptIn(env: Readonly<Record<string, string | undefined>>): Keeps {
  return env['GITHUB_ACTIONS'] || env['TF_BUILD'] ? {} : { commands: 'all' };
}
