import type { ClaimOf } from './claim.ts';
import type { Confidence } from './confidence.ts';
import type { Identity, Reach } from './license.ts';
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

export interface Step {
  readonly to: string;
  readonly relation: Relation | 'unsaid';
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
  readonly confidence: Confidence;
}

/** An upstream's place in the way from this repository: `this model` is left out. */
export function wayTo(ancestor: Pick<Ancestor, 'path'>): string {
  return ancestor.path.map((step) => step.to).join(' → ');
}
