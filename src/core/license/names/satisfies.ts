import satisfies from 'spdx-satisfies';
import { parseExpression, type Expression } from './spdx.ts';

/**
 * One license of an expression as SPDX writes it, such as `GPL-2.0-or-later WITH Classpath-exception-2.0`.
 */
function leaf({ word, plus, exception }: Extract<Expression, { op: 'leaf' }>): string {
  return `${word}${plus ? '+' : ''}${exception === undefined ? '' : ` WITH ${exception}`}`;
}

const RANGED = /\+|-or-later/;
/** GNU ids of the old list, which mean "this version only". */
const OLD_GNU = /^((?:A|L)?GPL-\d\.\d|GFDL-\d\.\d)$/;
const renewed = (id: string) => (OLD_GNU.test(id) ? `${id}-only` : id);

/**
 * Whether one license of an expression is `entry`, or a version that `entry` takes in (`GPL-3.0-only` and
 * `GPL-2.0-or-later`). Never throws: what spdx-satisfies does not know is the same only where it is written
 * the same.
 */
export function matches(license: string, entry: string): boolean {
  const [one, other] = [renewed(license), renewed(entry)];
  if (one.toLowerCase() === other.toLowerCase()) return true;
  // spdx-satisfies 6.0.0 takes every id of eight letters for "or later" (`CDDL-1.0`): its word on those is
  // worth nothing.
  if ([one, other].some((id) => id.length === 8 && !RANGED.test(id))) return false;
  try {
    return satisfies(one, [other]);
  } catch {
    return false;
  }
}

/**
 * Whether `entry` of a list of what is refused means this license. Unlike `matches`, it leaves a license that
 * only *may* become the refused one: who holds a work under `GPL-2.0-or-later` need not take `GPL-3.0-only`.
 */
export function denies(license: string, entry: string): boolean {
  if (RANGED.test(license) && !RANGED.test(entry)) return base(license) === base(entry);
  return matches(license, entry);
}

const base = (id: string) => id.toLowerCase().replace(/-only$|-or-later$|\+$/, '');

/**
 * Asks a question of each license in an SPDX expression: AND needs every answer, OR is the taker's choice. A
 * license that cannot be parsed is asked as it stands. Linear in the expression's length, where
 * spdx-satisfies alone is exponential.
 */
export function everyBranch(spdx: string, ask: (license: string) => boolean): boolean {
  const expression = parseExpression(spdx);
  return expression ? holds(expression, ask) : ask(spdx.trim());
}

function holds(expression: Expression, ask: (license: string) => boolean): boolean {
  if (expression.op === 'leaf') return ask(leaf(expression));
  return expression.op === 'and'
    ? expression.of.every((part) => holds(part, ask))
    : expression.of.some((part) => holds(part, ask));
}
