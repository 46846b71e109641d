import type { TextSource } from '../model/source.ts';
/** A comment that turns rules off: where it stands, what it covers. Offsets as in `Place`. */
export interface Directive {
    readonly file: string;
    readonly start: number;
    readonly end: number;
    /** Empty for all rules; each once. */
    readonly rules: readonly string[];
    readonly reason: string;
    /** The last day on which it holds, as written. */
    readonly until: string | undefined;
    /** Whether it covers a finding at this offset. */
    covers(offset: number): boolean;
}
/** The directives of one text, and where the first of those stands that are not read any more. */
export interface Directives {
    readonly directives: readonly Directive[];
    readonly beyond: {
        readonly start: number;
        readonly end: number;
    } | undefined;
}
/** Directives in one file; nobody writes more. */
export declare const MOST = 500;
/** The directives of one text, in the comments of its format. A format without comments has none. */
export declare function directivesIn({ file, text }: TextSource): Directives;
