import { familiesIn, isOwner, type FamilyName } from './family-names.ts';
import type { Flat, Link } from '../card/flatten-block.ts';
import { mayLinkToHub } from '../../model/hub-address.ts';
import { PatternSet } from '../../text/pattern-set.ts';
import { hubUrlId, isBareId, isModelId } from './model-id.ts';
import { normalizeSpacing } from '../../text/normalize-spacing.ts';

/** A model named in a flattened text. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  /** The Hub id, or the family's name. */
  readonly model: string;
  readonly raw: string;
  readonly hub: boolean;
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

/** Every model that a stretch of a text names: Hub links, ids, family names; in order, without overlaps. */
export function mentionsIn(flat: Flat, from: number, to: number): Mention[] {
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
  for (const one of addresses(text, from)) if (isFree(one)) found.push(one);
  for (const one of ids(flat, from, to)) if (isFree(one) && !leadsElsewhere(one)) found.push(one);
  for (const one of bareIds(text, from)) if (isFree(one) && !leadsElsewhere(one)) found.push(one);
  for (const one of families(text, from)) if (isFree(one) && !leadsElsewhere(one, NO_MODEL)) found.push(one);
  return found.sort((a, b) => a.from - b.from);
}

/** The model that a link leads to, where its words stand. */
function linkMention(flat: Flat, { from, to, url }: Link): Mention[] {
  const hub = hubUrlId(url);
  if (!hub) return [];
  const raw = flat.text.slice(from, to) || hub.id;
  return [{ from, to: Math.max(to, from + 1), model: hub.id, raw, hub: true }];
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
    return isCode || !areWords(raw) ? [hubMention(raw, at)] : [];
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

/** The families that a text names; the `not` words of a family beside it show that it is another one. */
function families(text: string, base: number): Mention[] {
  return familiesIn(text)
    .filter(({ family, from, to }) => !refused(family, text, from, to - from) && !isOfLongerName(text, to))
    .map(({ family, from, to }) => ({
      from: base + from,
      to: base + to,
      model: family.name,
      raw: text.slice(from, to),
      hub: false,
    }));
}

/** Words with a dash behind a family's name by which a model is still one of that family's own. */
const OF_FAMILY = new RegExp(
  `^(?:[-_](?:${[
    String.raw`v?\d[\d.]*[bmkx]?(?:x\d[\d.]*b)?|a\d[\d.]*b|e\d+b|i?q\d\w*|w\d+a\d+`,
    'instruct|inst|chat|base[dr]?|it|pt|hf|text|vision|vl|audio|code|coder|math|guard|embedding|reranker',
    'omni|alpha|beta',
    'nano|mini|tiny|small|medium|large|huge|xl|xxl|turbo|lite|flash|plus|pro|preview|dev|schnell',
    'thinking|reasoning|gguf|ggml|gptq|awq|exl2|mlx|onnx|fp16|fp8|bf16|int[48]|[48]bit|bnb|unsloth',
    'style|like|derived|tuned|finetuned|trained|generated|compatible|only|specific|family|series|models?',
    'backbone|decoder|encoder|architecture|licen[cs]ed?|powered|inspired|initiali[sz]ed|en|ko|ja|zh',
  ].join('|')}))*(?![-_][A-Za-z]*[A-Za-z]{2})`,
  'i',
);

/** `Llama-3-Open-Ko-8B` is a model of its own name, and no Llama 3. */
const isOfLongerName = (text: string, to: number) => !OF_FAMILY.test(text.slice(to, to + 80));

function refused(family: FamilyName, text: string, at: number, length: number): boolean {
  const around = normalizeSpacing(text.slice(Math.max(0, at - 16), at + length + 16));
  return family.not.some((word) => around.includes(word));
}
