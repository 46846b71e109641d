import { dataBytes } from '../../data/data-source.ts';
import { linesOf } from '../../text/lines-of.ts';
import type { Relation } from '../../model/relation.ts';
import { framedWays, framesOf, whole, type Frames, type RawFrames, type UseLimit } from './frames.ts';
import { lazily } from './lazily.ts';
import { compilePattern, foldOf, PatternSet, type Pattern } from '../../text/pattern-set.ts';

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
  /** The same for what else a model may be to this one: "Teacher", "Models merged", "Vision tower". */
  readonly labels: readonly { readonly words: PatternSet; readonly relation: Relation | 'unsaid' }[];
  /** A cell of a table that is nothing but such words, "Upstream", or "License". */
  readonly cell: PatternSet;
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
    readonly plain: RegExp;
    /** All that stands between a part and its license's name. */
    readonly link: RegExp;
    /** What stands between a license's name and the part behind it. */
    readonly tail: RegExp;
    /** Subjects, as a sentence begins with them, that name nothing else than this work. */
    readonly ours: RegExp;
  };
  /** Words by which a card limits what its model may be used for, and words beside which they do not. */
  readonly limits: readonly { readonly words: PatternSet; readonly limit: UseLimit }[];
  readonly noLimit: PatternSet;
  /** Names of fields that say what a model may be used for: "Commercial use". */
  readonly useLabel: PatternSet;
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
  /** Words between a part and a model by which something else of it is told. */
  readonly notOrigin: PatternSet;
  /** The subject of a sentence that speaks of the card's own model. */
  readonly subject: PatternSet;
  /** The same as a sentence begins with it, and anywhere. */
  readonly ours: { readonly first: PatternSet; readonly within: PatternSet };
  readonly fromScratch: PatternSet;
  readonly split: PatternSet;
  readonly file: PatternSet;
  /** Words that say that data was made, by a model that is named beside. */
  readonly provider: PatternSet;
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

type Ways = readonly Pattern[];
interface RawCue {
  readonly cue: Ways;
  readonly relation: string;
  readonly target: string;
  readonly all?: boolean;
  readonly near?: number;
  readonly hub?: string;
  readonly opens?: Ways;
  readonly needs?: Ways;
}
type RawLicense = Readonly<Partial<Record<keyof LanguageRules['license'], Ways>>>;
type RawParts = Readonly<Partial<Record<keyof LanguageRules['parts'], readonly string[]>>>;
interface Raw extends Readonly<
  Partial<
    Record<
      | 'trigger'
      | 'label'
      | 'refuse'
      | 'between'
      | 'skipHeadings'
      | 'copied'
      | 'noLimit'
      | 'useLabel'
      | 'subject'
      | 'ours'
      | 'fromScratch'
      | 'split'
      | 'file'
      | 'provider'
      | 'training'
      | 'evaluation'
      | 'pronoun'
      | 'notOrigin'
      | 'partColumn'
      | 'originColumn',
      Ways
    >
  >
> {
  /** Letters that are written in several ways, the one first that the lists are written with. */
  readonly letters?: readonly string[];
  readonly license: RawLicense;
  readonly parts: RawParts;
  readonly upstream: readonly RawCue[];
  readonly turn: readonly string[];
  readonly or: readonly string[];
  readonly limits: readonly { readonly cue: Ways; readonly limit: UseLimit }[];
  readonly components?: readonly { readonly cue: Ways; readonly part: string }[];
  readonly partOrigin?: readonly {
    readonly cue: Ways;
    readonly target: 'after' | 'before';
    readonly near: number;
  }[];
  readonly forms?: readonly { readonly cue: Ways; readonly relation: Relation }[];
  readonly labels?: readonly { readonly cue: Ways; readonly relation: Relation | 'unsaid' }[];
  readonly frames?: RawFrames;
  readonly names?: readonly { readonly words: string; readonly english: string; readonly end?: boolean }[];
}

/** Sentences are short; a model further away than this belongs to other words. */
const NEAR = 80;

/**
 * What stands around the words of a cell, of a heading, of a line that is nothing else, and of a license's
 * label.
 */
