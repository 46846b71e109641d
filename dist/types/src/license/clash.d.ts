import type { License, Term } from '../model/license.ts';
/** One term and the license that holds it. */
export interface Held {
    readonly term: Term;
    readonly license: License;
}
export interface Clashing {
    /** The rest of the sentence, after the two licenses. */
    readonly about: string;
    /** True where it hangs on what the texts leave open. */
    readonly open: boolean;
}
/** Why two terms of two parents cannot both be kept; undefined where they can. Symmetric. */
export declare function clash(one: Held, other: Held): Clashing | undefined;
