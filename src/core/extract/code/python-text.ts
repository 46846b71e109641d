/**
 * A stretch of a Python file that people wrote for people: a comment line or a docstring's line. Offsets in
 * UTF-16 code units.
 */
export interface Remark {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True before the first line of code. */
  readonly header: boolean;
  /** True where a class or function at the margin begins right below. */
  above: boolean;
}

/** A class that the file defines. */
export interface Definition {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface PythonText {
  readonly remarks: readonly Remark[];
  readonly classes: readonly Definition[];
  /** Names that the file imports: used, not copied. */
  readonly imported: ReadonlySet<string>;
}

const MAX_LINES = 20_000;
const MAX_LINE = 2_000;

/**
 * Takes a Python file apart, line by line: remarks, classes, imports. No parser: strings that hold code may
 * be taken for code.
 */
export function pythonText(text: string): PythonText {
  const remarks: Remark[] = [];
  const classes: Definition[] = [];
  const imported = new Set<string>();
  let header = true;
  let doc: string | undefined;
  let importing = false;
  let from = 0;
  for (let count = 0; count < MAX_LINES && from <= text.length; count++) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, Math.min(end, from + MAX_LINE));
    const lineStart = from;
    const start = from + (line.length - line.trimStart().length);
    const bare = line.trim();
    const remark = (shown: string, at: number) => {
      const inner = shown.trim();
      const start = at + shown.length - shown.trimStart().length;
      if (inner !== '') remarks.push({ text: inner, start, end: start + inner.length, header, above: false });
    };
    from = end + 1;

    const open = doc === undefined ? /^[rubf]{0,2}("""|''')/i.exec(bare) : null;
    doc ??= open?.[1];
    if (doc !== undefined) {
      const skipped = open ? open[0].length : 0;
      const rest = bare.slice(skipped);
      const close = rest.indexOf(doc);
      remark(close < 0 ? rest : rest.slice(0, close), start + skipped);
      if (close >= 0) doc = undefined;
      continue;
    }
    if (bare === '' || bare.startsWith('#')) {
      const words = bare.replace(/^#+!?/, '');
      remark(words, start + bare.length - words.length);
      continue;
    }
    header = false;
    if (/^(?:class|def|async def|@)/.test(line)) markAbove(remarks, text, lineStart);
    const trailing = bare.indexOf('# ');
    if (trailing > 0) remark(bare.slice(trailing + 1), start + trailing + 1);
    if (importing || /^(?:from\s+\S+\s+)?import\b/.test(bare)) {
      for (const [name] of bare.matchAll(/\w+/g)) imported.add(name);
      importing = goesOn(bare, importing);
      continue;
    }
    const name = /^class\s+(\w+)/.exec(bare)?.[1];
    if (name !== undefined) classes.push({ name, start, end: start + bare.length });
    // `X = OtherX` and `CLASSES = {"eager": LlamaAttention}` only use a name.
  }
  return { remarks, classes, imported };
}

/** Marks the comment lines that stand directly above the line at `at`. */
function markAbove(remarks: readonly Remark[], text: string, at: number): void {
  let below = at;
  for (let index = remarks.length - 1; index >= 0; index -= 1) {
    const remark = remarks[index];
    const between = remark === undefined ? 'x' : text.slice(remark.end, below);
    if (remark === undefined || /[^#\s]/.test(between) || /\n\s*\n/.test(between)) return;
    remark.above = true;
    below = remark.start;
  }
}

/** Whether an import goes on in the next line: in brackets, or behind a backslash. */
function goesOn(line: string, inBrackets: boolean): boolean {
  return ((inBrackets || line.includes('(')) && !line.includes(')')) || line.endsWith('\\');
}
