import { dataPart } from '../../data/data-source.ts';
import type { Relation } from '../../model/relation.ts';
import { framedWays, framesOf, type RawFrames, type UseLimit } from './frames.ts';
import { lazily } from './lazily.ts';
import type { Cue, LanguageRules, Words } from './languages/language-rules.ts';
import { Parts, type Part } from '../../text/patterns/parts.ts';
import { compilePattern, foldOf, PatternSet, type Pattern } from '../../text/patterns/pattern-set.ts';
import { fromWord, NO_LETTERS, plainSigns, SIGNS, withoutSignsAround } from '../../text/signs.ts';

export type { Cue, LanguageRules } from './languages/language-rules.ts';

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
      | 'dataSet'
      | 'training'
      | 'evaluation'
      | 'pronoun'
      | 'asks'
      | 'notOrigin'
      | 'partColumn'
      | 'originColumn',
      Ways
    >
  >
> {
  /** What the expressions of its lists share. */
  readonly shared: readonly Part[];
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

/** Signs, and signs that part no sentence, in a text with plain ones. */
const SIGN = `[${SIGNS}]`;
const SIGN_WITHIN = `(?![,;.。；，、])${SIGN}`;
const IN_CELL = `(?:(?![\\n|])[${NO_LETTERS}])*`;
/**
 * What stands around the words of a cell, of a heading, of a line that is nothing else, and of a license's
 * label. Words of fields begin and end with a letter or digit, and are asked without the signs around them.
 */
const inCell = (way: string) => `\\|${IN_CELL}(?:${way})${IN_CELL}\\|`;
const opening = (way: string) => `^\\W*(?:\\d+\\.?\\s*)?(?:${way})`;
const beginning = (way: string) => `^\\W*(?:${way})`;
const alone = (way: string) => `^\\W*(?:${way})\\W*$`;
const first = (way: string) => `^(?:${way})`;
const asField = (way: string) => `^(?:the |our |its )?(?:${way})$`;
/** Names that are said together, up to the last. */
const SEVERAL = String.raw`(?:[^\s,，、:：;]+\s*(?:[,，、&+]|and|[和と및])\s*)*`;
/** Words right before a name, which they may introduce as a label does, and right behind one. */
const upTo = (way: string) =>
  String.raw`(?<![a-z])(?:${way})(?:[ _](?:names?|ids?|used))?(?:(?![,.;，。])${SIGN}){0,8}` +
  String.raw`${SEVERAL}${SIGN}{0,3}$`;
const behind = (way: string) => `^["'\`*\\])’”」]{0,3}[\\s-]?(?:${way})(?![a-z])`;
const named = (way: string) => `^\\W*(?:[\\w.]+[-_ ]){0,2}?(?:${way})\\W*$`;
/**
 * Words, each at the end of a word or in front of another script, with signs between that part no sentence.
 */
const leading = (ways: readonly string[]) =>
  `^(?![)）])(?:${SIGN_WITHIN}|(?:${ways.join('|')})(?!(?<=[a-z])[a-z]))*`;
const licenseLabel = (way: string) =>
  `^\\W{0,4}(?:\\w+ ){0,2}?(?:${way})(?:\\s+\\(\\w+\\))?\\W{0,3}\\s*(?::|-|–|—|：|\\bis\\b)`;

const NONE: readonly string[] = ['(?!)'];

/** Words that are asked of what a text is made into. */
const of = (words: Words, made: (text: string) => string): Words => ({
  test: (text) => words.test(made(text)),
});

function tongueOf(raw: Raw): LanguageRules {
  const { license, parts, frames } = raw;
  const shared = new Parts(raw.shared);
  const scratch = [...(raw.fromScratch ?? []), ...(frames ? framedWays(frames, frames.scratch) : [])];
  const oneOf = (ways: readonly string[] = []) => `(?:${(ways.length > 0 ? ways : NONE).join('|')})`;
  const fold = raw.letters && foldOf(raw.letters);
  const words = (ways: Ways = [], around?: (way: string) => string) =>
    new PatternSet(ways, { around, parts: shared, fold });
  return lazily<LanguageRules>({
    trigger: () => words(raw.trigger),
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
      of(
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
        plainSigns,
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
        changed: () => words(license.changed),
        likewise: () => words(license.likewise),
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
        plain: () => of(compilePattern(`${leading(parts.plain ?? NONE)}$`, 'i'), plainSigns),
        link: () => {
          const link = compilePattern(leading(parts.link ?? NONE), 'i');
          return { lengthIn: (text) => link.exec(plainSigns(text))?.[0].length ?? 0 };
        },
        tail: () => compilePattern(`${oneOf(parts.tail)}\\s*$`, 'i'),
        ours: () => compilePattern(`^${oneOf(parts.ours)}(?![\\w-])`, 'i'),
      }),
    limits: () => limitsOf(raw).map(({ limit, cue }) => ({ words: words(cue), limit })),
    noLimit: () => words(raw.noLimit),
    useLabel: () => of(words(raw.useLabel, asField), withoutSignsAround),
    forms: () => (raw.forms ?? []).map(({ cue, relation }) => ({ words: words(cue), relation })),
    components: () => (raw.components ?? []).map(({ cue, part }) => ({ words: words(cue), part })),
    partOrigin: () => (raw.partOrigin ?? []).map(({ cue, ...one }) => ({ words: words(cue), ...one })),
    pronoun: () => words(raw.pronoun, beginning),
    asks: () => words(raw.asks),
    notOrigin: () => words(raw.notOrigin),
    subject: () => words(raw.subject),
    ours: () => ({ first: of(words(raw.ours, first), fromWord), within: words(raw.ours) }),
    fromScratch: () => words(scratch),
    split: () => words(raw.split),
    file: () => words(raw.file),
    provider: () => words(raw.provider),
    dataSet: () => ({
      before: of(words(raw.dataSet, upTo), plainSigns),
      behind: words(raw.dataSet, behind),
    }),
    training: () => words(raw.training),
    evaluation: () => words(raw.evaluation),
    telling: () =>
      words([
        ...(license.strong ?? []),
        ...(license.label ?? []),
        ...scratch,
        ...(raw.split ?? []),
        ...limitsOf(raw).flatMap(({ cue }) => cue),
        ...(raw.forms ?? []).flatMap(({ cue }) => cue),
      ]),
    names: () =>
      (raw.names ?? []).map((one) => ({
        words: compilePattern(`${one.words}${one.end ? '(.*)$' : ''}`, 'i'),
        isEnd: one.end === true,
        english: one.english,
      })),
    frames: () => frames && framesOf(frames, raw.refuse ?? [], shared, fold),
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

interface Languages {
  readonly all: readonly Language[];
  /** What a text holds that may be written in another language than those without a script. */
  readonly script: RegExp;
}

let shipped: Languages | undefined;

/** The data's first line, in bytes, is shorter. */
export const HEAD = 2000;
const PROSE = 'data/generated/prose.jsonl';

/**
 * The languages that `data/prose` holds: a line that says of each its script and the bytes of its own line,
 * and those lines, of which most cards need one.
 */
function languages(): Languages {
  if (shipped) return shipped;
  const head = dataPart(PROSE, 0, HEAD).split('\n', 1).join('');
  const rows = JSON.parse(head) as readonly (readonly [script: string | null, bytes: number])[];
  let start = head.length + 1;
  const all = rows.map(([script, bytes]): Language => {
    const [from, to] = [start, (start += bytes)];
    let tongue: LanguageRules | undefined;
    return {
      script: script === null ? undefined : compilePattern(script, ''),
      tongue: () => (tongue ??= tongueOf(JSON.parse(dataPart(PROSE, from, to)) as Raw)),
    };
  });
  const any = rows.flatMap(([script]) => (script === null ? [] : [`(?:${script})`])).join('|');
  return (shipped = { all, script: compilePattern(any, '') });
}

/** The last texts asked for, a few: each kind of statement asks for the same sentence again. */
const asked = new Map<string, readonly LanguageRules[]>();

/** The languages in which a text may be written, by its letters. */
export function languagesOf(text: string): readonly LanguageRules[] {
  const known = asked.get(text);
  if (known) return known;
  const { all, script: any } = languages();
  const isOther = any.test(text);
  const found = all.flatMap(({ script, tongue }) =>
    script === undefined || (isOther && script.test(text)) ? [tongue()] : [],
  );
  if (asked.size >= 64) asked.clear();
  asked.set(text, found);
  return found;
}
