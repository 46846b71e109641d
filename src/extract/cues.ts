import { dataText } from '../license/data.ts';
import type { Relation } from '../model/lineage.ts';

/** In lower case: of each list, every text that holds certain words has at least one. */
export type Stems = readonly (readonly string[])[];

/** Whether a text, in lower case, may hold the words that the stems belong to. */
export function mayHold(lower: string, stems: Stems): boolean {
  return stems.every((list) => list.some((stem) => lower.includes(stem)));
}

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
  readonly license: { /** Statements that need no other word about licenses in the sentence. */ readonly strong: RegExp; /** What joins a second license to the first. */ readonly again: RegExp; readonly statement: RegExp; readonly label: RegExp; readonly heading: RegExp; readonly before: RegExp; readonly upstream: RegExp; readonly code: RegExp; readonly data: RegExp; readonly weights: RegExp };
  /** Words by which a card limits what its model may be used for, and words beside which they do not. */
  readonly limits: readonly { readonly pattern: RegExp; readonly stems: Stems; readonly limit: 'non-commercial' | 'research-only' }[];
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
  readonly copied: { readonly heading: Gated; readonly line: Gated };
  readonly tongues: readonly Tongue[];
}

interface RawTrigger { readonly stems: Stems; /** Absent where the stems are all there is to it. */ readonly cue?: string }
interface RawCue { readonly cue: string; readonly stems: Stems; readonly relation: string; readonly target: string; readonly all?: boolean; readonly near?: number; readonly hub?: string; readonly opens?: string; readonly needs?: string }
type RawLicense = Readonly<Record<Exclude<keyof Tongue['license'], 'strong' | 'again'>, readonly string[]> & Partial<Record<'strong' | 'again', readonly string[]>>>;
interface Raw {
  readonly script?: string;
  readonly trigger: readonly RawTrigger[];
  readonly license: RawLicense;
  readonly upstream: readonly RawCue[];
  readonly label: readonly string[];
  readonly refuse: readonly string[];
  readonly between: readonly string[];
  readonly turn: readonly string[];
  readonly or: readonly string[];
  readonly skipHeadings: readonly string[];
  readonly copied: readonly string[];
  readonly limits: readonly { readonly cue: string; readonly stems: Stems; readonly limit: 'non-commercial' | 'research-only' }[];
  readonly noLimit: readonly string[];
  readonly subject: readonly string[];
  readonly fromScratch: readonly string[];
  readonly split: readonly string[];
  readonly file: readonly string[];
  readonly provider: readonly string[];
  readonly training?: readonly string[];
  readonly evaluation?: readonly string[];
  readonly telling: readonly Stems[];
  readonly making: readonly Stems[];
  readonly labelling: readonly Stems[];
  readonly refusing: readonly Stems[];
  readonly copying: readonly Stems[];
}

/** The engine folds case over all of Unicode where `u` is set, and takes long to prepare for it: only where a class asks for it. */
const made = (source: string, flags: string) => new RegExp(source, source.includes('\\p{') ? `${flags}u` : flags);
/** One of several; of none, an expression that nothing matches. */
const any = (patterns: readonly string[] = []) => made(patterns.length === 0 ? '(?!)' : patterns.map((one) => `(?:${one})`).join('|'), 'i');

/** An expression behind the stems of its alternatives. */
function gated(stems: readonly Stems[], make: () => RegExp): Gated {
  let pattern: RegExp | undefined;
  const exec = (text: string) => {
    const lower = text.toLowerCase();
    return stems.some((one) => mayHold(lower, one)) ? (pattern ??= make()).exec(text) : null;
  };
  return { exec, test: (text) => exec(text) !== null };
}

/** Sentences are short; a model further away than this belongs to other words. */
const NEAR = 80;

/** Makes a field when it is first asked for: to read a hundred expressions takes longer than a card. */
function late(fields: object, key: string, make: () => unknown): void {
  Object.defineProperty(fields, key, {
    enumerable: true,
    configurable: true,
    get() {
      const value = make();
      Object.defineProperty(fields, key, { value, enumerable: true });
      return value;
    },
  });
}

function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const fields = {} as T;
  for (const [key, make] of Object.entries<() => unknown>(makers)) late(fields, key, make);
  return fields;
}

