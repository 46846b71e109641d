import { familiesIn, familiesNamed, isOwner } from './family-names.ts';
import type { Flat, Link } from '../card/flatten-block.ts';
import { mayLinkToHub } from '../../model/hub-address.ts';
import { PatternSet } from '../../text/patterns/pattern-set.ts';
import { hubUrlId, isBareId, isModelId } from './model-id.ts';
import { modelCalled, modelInPath, withDots, type Guess } from './named-model.ts';

/** A model named in a flattened text. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  /** The Hub id, or the family's name. */
  readonly model: string;
  readonly raw: string;
  readonly hub: boolean;
  /** A family's model, or what a local path is called after, where it is told by no id. */
  readonly guess?: Guess;
}

/** Two words with a slash between that are no Hub id: prose, paths, units, MIME types. */
const NO_ID = new PatternSet([
  [
    '^(?:and/or|he/she|his/her|w/o|n/a|km/h|input/output|read/write|true/false|yes/no)$',
    ['and/or', 'he/she', 'his/her', 'w/o', 'n/a', 'km/h', 'input/', 'read/', 'true/', 'yes/'],
  ],
  [String.raw`^tokens?/s\w*$`, ['token'], ['/s']],
  [
    String.raw`^(?:text|image|application|train|test)/\w+$`,
    ['text/', 'image/', 'application/', 'train/', 'test/'],
  ],
  ['^(?:models?|src|output|data|domain)/', ['model/', 'models/', 'src/', 'output/', 'data/', 'domain/']],
  [String.raw`^\d+/\d`],
  [String.raw`\d/[\d.]+$`],
  ['^[a-z]{1,3}/[a-z]{1,3}$'],
  [
    String.raw`^(?:chatgpt|gpt-?[34][\w.-]*|claude|gemini|bard|bing\w*)/`,
    ['gpt', 'claude', 'gemini', 'bard', 'bing'],
  ],
  ['/non-', ['/non-']],
]);
const ID = /(?<![\w./@:-])[A-Za-z0-9][\w.-]{1,60}\/[A-Za-z0-9][\w.-]{2,95}(?![\w/])/g;

/** An old id of one word (`bert-base-uncased`); without a dash or digit it is too often just a word. */
const WORD = /(?<![\w./@:-])[A-Za-z0-9]+(?=[\w-]*[-\d])(?:[\w-]*[A-Za-z0-9])(?![\w/-])/g;

const ADDRESS = /https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/[\w./-]+/gi;

/** Pages of the Hub that are no models. */
const NO_MODEL = /(?:huggingface\.co|hf\.co)\/(?:datasets|spaces|papers|blog|docs)\//i;

/**
 * Every model that a stretch of a text names: Hub links, ids, family names; in order, without overlaps. With
 * `unknown` names with a size as well of which nothing is known, which may be anybody's: they count only in
 * a role that makes them models of which this one was made.
 */
export function mentionsIn(flat: Flat, from: number, to: number, unknown = false): Mention[] {
  const links = flat.links.filter((link) => link.from >= from && link.from < to && !link.image);
  const found = links.flatMap((link) => linkMention(flat, link));
  // `owner/name` that links to a code host, a data set or a collection is not the Hub's model of that name.
  const elsewhere = links.filter(({ url }) => /^https?:/i.test(url) && !hubUrlId(url));
  const leadsElsewhere = (one: Mention, only?: RegExp) =>
    elsewhere.some(
      (link) => one.from < link.to && one.to > link.from && (only === undefined || only.test(link.url)),
    );
  const isFree = (one: Mention) => found.every((other) => one.to <= other.from || one.from >= other.to);
  const text = flat.text.slice(from, to);
  const take = (some: readonly Mention[], mayLead?: RegExp | 'anywhere') => {
    for (const one of some)
      if (isFree(one) && (mayLead === 'anywhere' || !leadsElsewhere(one, mayLead))) found.push(one);
  };
  take(addresses(text, from), 'anywhere');
  take(ids(flat, from, to));
  take(bareIds(text, from));
  take(paths(text, from), 'anywhere');
  take(families(text, from), NO_MODEL);
  take(namesAlone(text, from));
  if (unknown) take(sizedNames(text, from));
  return found.sort((a, b) => a.from - b.from);
}

