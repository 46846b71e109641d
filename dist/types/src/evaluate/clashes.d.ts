import type { Owed } from '../model/finding.ts';
export { beginsWith } from '../license/name-prefix.ts';
/** Two terms of two upstreams that cannot both be kept. */
export interface Clash {
    readonly one: Owed;
    readonly other: Owed;
    /** The rest of the sentence, after the two licenses. */
    readonly about: string;
}
/** Every pair of owed terms that no name, and no license, can satisfy together. */
export declare function clashesAmong(owed: readonly Owed[]): Clash[];
/** Whether `name` is the name of an upstream of the licensor's own, under any of its ids, whole or with more behind it: `Meta-Llama-3-8B-GGUF`. */
export declare function keepsLicensorsName({ ancestor, license }: Owed, name: string): boolean;