function withPattern<T extends object>(fields: T, cue: string, flags: string): T & { readonly pattern: RegExp } {
  late(fields, 'pattern', () => made(cue, flags));
  return fields as T & { readonly pattern: RegExp };
}

function tongueOf(raw: Raw): Tongue {
  const { license } = raw;
  return lazily<Tongue>({
    script: () => (raw.script === undefined ? undefined : made(raw.script, '')),
    upstream: () => raw.upstream.map((one): Cue => withPattern({
      stems: one.stems,
      relation: one.relation as Relation | 'unsaid',
      target: one.target as Cue['target'],
      all: one.all ?? false,
      near: one.near ?? NEAR,
      hubOnly: one.hub !== undefined,
      opens: one.opens === undefined ? undefined : made(one.opens, 'i'),
      needs: one.needs === undefined ? undefined : made(one.needs, 'i'),
    }, one.cue, 'gi')),
    label: () => gated(raw.labelling, () => made(`^\\W*(?:${raw.label.join('|')})\\W*$`, 'iu')),
    cell: () => made(`\\|[^\\p{L}\\n|]*(?:${[...raw.label, ...license.label].join('|')})[^\\p{L}\\n|]*\\|`, 'i'),
    refuse: () => gated(raw.refusing, () => any(raw.refuse)),
    between: () => any(raw.between),
    turn: () => made(`(?<=[;；])|(?=[,，、]\\s*(?:${raw.turn.join('|')}))`, 'i'),
    or: () => made(`^[\\s,、，]*(?:${raw.or.join('|')})\\s*$`, 'i'),
    license: () => lazily<Tongue['license']>({
      strong: () => any(license.strong), again: () => any(license.again), statement: () => any(license.statement), label: () => any(license.label), heading: () => any(license.heading), before: () => any(license.before),
      upstream: () => any(license.upstream), code: () => any(license.code), data: () => any(license.data), weights: () => any(license.weights),
    }),
    limits: () => raw.limits.map(({ cue, ...one }) => withPattern(one, cue, 'i')),
    noLimit: () => any(raw.noLimit),
    subject: () => any(raw.subject),
    fromScratch: () => any(raw.fromScratch),
    split: () => any(raw.split),
    file: () => any(raw.file),
    provider: () => any(raw.provider),
    training: () => any(raw.training),
    evaluation: () => any(raw.evaluation),
    telling: () => raw.telling,
    making: () => raw.making,
  });
}

/** Compiles only what a text's words call for: one expression of all would take longer to compile than a card to read. */
function anyTrigger(all: readonly RawTrigger[]): Pick<RegExp, 'test'> {
  const compiled = new Map<string, RegExp>();
  const matches = (cue: string, text: string) => {
    const known = compiled.get(cue) ?? made(cue, 'i');
    compiled.set(cue, known);
    return known.test(text);
  };
  return {
    test(text) {
      const lower = text.toLowerCase();
      return all.some(({ stems, cue }) => mayHold(lower, stems) && (cue === undefined || matches(cue, text)));
    },
  };
}

let shipped: Cues | undefined;

/** The cues of every language that `data/prose` holds, compiled once. */
export function cues(): Cues {
  if (shipped) return shipped;
  const raw = JSON.parse(dataText('generated/prose.json')) as readonly Raw[];
  const copied = raw.flatMap((one) => one.copied).join('|');
  const copying = raw.flatMap((one) => one.copying);
  return (shipped = {
    trigger: anyTrigger(raw.flatMap((one) => one.trigger)),
    skipHeading: made(`^\\W*(?:\\d+\\.?\\s*)?(?:${raw.flatMap((one) => one.skipHeadings).join('|')})`, 'i'),
    copied: { heading: gated(copying, () => made(`^\\W*(?:${copied})`, 'iu')), line: gated(copying, () => made(`^\\W*(?:${copied})\\W*$`, 'iu')) },
    tongues: raw.map(tongueOf),
  });
}

/** The languages in which a text may be written, by its letters. */
export function tonguesOf(text: string): readonly Tongue[] {
  return cues().tongues.filter(({ script }) => script === undefined || script.test(text));
}