/** What a link's words may say of the model to which it leads: "[Llama 2 기반 Harbor](…)". */
const BASED = /^[^[\]]{2,40}?\s?(?:기반(?:의|인)?|をベースにした|-based)\s*(?=\S)/;

/** The model that a link leads to, where its words stand. */
function linkMention(flat: Flat, { from, to, url }: Link): Mention[] {
  const hub = hubUrlId(url);
  if (!hub) return [];
  const words = flat.text.slice(from, to);
  const own = from + (BASED.exec(words)?.[0].length ?? 0);
  return [
    {
      from: own,
      to: Math.max(to, own + 1),
      model: hub.id,
      raw: flat.text.slice(own, to) || hub.id,
      hub: true,
    },
  ];
}

/** Addresses of the Hub that stand in a text as words; the text begins at `base`, as below. */
function addresses(text: string, base: number): Mention[] {
  if (!mayLinkToHub(text)) return [];
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: raw, index }) => {
    const hub = hubUrlId(raw.replace(/[.,;:]+$/, ''));
    return hub ? [hubMention(raw, base + index, hub.id)] : [];
  });
}

function ids({ text, code }: Flat, from: number, to: number): Mention[] {
  return [...text.slice(from, to).matchAll(ID)].flatMap((id) => {
    const raw = id[0].replace(/[.,;:]+$/, '');
    const at = from + id.index;
    if (NO_ID.test(raw) || areAlternatives(raw) || !isModelId(raw) || !/[\d-]|[A-Z]/.test(raw)) return [];
    const isCode = code.some((one) => one.from <= at && at < one.to);
    return isCode || !areWords(raw) ? [hubMention(raw, at, withDots(raw))] : [];
  });
}

/**
 * "ContentVec/HuBERT", "Baduk/Weiqi", "FP16/BF16": two words, or two of one shape, which are alternatives
 * where nobody who publishes models is called by the first. A model's name has a size, a version or a dash,
 * or its owner is written small, as accounts are: "acme/CatGPT".
 */
function areWords(raw: string): boolean {
  const [left = '', right = ''] = raw.split('/');
  if (isOwner(left)) return false;
  const shape = (word: string) => word.replace(/[A-Za-z]+/g, 'a').replace(/\d+/g, '9');
  const areLetters = /^[A-Za-z]+\/[A-Za-z]+$/.test(raw) && !/^[a-z]+\/\w*[A-Z]/.test(raw);
  return areLetters || (right.length < 6 && shape(left) === shape(right));
}

function bareIds(text: string, base: number): Mention[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: raw, index }) =>
    isBareId(raw) ? [hubMention(raw, base + index)] : [],
  );
}

function hubMention(raw: string, from: number, model = raw): Mention {
  return { from, to: from + raw.length, model, raw, hub: true };
}

/**
 * "LLaMA/Vicuna", "SFT/DPO": two families, or two short words, with a slash between; the first is nobody's
 * name on the Hub.
 */
function areAlternatives(raw: string): boolean {
  const [left = '', right = ''] = raw.split('/');
  const isFamily = (part: string) =>
    familiesIn(part).some(({ from, to }) => from === 0 && to === part.length);
  return /^[A-Z]{2,4}$/.test(right) || (!isOwner(left) && isFamily(left) && isFamily(right));
}

/** A path on somebody's machine, which begins as no address does. */
const PATH = /(?<![\w@:/.\\~])(?:\.{0,2}|~)\/(?:[\w.-]+\/)*[\w.-]*[A-Za-z][\w.-]*/g;

/** Paths whose folders are called as models are: "trained from `./gemma-3-270m-it`". */
function paths(text: string, base: number): Mention[] {
  if (!text.includes('/')) return [];
  return [...text.matchAll(PATH)].flatMap(({ 0: found, index }) => {
    const raw = found.replace(/[.,;:]+$/, '');
    const guess = modelInPath(raw);
    const from = base + index;
    return guess ? [{ from, to: from + raw.length, model: guess.model, raw, hub: false, guess }] : [];
  });
}

