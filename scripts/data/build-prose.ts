/**
 * Checks `data/prose/*.yml` and writes `data/generated/prose.jsonl`: every expression must compile. `--check`
 * writes nothing and says where it is stale.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { HEAD } from '../../src/core/extract/prose/languages.ts';
import { framesOf, type Frames, type Grammar, type Lexicon } from './frames.ts';
import { generated, inAscii } from './generated.ts';
import { letterVariants } from './letter-variants.ts';
import { waysOf } from './required-literals.ts';
import { SharedParts } from './shared-parts.ts';

const folder = new URL('../../data/prose/', import.meta.url);
let troubles = 0;

function check(value: unknown, where: string): void {
  if (typeof value === 'string') {
    try {
      new RegExp(value, 'iu');
    } catch (error) {
      troubles += 1;
      console.error(`${where}: ${(error as Error).message}`);
    }
  } else if (Array.isArray(value)) value.forEach((item, index) => check(item, `${where}[${index}]`));
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) check(item, `${where}.${key}`);
}

type Patterns = readonly string[];
interface Saying {
  readonly cue: string;
  readonly opens?: string;
  readonly needs?: string;
  readonly sure?: string;
}
interface Language {
  readonly language: string;
  /** Letters that are written in several ways. */
  readonly letters?: string;
  readonly components?: readonly Saying[];
  readonly partOrigin?: readonly Saying[];
  readonly names?: readonly { readonly words: string; readonly english: string; readonly end?: boolean }[];
  /** Sentences that say something and such that do not: the tests of the language. */
  readonly sentences?: { readonly heard?: readonly unknown[]; readonly unheard?: readonly unknown[] };
  readonly lexicon?: Lexicon;
  readonly grammar?: Grammar;
  readonly license?: Readonly<Record<string, Patterns>>;
  readonly parts?: Readonly<Record<string, Patterns>>;
  readonly upstream?: readonly Saying[];
  readonly limits?: readonly Saying[];
  readonly forms?: readonly Saying[];
  readonly labels?: readonly Saying[];
  /** Parts of expressions that the program writes. */
  readonly script?: string;
  /** Words that open a text, besides those that the frames hold. */
  readonly trigger?: Patterns;
  readonly turn?: Patterns;
  readonly or?: Patterns;
}

/** A language's file as the program reads it. */
function cuesOf(file: Language, frames: Frames) {
  const {
    language: _,
    script: __,
    letters,
    lexicon,
    grammar,
    license,
    parts,
    upstream,
    limits,
    components,
    partOrigin,
    forms,
    labels,
    turn,
    or,
    names = [],
    trigger,
    sentences: ___,
    ...rest
  } = file;
  const variants = letterVariants(letters?.split(' ') ?? []);
  const known = (trigger ?? []).map((one) => new RegExp(one));
  const shared = new SharedParts();
  const ways = (patterns: Patterns) =>
    patterns.flatMap(waysOf).map(([expression, ...stems]): Way => [shared.short(expression), ...stems]);
  const waysEach = (fields: Readonly<Record<string, Patterns>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, patterns]) => [name, ways(patterns)]));
  const parted = (patterns: Patterns = []) => patterns.map(variants);
  const said = ({ cue, opens, needs, sure: _sure, ...one }: Saying) => ({
    cue: ways([cue]),
    ...(opens === undefined ? {} : { opens: ways([opens]) }),
    ...(needs === undefined ? {} : { needs: ways([needs]) }),
    ...one,
  });
  const saidEach = (all: readonly Saying[] = []) => all.map(said);
  const framed = lexicon && grammar && framesOf(frames, lexicon, grammar, known, shared);
  const cues = {
    ...(letters === undefined ? {} : { letters: letters.split(' ') }),
    names: names.map((one) => ({ ...one, words: variants(one.words) })),
    turn: parted(turn),
    or: parted(or),
    parts: Object.fromEntries(
      Object.entries(parts ?? {}).map(([name, patterns]) => [name, parted(patterns)]),
    ),
    license: waysEach(license ?? {}),
    upstream: saidEach(upstream),
    limits: saidEach(limits),
    forms: saidEach(forms),
    labels: saidEach(labels),
    components: saidEach(components),
    partOrigin: saidEach(partOrigin),
    trigger: opening(
      ways(trigger ?? ['strong', 'label', 'before'].flatMap((name) => license?.[name] ?? [])),
      framed?.trigger ?? [],
    ),
    ...waysEach(rest),
    ...(framed && grammar ? { frames: { ...framed.lists, ...wordsOf(grammar, { ways, parted }) } } : {}),
  };
  return { shared: shared.parts, ...cues };
}

