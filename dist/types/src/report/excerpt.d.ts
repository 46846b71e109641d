import type { Span } from './frame.ts';
/** The line a finding lies in, cut to the room there is: what stands before, the marked stretch, what stands after. */
export interface Excerpt {
    readonly line: number;
    readonly before: string;
    readonly marked: string;
    readonly after: string;
}
/** The excerpt in at most `room` columns, ready to be shown; undefined for an empty line, where there is nothing to see. */
export declare function excerptOf(span: Span, room: number): Excerpt | undefined;