/** A name of several parts, with a number: as models are called, and words are not. */
const ALONE = /(?<![\w./@:%#=&?-])[A-Z](?=[\w.-]*\d)(?=[\w.]*-)[\w.-]{6,80}[A-Za-z\d](?![\w/@-])/gi;

/** Models that are named without their owner, where one alone is called so: "OpenOrca-Platypus2-13B". */
function namesAlone(text: string, base: number): Mention[] {
  return [...text.matchAll(ALONE)].flatMap(({ 0: raw, index }) => {
    const guess = modelCalled(raw);
    if (guess?.hub !== true) return [];
    const from = base + index;
    return [{ from, to: from + raw.length, model: guess.model, raw, hub: false, guess }];
  });
}

/**
 * A name with a size of parameters, as one word ("OpenChat-7B", "yi-34b") or as words written large
 * ("Harbor LM 7B"); a count of anything else is none.
 */
const SIZED = new RegExp(
  String.raw`(?<![\w./@:%#=&?~-])(?:[A-Za-z]\w*(?:[.-]\w+)*?-?|` +
    String.raw`[A-Z][\w.-]*(?: (?:[A-Z][\w.-]*|\d+(?:\.\d+)?)){0,2}[ -])` +
    String.raw`(?<![\d.])\d{1,3}(?:\.\d+|x\d{1,3})?[bB](?:-[A-Za-z]\w*)*(?![\w/@.]*[\w/@])` +
    String.raw`(?! (?:tokens|parameters|params|samples|words)\b)`,
  'g',
);
/** Words that stand large before a size and are no name. */
const NO_NAME = /^(?:the|this|our|an?|all|both|these|its|with|for|from|only|about|over|under)\b/i;

/** Whether only a name with a size is told, and nothing here knows it. */
export const isUnknown = ({ guess }: Mention): boolean =>
  guess !== undefined && !guess.hub && guess.family === undefined;

/** Models of which only a name with a size is told, and that nothing here knows. */
function sizedNames(text: string, base: number): Mention[] {
  if (!/\d[bB]/.test(text)) return [];
  return [...text.matchAll(SIZED)].flatMap(({ 0: raw, index }) => {
    if (NO_NAME.test(raw) || !/[a-z]{2}/i.test(raw)) return [];
    const from = base + index;
    return [{ from, to: from + raw.length, model: raw, raw, hub: false, guess: { model: raw, hub: false } }];
  });
}

/** What belongs to a family's name behind it: a size, a kind. */
const SIZE = new RegExp(
  String.raw`^(?:[-_.](?=[\wα-ω])[\wα-ω.-]*(?<=[\wα-ω])|[\s-]{1,2}(?:\d+(?:\.\d+)?[bm](?![a-z])|` +
    String.raw`instruct|chat|base|v?\d+(?:\.\d+)+|it|pt)(?![\w/]))+`,
  'i',
);

/** How far the name of a family's model goes: "Llama 3.1 8B Instruct". */
export const sizeBehind = (text: string) => SIZE.exec(text)?.[0] ?? '';

const GREEK: Readonly<Record<string, string>> = { α: 'alpha', β: 'beta', γ: 'gamma' };

/** The model of a family that a text names in full, without its owner: "Qwen2.5-7B-Instruct". */
export function guessAt({ text }: Flat, { from, to, raw, guess }: Mention): Guess | undefined {
  if (guess) return guess;
  const size = sizeBehind(text.slice(to, to + 80)).replace(/[αβγ]/g, (letter) => GREEK[letter] ?? letter);
  const before = /(?<![\w./-])meta[-_ ]$/i.exec(text.slice(Math.max(0, from - 8), from))?.[0] ?? '';
  const names = before === '' ? [raw] : [`${before}${raw}`, raw];
  if (!/\d/.test(`${raw}${size}`)) return undefined;
  return names
    .map((name) => modelCalled(`${name}${size}`.trim().replace(/\s+/g, '-')))
    .find((one) => one?.hub === true);
}

function families(text: string, base: number): Mention[] {
  return familiesNamed(text).map(({ family, from, to }) => ({
    from: base + from,
    to: base + to,
    model: family.name,
    raw: text.slice(from, to),
    hub: false,
  }));
}