/** What a grammar has beside the roles. */
function wordsOf(
  { clause, and, refuse, terms = [], aside = [], allowed = [], announce, dropsSubject }: Grammar,
  {
    ways,
    parted,
  }: {
    readonly ways: (patterns: Patterns) => readonly Way[];
    readonly parted: (patterns?: Patterns) => readonly string[];
  },
) {
  return {
    clause: parted([clause])[0],
    and: parted(and),
    ...(refuse ? { refuse: ways(refuse) } : {}),
    terms: ways(terms),
    aside: ways(aside),
    allowed: ways(allowed),
    announce: parted(announce),
    dropsSubject,
  };
}

type Way = readonly [expression: string, ...stems: readonly (readonly string[])[]];

/**
 * Ways and words that open a text. Which of hundreds of words stands there is all one: they are the stems of
 * one way, an expression of nothing, which is found beside any of them.
 */
function opening(ways: readonly Way[], words: readonly string[]): Way[] {
  const isWord = ([expression, ...stems]: Way) => stems.length === 1 && stems[0]?.join('\0') === expression;
  const all = [...new Set([...ways.filter(isWord).map(([word]) => word), ...words])];
  const shortest = all.filter((word) => !all.some((other) => other !== word && word.includes(other)));
  return [...(shortest.length > 0 ? [['', shortest] as const] : []), ...ways.filter((way) => !isWord(way))];
}

/** How many sentences must be heard, and how many must not, before a language is taken. */
const FEWEST = 8;

/** What a file has to say of its language before it is taken. */
function lacksOf(file: string, { language, lexicon = {}, grammar, sentences = {} }: Language): string[] {
  const code = file.replace(/\.yml$/, '');
  const { heard = [], unheard = [] } = sentences;
  const roles = Object.keys(grammar?.roles ?? {});
  const known = new Set(
    [frames.provider, frames.scratch, ...Object.values({ ...frames.upstream, ...frames.limits })].flatMap(
      (one) => Object.values(one).flat(),
    ),
  );
  return [
    ...(language === code ? [] : [`say which language it is, as its name does: \`language: ${code}\``]),
    ...(Object.keys(lexicon).length > 0 ? [] : ['say what concepts are called, under `lexicon`']),
    ...(roles.length > 0 ? [] : ['say how roles are shown, under `grammar`']),
    ...(['name', 'clause'] as const)
      .filter((key) => typeof grammar?.[key] !== 'string')
      .map((key) => `say what a ${key} looks like, under \`grammar.${key}\``),
    ...roles.filter((role) => !known.has(role)).map((role) => `no frame asks for the role "${role}"`),
    ...(heard.length >= FEWEST ? [] : [`give ${FEWEST} sentences that must be heard, under \`sentences\``]),
    ...(unheard.length >= FEWEST ? [] : [`give ${FEWEST} that must not be heard, under \`sentences\``]),
  ];
}

function report(trouble: string): void {
  troubles += 1;
  console.error(trouble);
}

const FRAMES = 'frames.yml';
const read = (file: string): unknown => parse(readFileSync(new URL(file, folder), 'utf8'));
const frames = read(FRAMES) as Frames;
const languages = readdirSync(folder)
  .filter((file) => file.endsWith('.yml') && file !== FRAMES)
  .sort()
  .map((file) => {
    const parsed = read(file) as Language;
    const { lexicon: _, grammar: __, sentences: ___, ...lists } = parsed;
    const lacks = lacksOf(file, parsed);
    for (const lack of lacks) report(`${file}: ${lack}`);
    check(lists, file);
    const cues = lacks.length > 0 ? {} : cuesOf(parsed, frames);
    return { script: parsed.script ?? null, cues };
  });
if (troubles > 0) process.exitCode = 1;
else {
  const line = (row: unknown) => `${inAscii(JSON.stringify(row))}\n`;
  const lines = languages.map(({ cues }) => line(cues));
  // The program reads the first line, which tells where the others stand, and of those what it needs.
  const head = line(languages.map(({ script }, nth) => [script, lines[nth]?.length]));
  if (head.length > HEAD) throw new Error(`raise HEAD in languages.ts to over ${head.length}`);
  generated('data/generated/prose.jsonl', [head, ...lines].join(''), 'npm run data');
}
console.log(`${languages.length} languages, ${troubles} troubles`);
