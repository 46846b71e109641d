import type { ClaimOf } from '../../model/claim.ts';
import type { Relation } from '../../model/relation.ts';
import type { Parts } from '../../text/patterns/parts.ts';
import { compilePattern, PatternSet, type Fold, type Pattern } from '../../text/patterns/pattern-set.ts';
import { lazily } from './lazily.ts';

/** What a sentence says of the name in a slot, or by itself. */
export interface Frame<Says> {
  readonly words: PatternSet;
  readonly says: Says;
}

/** What a card may say of the use of its model. */
export type UseLimit = ClaimOf<'use-limit'>['limit'];

/** How a language shows who did what to which name: for texts in which slots stand for names (slots.ts). */
export interface Frames {
  readonly upstream: readonly Frame<Relation | 'unsaid'>[];
  readonly provider: PatternSet;
  /** Where a clause ends. */
  readonly clause: RegExp;
  /** All that stands between names that are said together. */
  readonly and: RegExp;
  /** A clause with one of these speaks of something else. */
  readonly refuse: PatternSet;
  /** They do so from where they stand on, as in a language whose verbs come first. */
  readonly refusesBefore: boolean;
  /** Of these, those that the frames have as their own. */
  readonly denies: PatternSet;
  /** Headings under which sentences speak of what may be done with this model. */
  readonly terms: PatternSet;
  /** Beside these, use by consent is said of something else than the model. */
  readonly aside: PatternSet;
  /** Words by which commercial use is allowed. */
  readonly allowed: PatternSet;
  /** The end of a text that announces a list. */
  readonly announce: RegExp;
  /** A sentence without a subject speaks of what the text is about. */
  readonly dropsSubject: boolean;
}

/** Whether a text, in lower case, may say from what a model was made; `false` is certain. */
export const maySayUpstream = (frames: Frames | undefined, lower: string): boolean =>
  frames?.upstream.some(({ words }) => words.mayStandIn(lower)) === true;

type Ways = readonly Pattern[];
/** An expression, and positions of its lists: of stretches that the text itself must hold, and of stems. */
type RawWay = readonly [expression: string, stretches: readonly number[], ...stems: readonly number[]];
/** Frames as the data's build writes them (scripts/data/frames.ts). */
export interface RawFrames {
  readonly upstream: readonly { readonly says: Relation | 'unsaid'; readonly ways: readonly RawWay[] }[];
  readonly limits: readonly { readonly says: UseLimit; readonly ways: readonly RawWay[] }[];
  readonly provider: readonly RawWay[];
  readonly scratch: readonly RawWay[];
  readonly stems: readonly (readonly string[])[];
  readonly clause: string;
  readonly and: readonly string[];
  readonly refuse?: Ways;
  readonly terms: Ways;
  readonly aside: Ways;
  readonly allowed: Ways;
  readonly announce: readonly string[];
  readonly dropsSubject?: true;
}

/** Ways with their lists of stems in place of the positions. */
export const framedWays = ({ stems }: RawFrames, ways: readonly RawWay[]): Ways =>
  ways.map(([expression, , ...lists]): Pattern => [expression, ...lists.map((nth) => stems[nth] ?? [])]);

/** The frames of a language; `refuse` is its own list, where the frames have none. */
export function framesOf(raw: RawFrames, refuse: Ways, parts: Parts, fold: Fold | undefined): Frames {
  const words = (ways: readonly RawWay[]) =>
    new PatternSet(framedWays(raw, ways), {
      parts,
      stretches: ways.map(([, stretches]) => stretches.map((nth) => raw.stems[nth] ?? [])),
      fold,
    });
  const plain = (ways: Ways) => new PatternSet(ways, { parts, fold });
  return lazily<Frames>({
    upstream: () => raw.upstream.map(({ says, ways }) => ({ says, words: words(ways) })),
    provider: () => words(raw.provider),
    clause: () => compilePattern(raw.clause, 'i'),
    and: () =>
      compilePattern(`^\\s*(?:模型|모델|モデル|models?)?[\\s,、，+&/]*(?:${raw.and.join('|')})?\\s*$`, 'i'),
    refuse: () => plain(raw.refuse ?? refuse),
    refusesBefore: () => raw.refuse === undefined,
    denies: () => plain(raw.refuse ?? []),
    terms: () => plain(raw.terms),
    aside: () => plain(raw.aside),
    allowed: () => plain(raw.allowed),
    dropsSubject: () => raw.dropsSubject === true,
    announce: () => compilePattern(`(?:${raw.announce.join('|') || '(?!)'})[\\s*_.:。：]*$`, 'i'),
  });
}
