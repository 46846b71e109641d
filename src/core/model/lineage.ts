import type { ClaimOf } from './claim.ts';
import type { Confidence } from './confidence.ts';
import type { Identity, Reach } from './license.ts';
import type { Place } from './place.ts';
import type { Relation } from './relation.ts';

/** A copyright line of an upstream, letter by letter, and where it was read. */
export interface CopyrightLine {
  readonly line: string;
  /** The file, such as `LICENSE` or `NOTICE`. */
  readonly file: string;
  /** Who said so, such as `Hub`. */
  readonly source: string;
  /** ISO 8601; empty where the source does not say. */
  readonly asOf: string;
}

/** What is known of a model somewhere else. */
export type Resolution =
  | {
      readonly is: 'found';
      readonly license: Identity;
      readonly raw: string;
      /** The upstream's own bases, as its card or record names them. */
      readonly bases: readonly { readonly model: string; readonly relation: Relation | 'unsaid' }[];
      /** How many more it names: of too many, the first are kept. */
      readonly moreBases?: number;
      /** Where it was read, such as `snapshot`, `lock`, `Hub`. */
      readonly from: string;
      /** ISO date of the reading. */
      readonly asOf: string;
      /** False for a record from memory or one that changed over time. */
      readonly confidence: Confidence;
      /** The canonical id where the Hub renamed it. */
      readonly canonical?: string;
      /** `from`/`until` note where the upstream changed its license over time. */
      readonly note?: string;
      /** What an older reading said, where the license changed since: its date is that of the reading. */
      readonly earlier?: { readonly license: string; readonly asOf: string };
      /** How a team knows, where one recorded it. */
      readonly recorded?: { readonly reason: string; readonly reviewer?: string };
      readonly revision?: string;
      /** sha256 of the normalised license text. */
      readonly textHash?: string;
      /** Its copyright lines, where they were read: only what is recorded is asked for. */
      readonly copyright?: readonly CopyrightLine[];
      /** The license fields as they were read, where they were read as fields: what a lock keeps. */
      readonly declared?: {
        readonly license: string | readonly string[];
        readonly name?: string;
        readonly link?: string;
      };
      /** What a newer source holds against this answer: it was locked, and the upstream has changed since. */
      readonly changed?: readonly Changed[];
    }
  | { readonly is: 'failed'; readonly why: Failure; readonly detail?: string };

/** One difference between an answer that was locked and what is known by now. */
export interface Changed {
  /** One sentence without a full stop, with what was and what is. */
  readonly what: string;
  /** Which source says so, and the ISO date of its reading. */
  readonly from: string;
  readonly asOf: string;
  readonly confidence: Confidence;
}

export type Failure =
  | 'offline'
  | 'not-found'
  | 'private-or-missing'
  | 'gated'
  | 'disabled'
  | 'bad-token'
  | 'rate-limited'
  | 'unreachable'
  | 'no-license'
  | 'not-a-hub-id';

/** What tells how a repository stands to its upstream. */
export interface RelationEvidence {
  /** In a few words, as they stand behind "by": "`base_model_relation`", "adapter_config.json". */
  readonly words: string;
  /** Where it stands; undefined where a file's name, or the lack of a file, is all. */
  readonly place?: Place;
  /** Files and declarations are certain; what tags and words say is likely. */
  readonly confidence: Confidence;
  /** The card declares it by the Hub's own key. */
  readonly declared?: true;
}

export interface Step {
  readonly to: string;
  readonly relation: Relation | 'unsaid';
  /** What says so, for the first step of a way; undefined further up, and where nothing does. */
  readonly by?: RelationEvidence;
  /** Every class that is still open, where the relation is not said or not certain. */
  readonly among?: readonly [Reach, ...Reach[]];
}

/** One upstream: the way to it, and every place where this repository names the first step. */
export interface Ancestor {
  /** The Hub id, canonical where known; the words as written where `hub` is false. */
  readonly model: string;
  readonly hub: boolean;
  readonly resolution: Resolution;
  readonly path: readonly [Step, ...Step[]];
  readonly claims: readonly [ClaimOf<'upstream'>, ...ClaimOf<'upstream'>[]];
  /**
   * The classes in which this repository may stand to the upstream: one where the relation is said or
   * evident, several where nobody said it. A term that reaches every one of them is owed whichever it is; one
   * that reaches some is open.
   */
  readonly reach: readonly [Reach, ...Reach[]];
  /** The same, with all that is still possible where a tag or a sentence alone says the relation. */
  readonly mayReach: readonly [Reach, ...Reach[]];
  readonly confidence: Confidence;
}

/** Whether a notice may state its terms: it is known by its id, and neither it nor its license is guessed. */
export function isCreditable({ hub, confidence, resolution }: Ancestor): boolean {
  return (
    hub && confidence !== 'possible' && !(resolution.is === 'found' && resolution.confidence === 'possible')
  );
}

/** An upstream's place in the way from this repository: `this model` is left out. */
export function wayTo(ancestor: Pick<Ancestor, 'path'>): string {
  return ancestor.path.map((step) => step.to).join(' → ');
}
