/** Where a term is written, and what it says in our own words (never the license's sentences). */
export interface Clause {
  /** The section as the text numbers it, such as `1.b.i`. */
  readonly section: string;
  /** Our one-sentence reading. */
  readonly summary: string;
}

/**
 * How far a term follows the model: one class per relation, and `companion`, a network of its own that works
 * beside the model (a ControlNet). No text speaks of companions, so no term lists them: what reaches adapters
 * is open for them.
 */
export type Reach =
  'copy' | 'quantized' | 'derivative' | 'adapter' | 'output' | 'component' | 'dataset' | 'code' | 'companion';

export interface TermBase extends Clause {
  /** Classes that the words of the text cover. */
  readonly appliesTo: readonly Reach[];
  /** Classes on which the text is open: findings that rest on these are never certain. */
  readonly mayApplyTo: readonly Reach[];
  /** The circumstance under which the term binds, in our own words, where it is not simply "always". */
  readonly when?: string;
}

/** What whoever distributes must do. */
export type Duty = TermBase &
  (
    | { readonly kind: 'include-license'; /** a link to the text is enough */ readonly orLink?: boolean }
    /**
     * A fixed sentence in a notice file; any one of `texts` satisfies, and so does one of `accepts`, the
     * sentences of another version that covers the same models.
     */
    | {
        readonly kind: 'notice';
        readonly texts: readonly string[];
        readonly accepts?: readonly string[];
      }
    /**
     * A phrase to be displayed; any one of `texts` satisfies. `elsewhere`: the text lets it stand outside the
     * repository.
     */
    | { readonly kind: 'phrase'; readonly texts: readonly string[]; readonly elsewhere?: boolean }
    /** The name begins with `text`; `accepts` are other spellings that count. */
    | { readonly kind: 'name-prefix'; readonly text: string; readonly accepts?: readonly string[] }
    /** A name may not lead with `text`. */
    | { readonly kind: 'name-avoid'; readonly text: string }
    | { readonly kind: 'mark-changes' }
    /**
     * Derivatives stay under this license. What the text accepts instead is a permission, and stands in
     * `relicensing`.
     */
    | { readonly kind: 'same-license' }
    /** An enforceable clause and a word to recipients: more than a use policy. */
    | { readonly kind: 'pass-on-restrictions' }
    /** Existing copyright, patent and attribution notices (a NOTICE file) are kept. */
    | { readonly kind: 'keep-notices' }
    /** The copyright line and the permission notice are kept (MIT, BSD). */
    | { readonly kind: 'keep-copyright' }
    /** Creator, source link and license are named (Creative Commons). */
    | { readonly kind: 'credit' }
    | { readonly kind: 'acknowledge'; readonly texts?: readonly string[] }
    | { readonly kind: 'disclose-source' }
    | { readonly kind: 'network-source' }
    /** Recipients get no terms that narrow or contradict this license. */
    | {
        readonly kind: 'no-further-restrictions';
        /**
         * Kinds of terms of other licenses, beyond limits, names and phrases, that this text does not let
         * into the work.
         */
        readonly bars?: readonly string[];
        /** Kinds on which the text is open. */
        readonly mayBar?: readonly string[];
      }
    | { readonly kind: 'no-conflicting-terms' }
    | { readonly kind: 'keep-model-card' }
    /**
     * A name shown in the user interface of a product, usually above a threshold. Without `texts` it is the
     * model's own.
     */
    | { readonly kind: 'product-display'; readonly texts: readonly string[] }
    | { readonly kind: 'disclose-ai-output' }
    | { readonly kind: 'content-filter' }
    | { readonly kind: 'no-endorsement' }
    /** Advertising that mentions the work names its holder (BSD with four clauses). */
    | { readonly kind: 'advertise'; readonly texts?: readonly string[] }
    /**
     * Rights end for whoever sues over a patent: no act is asked, but the GNU licenses of version 2 cannot
     * bear it.
     */
    | { readonly kind: 'patent-termination' }
    /** Recipients are to agree to the terms expressly. */
    | { readonly kind: 'assent' }
    /** A changed work comes with the unchanged one, or says where it is (LaTeX). */
    | { readonly kind: 'keep-original' }
    /** The law of one place governs the license. */
    | { readonly kind: 'choice-of-law' }
  );

