import type { Finding, Fix } from '../model/finding.ts';
import type { Edit } from '../model/place.ts';
import type { Source } from '../model/source.ts';
/** The outcome: texts by file name (only those that changed or are new), and which fixes went in. */
export interface Applied {
    readonly files: ReadonlyMap<string, string>;
    readonly fixes: readonly Fix[];
    /** Findings whose fix was left out because it would change data beyond what it says, and what. */
    readonly refused: readonly {
        readonly finding: Finding;
        readonly why: string;
    }[];
}
/** The fixes that a run may carry out: the safe ones. */
export declare const isSafe: ({ fix }: Finding) => boolean;
/**
 * Carries out the fixes of a report that `wanted` lets through, all of one fix or nothing. Where two stand in each other's
 * way the first counts; the other waits for the next run. The same edit asked for twice is made once. Offsets are those
 * of the texts given; a file that is not among them is begun empty. A fix that would change nothing is none, and one that
 * would change data beyond what it says is refused.
 */
export declare function applyFixes(texts: ReadonlyMap<string, string>, findings: readonly Finding[], wanted?: (finding: Finding) => boolean): Applied;
/** Findings whose fixes change what they say and nothing else: of any other the words stay, as a hint, and the edits go. */
export declare function withSoundFixes(findings: readonly Finding[], sources: readonly Source[]): readonly Finding[];
/** One text with edits made; of two that stand in each other's way, and of those beyond its end, the first alone. */
export declare function applyEdits(text: string, edits: readonly Edit[]): string;
