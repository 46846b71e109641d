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

/**
 * A word that may be an old id of one word, such as `bert-base-uncased`; a word without a dash or digit is
 * too often just a word.
 */
const WORD = /(?<![\w./@:-])[A-Za-z0-9]+(?=[\w-]*[-\d])(?:[\w-]*[A-Za-z0-9])(?![\w/-])/g;

/** Pages of the Hub that are no models. */
const NO_MODEL = /(?:huggingface\.co|hf\.co)\/(?:datasets|spaces|papers|blog|docs)\//i;

/**
 * Every model that a stretch of a text names: Hub links, Hub ids, family names; in order, without overlaps.
 */
export function mentionsIn(flat: Flat, from: number, to: number): Mention[] {
  const found: Mention[] = [];
  const elsewhere: Link[] = [];
  const free = (start: number, end: number) => found.every((one) => end <= one.from || start >= one.to);
  for (const link of flat.links) {
    if (link.from < from || link.from >= to || link.image) continue;
    const hub = hubUrlId(link.url);
    if (hub)
      found.push({
        from: link.from,
        to: Math.max(link.to, link.from + 1),
        model: hub.id,
        raw: flat.text.slice(link.from, link.to) || hub.id,
        hub: true,
      });
    else if (/^https?:/i.test(link.url)) elsewhere.push(link);
  }
  // `owner/name` that links to a code host, a data set or a collection is not the Hub's model of that name.
  const linked = (start: number, end: number, only?: RegExp) =>
    elsewhere.some(
      (link) => start < link.to && end > link.from && (only === undefined || only.test(link.url)),
    );
  const text = flat.text.slice(from, to);
  if (mayLinkToHub(text))
    for (const url of text.matchAll(/https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/[\w./-]+/gi)) {
      const hub = hubUrlId(url[0].replace(/[.,;:]+$/, ''));
      if (hub && free(from + url.index, from + url.index + url[0].length))
        found.push({
          from: from + url.index,
          to: from + url.index + url[0].length,
          model: hub.id,
          raw: url[0],
          hub: true,
        });
    }
  for (const id of text.matchAll(ID)) {
    const raw = id[0].replace(/[.,;:]+$/, '');
    if (
      !NO_ID.test(raw) &&
      !areAlternatives(raw) &&
      isModelId(raw) &&
      /[\d-]|[A-Z]/.test(raw) &&
      free(from + id.index, from + id.index + raw.length) &&
      !linked(from + id.index, from + id.index + raw.length)
    )
      found.push({ from: from + id.index, to: from + id.index + raw.length, model: raw, raw, hub: true });
  }
  for (const word of text.matchAll(WORD))
    if (
      isBareId(word[0]) &&
      free(from + word.index, from + word.index + word[0].length) &&
      !linked(from + word.index, from + word.index + word[0].length)
    )
      found.push({
        from: from + word.index,
        to: from + word.index + word[0].length,
        model: word[0],
        raw: word[0],
        hub: true,
      });
  for (const family of families(text))
    if (free(from + family.from, from + family.to) && !linked(from + family.from, from + family.to, NO_MODEL))
      found.push({ ...family, from: from + family.from, to: from + family.to });
  return found.sort((a, b) => a.from - b.from);
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
function families(text: string): Mention[] {
  return familiesIn(text)
    .filter(({ family, from, to }) => !refused(family, text, from, to - from))
    .map(({ family, from, to }) => ({ from, to, model: family.name, raw: text.slice(from, to), hub: false }));
}

function refused(family: FamilyName, text: string, at: number, length: number): boolean {
  const around = normalizeSpacing(text.slice(Math.max(0, at - 16), at + length + 16));
  return family.not.some((word) => around.includes(word));
}
