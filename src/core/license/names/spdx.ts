import parse from 'spdx-expression-parse';
import currentIds from 'spdx-license-ids/index.json' with { type: 'json' };
import oldIds from 'spdx-license-ids/deprecated.json' with { type: 'json' };

/** A license expression whose leaves are still words: what stands there is looked up elsewhere. */
export type Expression =
  | { readonly op: 'and' | 'or'; readonly of: readonly Expression[] }
  | {
      readonly op: 'leaf';
      readonly word: string;
      readonly plus: boolean;
      readonly exception: string | undefined;
    };

const MAX_LENGTH = 2000;
const MAX_LEAVES = 64;
const MAX_DEPTH = 16;

let folded: ReadonlyMap<string, string> | undefined;

/** The id on the SPDX list that `word` spells in whatever case, or `undefined`. `MIT` for `mit`. */
export function spdxId(word: string): string | undefined {
  folded ??= new Map([...oldIds, ...currentIds].map((id) => [id.toLowerCase(), id]));
  return folded.get(word.trim().toLowerCase());
}

/**
 * Whether `raw` tells an SPDX id from its other versions: it says a number of the id's own, or the list has
 * no other. "Mozilla Public License" tells MPL-1.1 and MPL-2.0 not apart, and of "Boost Software License"
 * there is one only.
 */
export function tellsVersion(raw: string, id: string): boolean {
  const [stem = '', version] = splitVersion(id);
  if (version === undefined || raw.includes(version.replace(/(?:\.0)+$/, ''))) return true;
  return ![...oldIds, ...currentIds].some(
    (other) => splitVersion(other)[0] === stem && splitVersion(other)[1] !== version,
  );
}

/** The name and the version of an SPDX id: "MPL-2.0-no-copyleft-exception" is version 2.0 of MPL. */
function splitVersion(id: string): readonly [string, string | undefined] {
  const [, stem = id, version] =
    /^(.*?)-(\d+(?:\.\d+)*[a-z]?)(?:-(?:only|or-later|no-copyleft-exception)|\+)?$/i.exec(id) ?? [];
  return [stem.toLowerCase(), version];
}

/** Operators in any case; a word between them may hold spaces ("Apache 2.0 OR MIT"). */
const PIECE = /[()]|(?<![^\s()])(?:and|or|with)(?![^\s()])/gi;

/**
 * Parses an expression after the SPDX specification, annex D, with two liberties: ids and operators in any
 * case, and words that are no SPDX id as leaves. `undefined` where it is no expression, has no operator, or
 * is deeper or longer than any honest one. Never throws.
 */
export function parseExpression(raw: string): Expression | undefined {
  if (raw.length > MAX_LENGTH) return undefined;
  const words: string[] = [];
  const pieces = piecesOf(raw);
  if (pieces.length < 2) return undefined;

  let depth = 0;
  let after = '';
  const written: string[] = [];
  for (const piece of pieces) {
    const upper = piece.toUpperCase();
    if (piece === '(' && ++depth > MAX_DEPTH) return undefined;
    if (piece === ')') depth -= 1;
    if (piece === '(' || piece === ')') written.push(piece);
    else if (upper === 'AND' || upper === 'OR' || upper === 'WITH') written.push(upper);
    else if (after === 'WITH') written.push(piece);
    else {
      // The parser knows its own list only; a reference stands for each word so that we look it up by our
      // names.
      const plus = piece.endsWith('+') && !piece.endsWith('++');
      words.push(plus ? piece.slice(0, -1) : piece);
      written.push(`${STAND_IN}-${words.length - 1}${plus ? '-plus' : ''}`);
    }
    after = upper;
  }
  if (words.length === 0 || words.length > MAX_LEAVES) return undefined;

  try {
    return expressionOf(parse(withExceptions(written)), words);
  } catch {
    return undefined;
  }
}

/** True for an SPDX id or an expression of SPDX ids and references, in whatever case. */
export function isSpdx(raw: string): boolean {
  const value = raw.trim();
  const expression = parseExpression(value);
  return expression ? leavesAreSpdx(expression) : isSpdxWord(value.replace(/\+$/, ''));
}

function leavesAreSpdx(expression: Expression): boolean {
  return expression.op === 'leaf' ? isSpdxWord(expression.word) : expression.of.every(leavesAreSpdx);
}

function isSpdxWord(word: string): boolean {
  return (
    spdxId(word) !== undefined || /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/.test(word)
  );
}

const STAND_IN = 'LicenseRef-licet';

function piecesOf(raw: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of raw.matchAll(PIECE)) {
    pieces.push(raw.slice(from, match.index), match[0]);
    from = match.index + match[0].length;
  }
  pieces.push(raw.slice(from));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/**
 * `WITH` is not allowed behind a reference, so an exception is checked behind a real id and kept in the
 * reference.
 */
function withExceptions(written: readonly string[]): string {
  const out: string[] = [];
  for (let at = 0; at < written.length; at += 1) {
    const word = written[at] ?? '';
    if (word !== 'WITH') {
      out.push(word);
      continue;
    }
    const exception = exceptionId(written[at + 1] ?? '');
    const base = out.pop();
    if (exception === undefined || base === undefined || !base.startsWith(STAND_IN))
      throw new Error('no exception');
    out.push(`${base}-with-${exception}`);
    at += 1;
  }
  return out.join(' ');
}

/**
 * How names of exceptions begin: with a capital (`Classpath-`), in capitals (`LLVM-`), in small letters
 * (`u-boot-`).
 */
function spellingsOf(word: string): readonly string[] {
  const low = word.toLowerCase();
  const head = low.split('-')[0] ?? '';
  return [
    word,
    low,
    `${head.charAt(0).toUpperCase()}${low.slice(1)}`,
    `${head.toUpperCase()}${low.slice(head.length)}`,
  ];
}

/** The spelling of a listed exception; the parser itself is asked, since it holds the list. */
function exceptionId(word: string): string | undefined {
  for (const spelling of spellingsOf(word)) {
    try {
      const parsed = parse(`GPL-2.0-only WITH ${spelling}`);
      if ('license' in parsed) return parsed.exception;
    } catch {
      continue;
    }
  }
  return undefined;
}

function expressionOf(info: parse.Info, words: readonly string[]): Expression {
  if ('conjunction' in info) {
    const op = info.conjunction;
    const parts = [info.left, info.right].map((side) => expressionOf(side, words));
    return { op, of: parts.flatMap((part) => (part.op === op ? part.of : [part])) };
  }
  const [, index, plus, exception] =
    /^LicenseRef-licet-(\d+)(-plus)?(?:-with-(.+))?$/.exec(info.license) ?? [];
  return { op: 'leaf', word: words[Number(index)] ?? '', plus: plus !== undefined, exception };
}
