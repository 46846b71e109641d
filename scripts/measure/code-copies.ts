/**
 * Makes copies of Python files as someone makes them who does not want them known: valid Python all of them.
 * An edit that leaves a bracket or a string open turns the rest of a file inside out, which no copier's does.
 */

/** Numbers from 0 to 1, the same in every run. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One line of code; `alone`: a statement by itself, which may go or get a neighbor. */
interface Line {
  readonly text: string;
  readonly alone: boolean;
  /** In a string over several lines: not to be touched. */
  readonly fixed: boolean;
  /** It begins in such a string. */
  readonly within: boolean;
}

const KEYWORDS = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield ' +
    'None True False self cls super'
  ).split(' '),
);
const COMPOUND = new RegExp(
  String.raw`^\s*(?:@|(?:${[
    'class|def|async|if|for|while|with|else|elif|try|except|finally',
    'return|yield|pass|raise|break|from|import|global',
  ].join('|')})\b)`,
);
const TOKEN = /[rbfu]{0,2}("""|''')|[rbfu]{0,2}(["'])|#[^\n]*|\n|[([{]|[)\]}]/gi;

/** Where a string ends that is open at `at`. */
function stringEnd(text: string, at: number, quote: string): number {
  let end = at;
  while (end < text.length && !text.startsWith(quote, end)) end += text[end] === '\\' ? 2 : 1;
  return Math.min(text.length, end + quote.length);
}

/** The lines of code: comments, doc strings and blank lines dropped. */
function codeLines(text: string): Line[] {
  const lines: Line[] = [];
  const token = new RegExp(TOKEN.source, TOKEN.flags);
  let [depth, open, held, from] = [0, 0, false, 0];
  let code = '';
  const end = (fixed: boolean) => {
    const whole = !held && open === 0 && depth === 0;
    const alone = whole && !fixed && /^\s/.test(code) && !COMPOUND.test(code) && !/[:\\]\s*$/.test(code);
    if (code.trim() !== '') lines.push({ text: code.trimEnd(), alone, fixed: fixed || held, within: held });
    code = '';
  };
  for (let hit = token.exec(text); hit !== null; hit = token.exec(text)) {
    code += text.slice(from, hit.index);
    from = token.lastIndex;
    const quote = hit[1] ?? hit[2];
    if (quote !== undefined) {
      from = stringEnd(text, from, quote);
      token.lastIndex = from;
      const rest = /^[^\S\n]*(?:#[^\n]*)?(?=\n|$)/.exec(text.slice(from, from + 200));
      const doc = depth === 0 && code.trim() === '' && rest !== null;
      const parts = (doc ? '' : text.slice(hit.index, from)).split('\n');
      if (doc && !goesOn(text, from, code.length)) code += 'pass';
      parts.forEach((part, nth) => {
        if (nth > 0) {
          end(true);
          held = true;
        }
        code += part;
      });
    } else if (hit[0] === '\n') {
      end(false);
      [open, held] = [depth, false];
    } else if (!hit[0].startsWith('#')) {
      depth = Math.max(0, depth + (/[([{]/.test(hit[0]) ? 1 : -1));
      code += hit[0];
    }
  }
  code += text.slice(from);
  end(false);
  return lines;
}

/** Whether code as far in as `indent` follows: a doc string is then not all that its body holds. */
function goesOn(text: string, at: number, indent: number): boolean {
  const next = /\n([^\S\n]*)(?=[^\s#])/.exec(text.slice(at));
  return next !== null && (next[1] ?? '').length >= indent;
}

/** Parts that begin at a given depth of indentation, in another order; what stands before the first stays. */
function shuffled(lines: readonly Line[], begins: RegExp, next: () => number): Line[][] {
  const parts: Line[][] = [[]];
  let decorated = false;
  for (const line of lines) {
    const starts = !line.within && begins.test(line.text);
    if (starts && !decorated) parts.push([]);
    if (starts) decorated = line.text.trimStart().startsWith('@');
    parts.at(-1)?.push(line);
  }
  const [head = [], ...rest] = parts;
  for (let at = rest.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [rest[at], rest[other]] = [rest[other] ?? [], rest[at] ?? []];
  }
  return [head, ...rest];
}

/** A file's lines of code, the family renamed, header, comments and doc strings dropped. */
export function bareCopy(text: string, family: string): Line[] {
  const stem = new RegExp(family.split('_')[0] ?? family, 'gi');
  return codeLines(text).map((line) => ({
    ...line,
    text: line.text.replace(stem, (found) => (/^[A-Z]/.test(found) ? 'Zentrix' : 'zentrix')),
  }));
}

/** Definitions and methods in another order. */
export function reordered(lines: readonly Line[], next: () => number): Line[] {
  return shuffled(lines, /^(?!else\b|elif\b|except\b|finally\b)[^\s)\]}]/, next).flatMap((part) => {
    const at = part.findIndex(({ text: one }) => one.startsWith('class '));
    return at < 0 ? part : shuffled(part, /^ {4}(?:@|def |async def )/, next).flat();
  });
}

const STRING = String.raw`[rbfu]{0,2}"(?:[^"\\]|\\.)*"|[rbfu]{0,2}'(?:[^'\\]|\\.)*'`;
const WORD = new RegExp(String.raw`${STRING}|\b[A-Za-z_]\w*`, 'g');

/** A line with its names replaced, those of the language and what stands in strings aside. */
function withNames(line: string, name: (word: string) => string): string {
  return line.replace(WORD, (word) => (/^\w+$/.test(word) && !KEYWORDS.has(word) ? name(word) : word));
}

function withOneName(line: string, next: () => number): string {
  let count = 0;
  withNames(line, (word) => {
    count += 1;
    return word;
  });
  const chosen = Math.floor(next() * count);
  let at = -1;
  return withNames(line, (word) => {
    at += 1;
    return at === chosen ? `${word}_v` : word;
  });
}

/**
 * How a line is edited. `one`: one name is another one. `line`: it goes, gets a neighbor, or all of its
 * names are others. `mixed`: one in two as the first, one in two as the second.
 */
export type Way = 'one' | 'mixed' | 'line';

/** A share of the lines edited. */
export function edited(lines: readonly Line[], share: number, way: Way, next: () => number): Line[] {
  return lines.flatMap((line, nth): Line[] => {
    if (line.fixed || /^\s*(?:@|from|import)/.test(line.text) || next() >= share) return [line];
    if (way === 'one' || (way === 'mixed' && next() < 0.5))
      return [{ ...line, text: withOneName(line.text, next) }];
    const indent = /^\s*/.exec(line.text)?.[0] ?? '';
    const which = line.alone ? next() : 1;
    if (which < 0.2) return [{ ...line, text: `${indent}pass` }];
    if (which < 0.4)
      return [line, { ...line, text: `${indent}extra_${nth} = options_${nth}.value + ${nth}` }];
    return [{ ...line, text: withNames(line.text, (word) => `${word}_v`) }];
  });
}

/**
 * Every local, argument and attribute of its own another name, the same everywhere. What is imported
 * keeps its name, and so does what a function of another library is handed by name.
 */
export function renamed(lines: readonly Line[]): Line[] {
  const kept = (line: Line) => line.fixed || /^\s*(?:@|from|import)/.test(line.text);
  const imported = new Set(lines.filter(kept).flatMap(({ text }) => text.match(/\w+/g) ?? []));
  const names = new Map<string, string>();
  const own = new RegExp(
    String.raw`${STRING}|(?<=\bself\.)[a-z_]\w*|(?<![.\w])[a-z_]\w*\b(?!\s*\(|=[^=])`,
    'g',
  );
  const other = (word: string) => {
    if (!/^\w+$/.test(word) || KEYWORDS.has(word) || imported.has(word)) return word;
    const known = names.get(word) ?? `name_${names.size}`;
    names.set(word, known);
    return known;
  };
  return lines.map((line) => (kept(line) ? line : { ...line, text: line.text.replace(own, other) }));
}

/**
 * So many lines of code in a row, from anywhere in a file: valid Python. The lines of a string that goes over
 * several are no code, and a piece neither begins nor ends within one; imports are none either.
 */
export function pieceOf(lines: readonly Line[], many: number, next: () => number): Line[] {
  const code = lines.filter(({ text, within }) => within || !/^(?:from|import)\b/.test(text));
  let from = Math.floor(next() * Math.max(1, code.length - many));
  while (code[from]?.within === true) from -= 1;
  let [to, count] = [from, 0];
  for (; to < code.length && (count < many || code[to]?.within === true); to += 1)
    if (code[to]?.within !== true) count += 1;
  return code.slice(from, to);
}

export const textOf = (lines: readonly Line[]): string => `${lines.map(({ text }) => text).join('\n')}\n`;
