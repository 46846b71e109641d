import type { Relation } from '../model/lineage.ts';
/** In lower case: of each list, every text that holds certain words has at least one. */
export type Stems = readonly (readonly string[])[];
/** Whether a text, in lower case, may hold the words that the stems belong to. */
export declare function mayHold(lower: string, stems: Stems): boolean;
/** An expression that is compiled only for a text that may hold its words. */
export type Gated = Pick<RegExp, 'exec' | 'test'>;
/** What words before or behind a model's name say of it. */
export interface Cue {
    readonly pattern: RegExp;
    readonly stems: Stems;
    readonly relation: Relation | 'unsaid';
    /** Where the model stands: behind the words, in front of them, or in the list that follows. */
    readonly target: 'after' | 'before' | 'next';
    /** Every model of the sentence, not only the nearest. */
    readonly all: boolean;
    /** How far away, in characters, the model may stand. */
    readonly near: number;
    /** The words count only where the name stands as a Hub id or link. */
    readonly hubOnly: boolean;
    /** The model opens the sentence, behind no more than these words, and it speaks of nothing else: so a card introduces itself. */
    readonly opens: RegExp | undefined;
    /** The sentence must hold this too. */
    readonly needs: RegExp | undefined;
}
/** How one language speaks. */
export interface Tongue {
    /** Letters without which no sentence of this language is written; a sentence that has none is not asked for its cues. */
    readonly script: RegExp | undefined;
    readonly upstream: readonly Cue[];
    /** Words that, alone on a line, say that a base model is named behind them. */
    readonly label: Gated;
    /** A cell of a table that is nothing but such words, or "License". */
    readonly cell: RegExp;
    readonly refuse: Gated;
    readonly between: RegExp;
    /** Where a sentence that spoke of something else turns to this model. */
    readonly turn: RegExp;
    /** All that stands between two models of which either was meant. */
    readonly or: RegExp;
    readonly license: {
        readonly strong: RegExp; /** What joins a second license to the first. */
        readonly again: RegExp;
        readonly statement: RegExp;
        readonly label: RegExp;
        readonly heading: RegExp;
        readonly before: RegExp;
        readonly upstream: RegExp;
        readonly code: RegExp;
        readonly data: RegExp;
        readonly weights: RegExp;
    };
    /** Words by which a card limits what its model may be used for, and words beside which they do not. */
    readonly limits: readonly {
        readonly pattern: RegExp;
        readonly stems: Stems;
        readonly limit: 'non-commercial' | 'research-only';
    }[];
    readonly noLimit: RegExp;
    /** The subject of a sentence that speaks of the card's own model. */
    readonly subject: RegExp;
    readonly fromScratch: RegExp;
    readonly split: RegExp;
    readonly file: RegExp;
    readonly provider: RegExp;
    /** Words that say that a model was trained, and that it was measured. */
    readonly training: RegExp;
    readonly evaluation: RegExp;
    /** The stems of what says something by itself: of a license, of training from scratch, of parts under licenses of their own. */
    readonly telling: readonly Stems[];
    /** The stems of what says that data was made, by a model that is named beside. */
    readonly making: readonly Stems[];
}
export interface Cues {
    readonly trigger: Pick<RegExp, 'test'>;
    readonly skipHeading: RegExp;
    /** How headings, and lines that are nothing else, announce the card of another model. */
    readonly copied: {
        readonly heading: Gated;
        readonly line: Gated;
    };
    readonly tongues: readonly Tongue[];
}
/** The cues of every language that `data/prose` holds, compiled once. */
export declare function cues(): Cues;
/** The languages in which a text may be written, by its letters. */
export declare function tonguesOf(text: string): readonly Tongue[];
