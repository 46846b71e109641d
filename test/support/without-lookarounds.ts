/** An expression of which every lookaround, however deep its groups go, is cut out. */
export function withoutLookarounds(source: string): string {
  const start = /\(\?<?[=!]/.exec(source)?.index;
  if (start === undefined) return source;
  let depth = 0;
  const signs = /\\.|\[(?:\\.|[^\]\\])*\]|[()]/g;
  signs.lastIndex = start;
  for (let sign = signs.exec(source); sign; sign = signs.exec(source)) {
    depth += sign[0] === '(' ? 1 : sign[0] === ')' ? -1 : 0;
    if (depth === 0) return source.slice(0, start) + withoutLookarounds(source.slice(signs.lastIndex));
  }
  return source;
}
