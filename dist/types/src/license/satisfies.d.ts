/**
 * Whether one license of an expression is `entry`, or a version that `entry` takes in (`GPL-3.0-only` and `GPL-2.0-or-later`).
 * Never throws: what spdx-satisfies does not know is the same only where it is written the same.
 */
export declare function matches(license: string, entry: string): boolean;
/**
 * Whether `entry` of a list of what is refused means this license. Unlike `matches`, it leaves a license that only *may* become
 * the refused one: who holds a work under `GPL-2.0-or-later` need not take `GPL-3.0-only`.
 */
export declare function denies(license: string, entry: string): boolean;
/**
 * Asks a question of each license in an SPDX expression: AND needs every answer, OR is the taker's choice. A license that
 * cannot be parsed is asked as it stands. Linear in the expression's length, where spdx-satisfies alone is exponential.
 */
export declare function everyBranch(spdx: string, ask: (license: string) => boolean): boolean;
