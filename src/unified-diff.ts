/** Lines of context around a change. */
const CONTEXT = 3;

const linesOf = (text: string) => (text === '' ? [] : text.split(/(?<=\n)/));

/** A unified diff of one file, as `patch` reads it; one hunk from the first to the last changed line. Nothing where nothing changed. */
export function unifiedDiff(file: string, before: string | undefined, after: string): string {
  const [old, fresh] = [linesOf(before ?? ''), linesOf(after)];
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < fresh.length - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1;
  if (head === old.length && head === fresh.length) return '';
  const from = Math.max(0, head - CONTEXT);
  const [oldEnd, freshEnd] = [Math.min(old.length, old.length - tail + CONTEXT), Math.min(fresh.length, fresh.length - tail + CONTEXT)];
  const put = (sign: string, lines: readonly string[]) => lines.map((line) => sign + (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');
  const body = put(' ', old.slice(from, head)) + put('-', old.slice(head, old.length - tail)) + put('+', fresh.slice(head, fresh.length - tail)) + put(' ', old.slice(old.length - tail, oldEnd));
  const range = (start: number, end: number) => `${end === start ? start : start + 1},${end - start}`;
  return `--- ${before === undefined ? '/dev/null' : `a/${file}`}\n+++ b/${file}\n@@ -${range(from, oldEnd)} +${range(from, freshEnd)} @@\n${body}`;
}