/** What whoever receives must not do. */
export type Limit = TermBase &
  (
    | { readonly kind: 'non-commercial' }
    | { readonly kind: 'research-only' }
    | { readonly kind: 'no-commercial-distribution' }
    | { readonly kind: 'no-redistribution' }
    | { readonly kind: 'no-derivatives' }
    | { readonly kind: 'no-hosting' }
    | {
        readonly kind: 'no-training-on-outputs';
        readonly of: 'any-model' | 'other-language-model' | 'foundation-model' | 'competing-model';
      }
    | { readonly kind: 'no-competing-use' }
    | { readonly kind: 'use-policy'; readonly url?: string }
    | { readonly kind: 'monthly-users'; /** people per month */ readonly above: number }
    | {
        readonly kind: 'revenue';
        readonly above: number;
        /** ISO 4217 */ readonly currency: string;
        readonly per: 'year' | 'month';
      }
    | { readonly kind: 'territory'; /** ISO 3166 codes and `EU` */ readonly excludes: readonly string[] }
    | { readonly kind: 'registration' }
    | { readonly kind: 'field-of-use' }
    | { readonly kind: 'computational-use-only' }
  );

export type Term = Duty | Limit;
export type DutyKind = Duty['kind'];
export type LimitKind = Limit['kind'];
export type DutyOf<K extends DutyKind> = Extract<Duty, { readonly kind: K }>;
export type LimitOf<K extends LimitKind> = Extract<Limit, { readonly kind: K }>;

/**
 * Whether the words of a text reach a LoRA: `certain` where its definition of a derivative names adapters or
 * plainly takes them in, `open` where it leaves them to the law. The terms' `appliesTo` follows it.
 */
export interface AdapterReading extends Clause {
  readonly reached: 'certain' | 'open';
}

/** What the text covers by nature. `provider` is the terms of a closed model's API. */
export type LicenseMatter = 'software' | 'content' | 'data' | 'model' | 'provider';

/** Another license that the text itself lets the work move to, or be combined under. */
export interface Passage extends Clause {
  readonly to: string;
  readonly how: 'relicense' | 'combine';
  /** A fact of the single work on which the way depends, and that the license's name does not tell. */
  readonly when?: string;
  readonly source: string;
}

export interface License {
  /** The Hub's id where there is one, else ours. */
  readonly id: string;
  readonly name: string;
  /** SPDX id, expression or `LicenseRef-…`. */
  readonly spdx: string;
  readonly matter: LicenseMatter;
  /** Values of `license:` that mean this text. Empty: declare `license: other` with `license_name`. */
  readonly hub: readonly string[];
  /** Who gives the license, where it has one giver. */
  readonly licensor?: string;
  /** Hub owners that are the licensor. */
  readonly owners: readonly string[];
  readonly url?: string;
  /** The date in the text's title, ISO 8601. */
  readonly dated?: string;
  /** When we last held our reading against the source, ISO 8601. */
  readonly checked: string;
  /** The source our reading rests on. */
  readonly source: string;
  /** False where no full text was read: nothing that rests on it is certain. */
  readonly verified: boolean;
  /** Our reading of the definition of a derivative, where it was read for adapters. */
  readonly adapters?: AdapterReading;
  readonly duties: readonly Duty[];
  readonly limits: readonly Limit[];
  readonly relicensing: readonly Passage[];
  /** Licenses whose further terms this text cannot bear (FSF list: Apache-2.0 into GPL-2.0-only). */
  readonly notes: readonly string[];
}

/** What a name or a text turned out to be. There is no `undefined`: not knowing is an answer. */
export type Identity =
  | { readonly is: 'known'; readonly license: License }
  | { readonly is: 'expression'; readonly op: 'and' | 'or'; readonly of: readonly Identity[] }
  /** One name, several texts: `exaone` alone names three; `cc` a family. */
  | { readonly is: 'unclear'; readonly raw: string; readonly oneOf: readonly License[] }
  | { readonly is: 'unknown'; readonly raw: string };