const inCell = (way: string) => `\\|[^\\p{L}\\n|]*(?:${way})[^\\p{L}\\n|]*\\|`;
const opening = (way: string) => `^\\W*(?:\\d+\\.?\\s*)?(?:${way})`;
const beginning = (way: string) => `^\\W*(?:${way})`;
const alone = (way: string) => `^\\W*(?:${way})\\W*$`;
const first = (way: string) => `^[^\\p{L}\\p{N}]*(?:${way})`;
const asField = (way: string) => `^[^\\p{L}\\p{N}]*(?:the |our |its )?(?:${way})[^\\p{L}\\p{N}]*$`;
const named = (way: string) => `^\\W*(?:[\\w.]+[-_ ]){0,2}?(?:${way})\\W*$`;
/**
 * Words, each at the end of a word or in front of another script, with signs between that part no sentence.
 */
const leading = (ways: readonly string[]) =>
  `^(?![)）])(?:[^\\p{L}\\p{N},;.。；，、]|(?:${ways.join('|')})(?!(?<=[a-z])[a-z]))*`;
const licenseLabel = (way: string) =>
  `^\\W{0,4}(?:\\w+ ){0,2}?(?:${way})(?:\\s+\\(\\w+\\))?\\W{0,3}\\s*(?::|-|–|—|：|\\bis\\b)`;

const NONE: readonly string[] = ['(?!)'];

function tongueOf(raw: Raw): LanguageRules {
  const { license, parts, frames } = raw;
  const fill = whole(frames?.parts ?? []);
  const scratch = [...(raw.fromScratch ?? []), ...(frames ? framedWays(frames, frames.scratch) : [])];
  const oneOf = (ways: readonly string[] = []) => `(?:${(ways.length > 0 ? ways : NONE).join('|')})`;
  const fold = raw.letters && foldOf(raw.letters);
  const words = (ways: Ways = [], around?: (way: string) => string) => new PatternSet(ways, around, [], fold);
  return lazily<LanguageRules>({
    trigger: () =>
      words([
        ...(raw.trigger ?? [...(license.strong ?? []), ...(license.label ?? []), ...(license.before ?? [])]),
        ...(frames?.trigger ?? []).map((stem): Pattern => [stem, [stem]]),
      ]),
    skipHeading: () => words(raw.skipHeadings, opening),
    copied: () => ({ heading: words(raw.copied, beginning), line: words(raw.copied, alone) }),
    upstream: () =>
      raw.upstream.map(({ cue, relation, target, all = false, near = NEAR, hub, opens, needs }): Cue => ({
        words: words(cue),
        relation: relation as Relation | 'unsaid',
        target: target as Cue['target'],
        all,
        near,
        hubOnly: hub !== undefined,
        opens: opens && words(opens),
        needs: needs && words(needs),
      })),
    label: () => words(raw.label, alone),
    labels: () => (raw.labels ?? []).map(({ cue, relation }) => ({ words: words(cue, asField), relation })),
    cell: () =>
      words(
        [
          ...(raw.label ?? []),
          ...(raw.labels ?? []).flatMap(({ cue }) => cue),
          ...(raw.originColumn ?? []),
          ...(raw.useLabel ?? []),
          ...(license.label ?? []),
        ],
        inCell,
      ),
    partColumn: () => words(raw.partColumn, alone),
    originColumn: () => words(raw.originColumn, alone),
    refuse: () => words(raw.refuse),
    between: () => words(raw.between),
    turn: () => compilePattern(`(?<=[;；])|(?=[,，、]\\s*${oneOf(raw.turn)})`, 'i'),
    or: () => compilePattern(`^[\\s,、，]*${oneOf(raw.or)}\\s*$`, 'i'),
    license: () =>
      lazily<LanguageRules['license']>({
        strong: () => words(license.strong),
        again: () => words(license.again),
        statement: () => words(license.statement),
        at: () => words(license.at),
        label: () => words(license.label, licenseLabel),
        several: () => words(license.several, named),
        heading: () => words(license.heading),
        before: () => words(license.before),
        upstream: () => words(license.upstream),
        code: () => words([...(license.code ?? []), ...(license.repository ?? [])]),
        data: () => words(license.data),
        weights: () => words(license.weights),
        other: () => words(license.other),
        repository: () => words(license.repository),
        foreign: () => words(license.foreign),
        denied: () => words(license.denied),
        given: () => words(license.given),
      }),
    parts: () =>
      lazily<LanguageRules['parts']>({
        of: () => compilePattern(`^\\s*${oneOf(parts.of)}\\s*$`, 'i'),
        and: () => compilePattern(`^\\s*${oneOf(parts.and)}\\s*$`, 'i'),
        topic: () => compilePattern(`^[\\s"'\`*]*${oneOf(parts.topic)}`, 'i'),
        relative: () => compilePattern(`[\\s,]*${oneOf(parts.relative)}[^,;.，；。]{0,80}$`, 'i'),
        participle: () => compilePattern(`[\\s,]*${oneOf(parts.participle)}[^,;.，；。]{0,40}$`, 'i'),
        using: () => compilePattern(`${oneOf(parts.using)}\\s*$`, 'i'),
        plain: () => compilePattern(`${leading(parts.plain ?? NONE)}$`, 'i'),
        link: () => compilePattern(leading(parts.link ?? NONE), 'i'),
        tail: () => compilePattern(`${oneOf(parts.tail)}\\s*$`, 'i'),
        ours: () => compilePattern(`^${oneOf(parts.ours)}(?![\\w-])`, 'i'),
      }),
    limits: () => limitsOf(raw).map(({ limit, cue }) => ({ words: words(cue, fill), limit })),
    noLimit: () => words(raw.noLimit),
    useLabel: () => words(raw.useLabel, asField),
    forms: () => (raw.forms ?? []).map(({ cue, relation }) => ({ words: words(cue), relation })),
    components: () => (raw.components ?? []).map(({ cue, part }) => ({ words: words(cue), part })),
    partOrigin: () => (raw.partOrigin ?? []).map(({ cue, ...one }) => ({ words: words(cue), ...one })),
    pronoun: () => words(raw.pronoun, beginning),
    notOrigin: () => words(raw.notOrigin),
    subject: () => words(raw.subject),
    ours: () => ({ first: words(raw.ours, first), within: words(raw.ours) }),
    fromScratch: () => words(scratch, fill),
    split: () => words(raw.split),
    file: () => words(raw.file),
    provider: () => words(raw.provider),
    training: () => words(raw.training),
    evaluation: () => words(raw.evaluation),
    telling: () =>
      words(
        [
          ...(license.strong ?? []),
          ...(license.label ?? []),
          ...(license.before ?? []),
          ...scratch,
          ...(raw.split ?? []),
          ...limitsOf(raw).flatMap(({ cue }) => cue),
          ...(raw.forms ?? []).flatMap(({ cue }) => cue),
        ],
        fill,
      ),
    names: () =>
      (raw.names ?? []).map((one) => ({
        words: compilePattern(`${one.words}${one.end ? '(.*)$' : ''}`, 'i'),
        isEnd: one.end === true,
        english: one.english,
      })),
    frames: () => frames && framesOf(frames, raw.refuse ?? [], fold),
  });
}

