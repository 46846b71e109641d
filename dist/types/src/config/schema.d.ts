import type { Written } from './config.ts';
/** What is wrong with a config, and where: the way of keys to it. */
export interface Trouble {
    readonly path: readonly (string | number)[];
    readonly what: string;
    /** The words that would have been understood there. */
    readonly known: readonly string[];
    readonly word: string;
    /** What to do where no word is near. */
    readonly hint?: string;
}
/** Holds a value against the shipped schema. The first trouble is enough to say. */
export declare function troubleIn(value: unknown): Trouble | undefined;
/** Whether a value has the form of a config; the shipped schema says what that is. */
export declare function isWritten(value: unknown): value is Written;
