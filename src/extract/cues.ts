import { dataText } from '../license/data.ts';
import type { Relation } from '../model/lineage.ts';

/** What words before or behind a model's name say of it. */
export interface Cue {
  readonly pattern: RegExp;
  readonly relation: Relation | 'unsaid';
  /** Where the model stands: behind the words, in front of them, or in the list that follows. */
  readonly target: 'after' | 'before' | 'next';
  /** Every model of the sentence, not only the nearest. */
  readonly all: boolean;
  /** How far away, in characters, the model may stand. */
  readonly near: number;
  /** The words count only where the name stands as a Hub id or link. */
  readonly hubOnly: boolean;
  /** The sentence must hold this too. */
  readonly needs: RegExp | undefined;
}

/** How one language speaks. */
export interface Tongue {
  readonly upstream: readonly Cue[];
  readonly refuse: RegExp;
  readonly between: RegExp;
  readonly license: { readonly statement: RegExp; readonly label: RegExp; readonly heading: RegExp; readonly before: RegExp; readonly upstream: RegExp; readonly code: RegExp; readonly data: RegExp; readonly weights: RegExp };
  readonly fromScratch: RegExp;
  readonly split: RegExp;
  readonly file: RegExp;
  readonly provider: RegExp;
}

export interface Cues {
  readonly trigger: RegExp;
  readonly skipHeading: RegExp;
  readonly tongues: readonly Tongue[];
}

interface RawCue { readonly cue: string; readonly relation: string; readonly target: string; readonly all?: boolean; readonly near?: number; readonly hub?: string; readonly needs?: string }
type RawLicense = Readonly<Record<keyof Tongue['license'], readonly string[]>>;
interface Raw {
  readonly trigger: readonly string[];
  readonly license: RawLicense;
  readonly upstream: readonly RawCue[];
  readonly refuse: readonly string[];
  readonly between: readonly string[];
  readonly skipHeadings: readonly string[];
  readonly fromScratch: readonly string[];
  readonly split: readonly string[];
  readonly file: readonly string[];
  readonly provider: readonly string[];
}

const any = (patterns: readonly string[]) => new RegExp(patterns.map((one) => `(?:${one})`).join('|'), 'iu');
/** Sentences are short; a model further away than this belongs to other words. */
const NEAR = 80;

function tongueOf(raw: Raw): Tongue {
  const { license } = raw;
  return {
    upstream: raw.upstream.map((one) => ({
      pattern: new RegExp(one.cue, 'giu'),
      relation: one.relation as Relation | 'unsaid',
      target: one.target as Cue['target'],
      all: one.all ?? false,
      near: one.near ?? NEAR,
      hubOnly: one.hub !== undefined,
      needs: one.needs === undefined ? undefined : new RegExp(one.needs, 'iu'),
    })),
    refuse: any(raw.refuse),
    between: any(raw.between),
    license: {
      statement: any(license.statement), label: any(license.label), heading: any(license.heading), before: any(license.before),
      upstream: any(license.upstream), code: any(license.code), data: any(license.data), weights: any(license.weights),
    },
    fromScratch: any(raw.fromScratch),
    split: any(raw.split),
    file: any(raw.file),
    provider: any(raw.provider),
  };
}

let shipped: Cues | undefined;

/** The cues of every language that `data/prose` holds, compiled once. */
export function cues(): Cues {
  if (shipped) return shipped;
  const raw = JSON.parse(dataText('generated/prose.json')) as readonly Raw[];
  return (shipped = {
    trigger: any(raw.flatMap((one) => one.trigger)),
    skipHeading: new RegExp(`^\\W*(?:\\d+\\.?\\s*)?(?:${raw.flatMap((one) => one.skipHeadings).join('|')})`, 'iu'),
    tongues: raw.map(tongueOf),
  });
}