/** Cues for limits, those first that leave a way open: "not commercially without our consent". */
function limitsOf({ limits, frames }: Raw): { readonly limit: UseLimit; readonly cue: Ways }[] {
  const framed = (frames?.limits ?? []).map(({ says, ways }) => ({
    limit: says,
    cue: frames ? framedWays(frames, ways) : [],
  }));
  const isOpen = ({ limit }: { readonly limit: UseLimit }) => limit === 'commercial-by-consent';
  return [...framed.filter(isOpen), ...limits, ...framed.filter((one) => !isOpen(one))];
}

interface Language {
  /** Letters without which no sentence is written in it; a text that has none is not asked for its cues. */
  readonly script: RegExp | undefined;
  /** Parsed for the first text that has such letters. */
  readonly tongue: () => LanguageRules;
}

let shipped: readonly Language[] | undefined;

/** The languages that `data/prose` holds: a line of their scripts, and a line of each. */
function languages(): readonly Language[] {
  if (shipped) return shipped;
  const [scripts, ...lines] = linesOf(dataBytes('data/generated/prose.jsonl'));
  const read = (line: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(line));
  return (shipped = (read(scripts) as readonly (string | null)[]).map((script, nth): Language => {
    let tongue: LanguageRules | undefined;
    return {
      script: script === null ? undefined : compilePattern(script, ''),
      tongue: () => (tongue ??= tongueOf(read(lines[nth]) as Raw)),
    };
  }));
}

/** The last texts asked for, a few: each kind of statement asks for the same sentence again. */
const asked = new Map<string, readonly LanguageRules[]>();

/** The languages in which a text may be written, by its letters. */
export function languagesOf(text: string): readonly LanguageRules[] {
  const inScript = ({ script, tongue }: Language) =>
    script === undefined || script.test(text) ? [tongue()] : [];
  const found = asked.get(text) ?? languages().flatMap(inScript);
  if (asked.size >= 64) asked.clear();
  return asked.set(text, found) && found;
}
