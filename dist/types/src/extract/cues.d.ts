import type { Relation } from '../model/lineage.ts';
import { Words } from '../model/words.ts';
/** What words before or behind a model's name say of it. */
export interface Cue {
    readonly words: Words;
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
    readonly opens: Words | undefined;
    /** The sentence must hold this too. */
    readonly needs: Words | undefined;
}
/** How one language speaks. */
export interface Tongue {
    /** Words without one of which a block says nothing of interest. */
    readonly trigger: Words;
    readonly skipHeading: Words;
    /** How headings, and lines that are nothing else, announce the card of another model. */
    readonly copied: {
        readonly heading: Words;
        readonly line: Words;
    };
    readonly upstream: readonly Cue[];
    /** Words that, alone on a line, say that a base model is named behind them. */
    readonly label: Words;
    /** A cell of a table that is nothing but such words, or "License". */
    readonly cell: Words;
    readonly refuse: Words;
    readonly between: Words;
    /** Where a sentence that spoke of something else turns to this model. */
    readonly turn: RegExp;
    /** All that stands between two models of which either was meant. */
    readonly or: RegExp;
    readonly license: {
        /** Statements that need no other word about licenses in the sentence. */
        readonly strong: Words;
        /** What joins a second license to the first. */
        readonly again: Words;
        readonly statement: Words;
        /** "License" at the start, a sign behind. */
        readonly label: Words;
        readonly heading: Words;
        readonly before: Words;
        readonly upstream: Words;
        readonly code: Words;
        readonly data: Words;
        readonly weights: Words;
        /** What is neither: tools, manuals, demos. */
        readonly other: Words;
        /** Words for the place that holds the parts. */
        readonly repository: Words;
    };
    /** What stands around the names of parts. */
    readonly parts: {
        /** Between a part and what it belongs to, where that is said behind it. */
        readonly of: RegExp;
        /** Between parts that are said together. */
        readonly and: RegExp;
        /** Behind a subject. */
        readonly topic: RegExp;
        /** All that stands beside parts in a heading that is about nothing else. */
        readonly plain: RegExp;
        /** All that stands between a part and its license's name. */
        readonly link: RegExp;
        /** What stands between a license's name and the part behind it. */
        readonly tail: RegExp;
        /** Subjects, as a sentence begins with them, that name nothing else than this work. */
        readonly ours: RegExp;
    };
    /** Words by which a card limits what its model may be used for, and words beside which they do not. */
    readonly limits: readonly {
        readonly words: Words;
        readonly limit: 'non-commercial' | 'research-only';
    }[];
    readonly noLimit: Words;
    /** The subject of a sentence that speaks of the card's own model. */
    readonly subject: Words;
    readonly fromScratch: Words;
    readonly split: Words;
    readonly file: Words;
    /** Words that say that data was made, by a model that is named beside. */
    readonly provider: Words;
    /** Words that say that a model was trained, and that it was measured. */
    readonly training: Words;
    readonly evaluation: Words;
    /** What says something by itself: of a license, of training from scratch, of parts under licenses of their own. */
    readonly telling: Words;
}
/** The languages in which a text may be written, by its letters. */
export declare function tonguesOf(text: string): readonly Tongue[];
