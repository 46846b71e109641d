import type { Confidence } from './confidence.ts';
import type { Identity, License } from './license.ts';
import type { Relation } from './relation.ts';
import type { Place } from './place.ts';
import type { TextMatch } from './text-match.ts';

/** The kind of evidence a claim comes from. */
export type Via =
  | 'front-matter'
  | 'prose'
  | 'tag'
  | 'template'
  | 'license-file'
  | 'notice-file'
  | 'policy-file'
  | 'config'
  | 'config-component'
  | 'auto-map'
  | 'adapter-config'
  | 'mergekit'
  | 'model-index'
  | 'sentence-transformers'
  | 'tokenizer'
  | 'gguf'
  | 'safetensors'
  | 'modelfile'
  | 'axolotl'
  | 'training-args'
  | 'quantize-config'
  | 'remote-code'
  | 'reuse'
  | 'hub-record'
  | 'own-name'
  | 'path';

/** What a license is said to cover; `other` is no part of a model: a tool, a manual, a demo. */
export type Matter = 'weights' | 'code' | 'data' | 'other' | 'unsaid';

/** How the front matter stands. */
export type CardState =
  'present' | 'empty' | 'absent' | 'broken' | 'not-a-mapping' | 'unclosed' | 'after-text' | 'unreadable';

interface ClaimBase {
  readonly place: Place;
  readonly confidence: Confidence;
  readonly via: Via;
}

/** Words in a license file that the license does not have. */
export interface AddedWords {
  readonly place: Place;
  /** As they stand, blanks folded. */
  readonly words: string;
}

/** One thing that the repository says, and where it says it. What a file says, never what is true. */
export type Claim = ClaimBase &
  /** `license: apache-2.0`, "released under the MIT license", `general.license`. `raw` is the exact value. */
  (
    | {
        readonly kind: 'license';
        readonly identity: Identity;
        readonly raw: string;
        readonly about: Matter;
        /** `list` where the value came from a YAML list: no operator is defined. */
        readonly form: 'single' | 'list';
        /** Whose: this repository's own (default) or the upstream's ("the base model is under …"). */
        readonly whose: 'own' | 'upstream';
        /** It names no license and says that there are several: "mixed", `license_name: see table`. */
        readonly several?: boolean;
        /** A tool's default that nobody chose, and the tool's name. */
        readonly template?: string;
        /** What its words make another license of: MIT in "MIT with additional terms". */
        readonly madeFrom?: License;
      }
    /** A license text that was recognised in a file, or in the card. */
    | {
        readonly kind: 'license-text';
        readonly match: TextMatch;
        /** The main text, where the catalogue has it. */ readonly identity?: Identity;
        readonly about: Matter;
        /** Added to a license that restricts no use. */ readonly restrictions?: readonly AddedWords[];
      }
    /** `model` is the Hub id (canonical where known), or, when `hub` is false, the words as written. */
    | {
        readonly kind: 'upstream';
        readonly model: string;
        readonly raw: string;
        readonly hub: boolean;
        readonly relation: Relation | 'unsaid';
        /** The id is told by a name without owner, or a path: `family` is what is told for certain. */
        readonly guess?: { readonly family?: string };
        /** For a component: which part (`vision_config`, `vae`). */
        readonly part?: string;
      }
    /**
     * `base_model` (or a config's counterpart) that names no Hub model: a path, a URL, a word, a comma list.
     */
    | {
        readonly kind: 'invalid-upstream';
        readonly raw: string;
        readonly why: 'path' | 'url' | 'word' | 'comma-list' | 'bad-id' | 'not-a-string';
        readonly suggests?: string;
      }
    /**
     * What the card says a part was taken from: "the VAE is byte-identical to X". Heard only against what a
     * config records of that part (`withDocumentedOrigins`), and no claim after that.
     */
    | { readonly kind: 'part-origin'; readonly part: string; readonly model: string; readonly raw: string }
    /** A row or item that gives a license to one of several sources: "| wiki-ko | CC BY-SA 3.0 |". */
    | {
        readonly kind: 'source-license';
        readonly source: string;
        readonly identity: Identity;
        readonly raw: string;
      }
    | { readonly kind: 'dataset'; readonly dataset: string }
    /** Data made with a closed model: `provider` is the id of the file of its terms. */
    | {
        readonly kind: 'provider';
        readonly model: string;
        readonly provider: string;
        /** The data set, where the snapshot knows this of one that is named. */
        readonly dataset?: string;
      }
    /**
     * A key of the front matter, for rules about keys. `value` is the scalar as text, the scalars of a list
     * joined, undefined where there is none.
     */
    | {
        readonly kind: 'key';
        readonly key: string;
        readonly value: string | undefined;
        readonly keyPlace: Place;
        readonly misspells?: string;
      }
    | {
        readonly kind: 'card';
        readonly state: CardState;
        readonly detail: string;
        readonly recovered: boolean;
      }
    /** A file that is named as if it were here. */
    | {
        readonly kind: 'file-mention';
        readonly target: string;
        /**
         * The document's name, where the text gives that and no file's: "the Model License".
         */
        readonly document?: string;
        readonly purpose: 'license' | 'notice' | 'policy';
      }
    | {
        readonly kind: 'placeholder';
        readonly text: string;
        /** Set where it stands for so many others that are not told one by one. */ readonly more?: number;
      }
    /** "Trained from scratch" and the like. */
    | { readonly kind: 'from-scratch'; readonly text: string }
    /** "X governs the base", "see NOTICE for upstream licenses": the license field names only a part. */
    | { readonly kind: 'split-licensing'; readonly text: string }
    /** "For non-commercial use only", "commercial use needs our permission", said of this model. */
    | {
        readonly kind: 'use-limit';
        readonly limit: 'non-commercial' | 'research-only' | 'commercial-by-consent';
        readonly text: string;
      }
    /** A quantised, converted or adapted form, told by config or header, whoever the upstream is. */
    | { readonly kind: 'form'; readonly relation: Relation; readonly tool: string }
    /** A network of its own that works beside the upstream (a ControlNet), and no delta of it. */
    | { readonly kind: 'companion'; readonly tool: string }
    /** A source file's header: whose copyright, which license, what it says it was taken from. */
    | {
        readonly kind: 'code';
        readonly holders: readonly { readonly name: string; readonly line: string; readonly place: Place }[];
        readonly spdx: string | undefined;
        /** "Copied from transformers.models.glm4_moe…": the family or repository named. */
        readonly takenFrom: readonly {
          readonly origin: string;
          readonly how: 'copied' | 'adapted' | 'generated' | 'cited' | 'named';
          readonly place: Place;
        }[];
      }
    /** A file we could not read as what it should be. */
    | { readonly kind: 'unreadable'; readonly what: string; readonly hint?: string }
  );

export type ClaimKind = Claim['kind'];
export type ClaimOf<K extends ClaimKind> = Extract<Claim, { readonly kind: K }>;
