import type { Relation } from '../../../model/relation.ts';
import type { PatternSet } from '../../../text/patterns/pattern-set.ts';
import type { Frames, UseLimit } from '../frames.ts';

/** Words that are only asked for, not where they stand. */
export interface Words {
  readonly test: (text: string) => boolean;
}

/** What words before or behind a model's name say of it. */
export interface Cue {
  readonly words: PatternSet;
  readonly relation: Relation | 'unsaid';
  /** Where the model stands: behind the words, in front of them, or in the list that follows. */
  readonly target: 'after' | 'before' | 'next';
  /** Every model of the sentence, not only the nearest. */
  readonly all: boolean;
  /** How far away, in characters, the model may stand. */
  readonly near: number;
  /** The words count only where the name stands as a Hub id or link. */
  readonly hubOnly: boolean;
  /**
   * The model opens the sentence, behind no more than these words, and it speaks of nothing else: so a card
   * introduces itself.
   */
  readonly opens: PatternSet | undefined;
  /** The sentence must hold this too. */
  readonly needs: PatternSet | undefined;
}

/** How one language speaks. */
export interface LanguageRules {
  /** Words without one of which a block says nothing of interest. */
  readonly trigger: PatternSet;
  readonly skipHeading: PatternSet;
  /** How headings, and lines that are nothing else, announce the card of another model. */
  readonly copied: { readonly heading: PatternSet; readonly line: PatternSet };
  readonly upstream: readonly Cue[];
  /** Words that, alone on a line, say that a base model is named behind them. */
  readonly label: PatternSet;
  /**
   * The same for what else a model may be to this one, without the signs around: "Teacher", "Models merged",
   * "Vision tower".
   */
  readonly labels: readonly { readonly words: PatternSet; readonly relation: Relation | 'unsaid' }[];
  /** A cell of a table that is nothing but such words, "Upstream", or "License". */
  readonly cell: Words;
  /** Heads of columns that name parts, and what each was taken from. */
  readonly partColumn: PatternSet;
  readonly originColumn: PatternSet;
  readonly refuse: PatternSet;
  readonly between: PatternSet;
  /** Where a sentence that spoke of something else turns to this model. */
  readonly turn: RegExp;
  /** All that stands between two models of which either was meant. */
  readonly or: RegExp;
  readonly license: {
    /** Statements that need no other word about licenses in the sentence. */
    readonly strong: PatternSet;
    /** What joins a second license to the first. */
    readonly again: PatternSet;
    readonly statement: PatternSet;
    /** Words right behind which the name stands, which nothing else of the sentence need confirm. */
    readonly at: PatternSet;
    /** "License" at the start, a sign behind. */
    readonly label: PatternSet;
    /** A `license_name` that says that there are several licenses, or where they are told. */
    readonly several: PatternSet;
    readonly heading: PatternSet;
    readonly before: PatternSet;
    readonly upstream: PatternSet;
    readonly code: PatternSet;
    readonly data: PatternSet;
    readonly weights: PatternSet;
    /** What is neither: tools, manuals, demos. */
    readonly other: PatternSet;
    /** Words for the place that holds the parts. */
    readonly repository: PatternSet;
    /** What has a license and is no part of the work: a paper, what a benchmark holds. */
    readonly foreign: PatternSet;
    /** What stands around a license's name, which a slot stands for, where it is not given. */
    readonly denied: PatternSet;
    /**
     * The same where the license is another one, made from it: "a modified ◇", "◇ with additional terms". A
     * slot of its own stands for a license that limits no use itself.
     */
    readonly changed: PatternSet;
    /** Words beside a license that compare it with the upstream's: "in line with the base model". */
    readonly likewise: PatternSet;
    /** Verbs beside which a license's name says that it is given, wherever it stands. */
    readonly given: PatternSet;
  };
  /** What stands around the names of parts. */
  readonly parts: {
    /** Between a part and what it belongs to, where that is said behind it. */
    readonly of: RegExp;
    /** Between parts that are said together. */
    readonly and: RegExp;
    /** Behind a subject. */
    readonly topic: RegExp;
    /** How a clause begins that tells of what stands in front of it, up to the end of a text. */
    readonly relative: RegExp;
    /** The same without a word that leads back: "…, released under". */
    readonly participle: RegExp;
    /** Words that end a text behind which the name of a tool stands. */
    readonly using: RegExp;
    /** All that stands beside parts in a heading that is about nothing else. */
    readonly plain: Words;
    /** How far all reaches, from the start of a text, that stands between a part and its license's name. */
    readonly link: { readonly lengthIn: (text: string) => number };
    /** What stands between a license's name and the part behind it. */
    readonly tail: RegExp;
    /** Subjects, as a sentence begins with them, that name nothing else than this work. */
    readonly ours: RegExp;
  };
  /** Words by which a card limits what its model may be used for, and words beside which they do not. */
  readonly limits: readonly { readonly words: PatternSet; readonly limit: UseLimit }[];
  readonly noLimit: PatternSet;
  /** Names of fields that say what a model may be used for: "Commercial use". */
  readonly useLabel: Words;
  /** Words by which a sentence that names no other model says of what form the card's own is. */
  readonly forms: readonly { readonly words: PatternSet; readonly relation: Relation }[];
  /** Names of a pipeline's parts, each with the part's word for `partOf`. */
  readonly components: readonly { readonly words: PatternSet; readonly part: string }[];
  /** Words by which a sentence tells of a part what model it was taken from, and where that model stands. */
  readonly partOrigin: readonly {
    readonly words: PatternSet;
    readonly target: 'after' | 'before';
    readonly near: number;
  }[];
  /** How a sentence begins that goes on about what the one before it began with. */
  readonly pronoun: PatternSet;
  /** How a sentence tells people what to do, or not to do, with the model that it names. */
  readonly asks: PatternSet;
  /** Words between a part and a model by which something else of it is told. */
  readonly notOrigin: PatternSet;
  /** The subject of a sentence that speaks of the card's own model. */
  readonly subject: PatternSet;
  /** The same as a sentence begins with it, and anywhere. */
  readonly ours: { readonly first: Words; readonly within: PatternSet };
  readonly fromScratch: PatternSet;
  readonly split: PatternSet;
  readonly file: PatternSet;
  /** Words that say that data was made, by a model that is named beside. */
  readonly provider: PatternSet;
  /** What a data set is called, as a text ends with it before a name, and as one begins behind a name. */
  readonly dataSet: { readonly before: Words; readonly behind: PatternSet };
  /** Words that say that a model was trained, and that it was measured. */
  readonly training: PatternSet;
  readonly evaluation: PatternSet;
  /**
   * What says something by itself: of a license, of training from scratch, of a form, of parts under licenses
   * of their own.
   */
  readonly telling: PatternSet;
  readonly frames: Frames | undefined;
  /** What this language calls licenses, and their English names; nothing belongs to a name behind an end. */
  readonly names: readonly { readonly words: RegExp; readonly isEnd: boolean; readonly english: string }[];
}
