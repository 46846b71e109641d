import { kept } from '../../text/kept.ts';
import { NO_LETTERS, plainSigns } from '../../text/signs.ts';
import { isItem, type Block } from '../card/blocks.ts';
import { copiedFrom } from '../card/copied-card.ts';
import { familiesIn } from './family-names.ts';
import { maySayUpstream } from './frames.ts';
import { languagesOf } from './languages.ts';
import { fieldIn, labelIn } from './statements/labels/label.ts';
import { LICENSE_NAME } from './license-words.ts';
import { mayNameProvider } from './statements/provider.ts';
import { matterNamed } from './subjects.ts';

/** A block that can hold a claim, and the heading under which it stands. */
export interface Candidate {
  readonly block: Block;
  readonly heading: string;
  /** The headings above, each below the one before it, without lines in bold. */
  readonly path?: readonly string[];
  /** The heading, or one above it, is about the license. */
  readonly underLicense: boolean;
  /** The block before, where it is a text: a list's introduction. */
  readonly first: boolean;
  /** Headings, and lines in bold, above it: what one section announces does not follow in another. */
  readonly section?: number;
  /** It stands in a card that was copied below one's own, as quantizers do: its words are the upstream's. */
  readonly copied: boolean;
  /** The card's first heading, which mostly is the model's name. */
  readonly title?: string | undefined;
  /**
   * It stands under a heading on evaluation, usage or thanks: only a sentence that begins with this model
   * counts.
   */
  readonly isAside?: boolean;
}

/** Blocks that are worth parsing, and those that are not parsed because they are too long or too many. */
export interface Candidates {
  readonly picked: readonly Candidate[];
  readonly leftOut: readonly Block[];
}

/** Longest block that is parsed: a wall of text without a blank line is no statement. */
const LONGEST_BLOCK = 8000;
const MOST_BLOCKS = 400;
/** All text that is parsed, in UTF-16 code units; the most that a real card asks for is 0.03 million. */
const MOST_TEXT = 100_000;

/** The heading under which blocks stand, and what that says of them. */
interface Section {
  readonly heading: string;
  readonly path: readonly { readonly heading: string; readonly depth: number }[];
  readonly underLicense: boolean;
  /** Of the heading about the license, by which lower ones belong to it. */
  readonly licenseDepth: number;
  /** About evaluation, usage or citations. */
  readonly skipped: boolean;
  /** … and not about the license as well. */
  readonly isAside: boolean;
  /** A heading that says what the models are that its items name. */
  readonly labelled: boolean;
}

/** What a block lets one expect of the next: behind a label, or in an announced list, an id alone. */
interface Lead {
  readonly wanted: boolean;
  readonly labelled: boolean;
}

const NO_SECTION: Section = {
  heading: '',
  path: [],
  underLicense: false,
  licenseDepth: 0,
  skipped: false,
  isAside: false,
  labelled: false,
};
const NO_LEAD: Lead = { wanted: false, labelled: false };

/**
 * The blocks worth parsing. Sections about evaluation, usage or citations hold no claims of origin; what
 * stands from `copied` on is another's card.
 */
export function candidatesIn(
  text: string,
  blocks: readonly Block[],
  copied = copiedFrom(text, blocks),
): Candidates {
  const leftOut: Block[] = [];
  const found: Candidate[] = [];
  const title = titleOf(blocks);
  let section: Section = NO_SECTION;
  let lead = NO_LEAD;
  let fresh = false;
  let sections = 0;
  let budget = MOST_TEXT;
  for (const [nth, block] of blocks.entries()) {
    const opened = openedBy(text, block);
    if (opened !== undefined) {
      section = sectionOf(opened, depthOf(text, block), block.kind === 'heading', section);
      fresh = true;
      sections += 1;
    }
    if (isPassedOver(block)) continue;
    const { heading, underLicense } = section;
    const words = text.slice(block.start, block.end);
    if (words.length > LONGEST_BLOCK) {
      if (mayHold(block, words, section)) leftOut.push(block);
      continue;
    }
    const listItem = isItem(words);
    if (!isOfInterest(block, words, section, lead)) {
      lead = { wanted: lead.wanted && listItem, labelled: false };
      continue;
    }
    const { isAside } = section;
    if (isAside && !mayBeOfThis(words)) continue;
    const candidate = {
      block,
      heading,
      path: section.path.map((one) => one.heading),
      underLicense,
      copied: block.start >= copied,
      title,
      section: sections,
      ...(isAside ? { isAside } : {}),
    };
    if (block.kind === 'table') {
      if (!isAside && (underLicense || hasCellOfInterest(words))) found.push({ ...candidate, first: false });
      lead = NO_LEAD;
      continue;
    }
    lead = leadOf(words, block.kind === 'heading', lead.wanted && listItem);
    found.push({ ...candidate, first: fresh });
    if (opened === undefined) fresh = false;
    budget -= block.end - block.start;
    if (found.length >= MOST_BLOCKS || budget <= 0)
      return { picked: found, leftOut: [...leftOut, ...blocks.slice(nth + 1).filter(isText)] };
  }
  return { picked: found, leftOut };
}

/** Whether a block may tell something, by its words or by what stands above it. */
function isOfInterest(block: Block, words: string, section: Section, lead: Lead): boolean {
  const listItem = isItem(words);
  return (
    section.underLicense ||
    (section.labelled && (listItem || block.kind === 'heading')) ||
    mayTell(words) ||
    isAwaited(lead, listItem)
  );
}

/** Whether a text may hold a sentence that begins with words for the card's own model. */
const mayBeOfThis = (words: string) => languagesOf(words).some(({ ours }) => ours.within.test(words));

const titleOf = (blocks: readonly Block[]) => blocks.find(({ kind }) => kind === 'heading')?.title ?? '';

/** The section that words open. Those in bold close none: fields in bold follow each other as they like. */
function sectionOf(opened: string, depth: number, isHeading: boolean, before: Section): Section {
  const heading = opened.replace(/[*_`#:]/g, '').trim();
  const { isLicense, isSkipped } = headingSays(heading);
  // "Code" below "License" is the code's license.
  const isPart = before.underLicense && depth > before.licenseDepth && namesPart(heading);
  const underLicense = isPart || isLicense;
  const skipped = isSkipped && (before.skipped || isHeading);
  const above = before.path.filter((one) => one.depth < depth);
  return {
    heading,
    path: isHeading ? [...above, { heading, depth }] : before.path,
    underLicense,
    licenseDepth: underLicense && !isPart ? depth : before.licenseDepth,
    skipped,
    isAside: skipped && !underLicense,
    labelled: isHeading ? isLabel(heading) : before.labelled,
  };
}

const namesPart = kept((heading) => matterNamed(heading) !== 'unsaid');

/** What a heading is about; headings stay while somebody types below them. */
const headingSays = kept((heading) => {
  const tongues = languagesOf(heading);
  return {
    isLicense: tongues.some(({ license }) => license.heading.test(heading)),
    isSkipped: tongues.some(
      ({ skipHeading, frames }) => skipHeading.test(heading) && !frames?.terms.test(heading),
    ),
  };
});

const isPassedOver = ({ kind }: Block) => kind === 'fence' || kind === 'comment' || kind === 'quote';

const isText = ({ kind }: Block) => kind === 'text' || kind === 'table';

const isAwaited = ({ wanted, labelled }: Lead, isItem: boolean) => wanted && (isItem || labelled);

/**
 * What the words of a block announce, or let expect by being nothing but "Base model" in some language;
 * `goesOn`: they are an item of a list that was announced before.
 */
function leadOf(words: string, isHeading: boolean, goesOn: boolean): Lead {
  const { isLabel, announces } = leadBy(words);
  return { wanted: announces || goesOn, labelled: isHeading && isLabel };
}

const leadBy = kept((words) => {
  const isLabel = words.length < 80 && languagesOf(words).some(({ label }) => label.test(words.trim()));
  const announces =
    isLabel ||
    /[:：][\s*_]*$/.test(words) ||
    languagesOf(words).some(({ frames }) => frames?.announce.test(words));
  return { isLabel, announces };
});

/** Whether a block that is too long to be read may hold a statement. */
const mayHold = ({ kind }: Block, words: string, { underLicense, skipped }: Section) =>
  underLicense ||
  (!skipped && mayTell(words.replace(TAGS, ' ')) && (kind !== 'table' || hasCellOfInterest(words)));

/** The numbers of a drawing hold all sorts of letters. */
const TAGS = /<[^<>]*>/g;

const hasCellOfInterest = kept((words) => languagesOf(words).some(({ cell }) => cell.test(words)));

/** The beginnings of lines that may be fields, in a text with plain signs: "- **Vocoder:** X". */
const LINE_OF_FIELD = new RegExp(
  String.raw`^[\s>*+•-]{0,8}[*_\x60]{0,3}[^${NO_LETTERS}][^\n:：=|→.,，。]{1,60}?[*_\x60]{0,3}` +
    String.raw`\s?(?:[:：=]|→|-{1,2}>|[–—-]\s).{0,4}`,
  'gm',
);
const holdsField = (words: string) =>
  words.length < LONGEST_BLOCK &&
  [...plainSigns(words).matchAll(LINE_OF_FIELD)].some(({ index, 0: plain }) => {
    const line = words.slice(index, index + plain.length).replace(/[*_`]/g, '');
    return fieldIn(`${line.replace(/^[\s>*+•-]+/, '')}x`) !== undefined;
  });

/** What looks like a model's id or a name with a size, in lower case. */
const NAMES_MODEL = /[a-z\d]\/[a-z\d]|\d[bm](?![a-z\d])/;

/** Whether a text has one of the words without which none says anything of interest. */
export const mayTell: (words: string) => boolean = kept((words) => {
  const tongues = languagesOf(words);
  if (tongues.some(({ trigger }) => trigger.test(words)) || holdsField(words)) return true;
  const lower = words.toLowerCase();
  if (LICENSE_NAME.test(lower)) return true;
  if (
    (NAMES_MODEL.test(lower) || familiesIn(words).length > 0) &&
    tongues.some(({ frames }) => maySayUpstream(frames, lower))
  )
    return true;
  return mayNameProvider(lower) && tongues.some(({ frames }) => frames?.provider.mayStandIn(lower) === true);
});

/** Words that are nothing but "Base model" in some language. */
const isLabel = (words: string) =>
  words.length < 80 &&
  labelIn(
    words
      .replace(/^\s*#+/, '')
      .replace(/[*_`]/g, '')
      .trim(),
  ) !== undefined;

/** How deep a heading stands: lines in bold below all others. */
const depthOf = (text: string, { kind, start, end }: Block) =>
  kind === 'heading' ? (/^ {0,3}(#{1,6})/.exec(text.slice(start, end))?.[1]?.length ?? 1) : 7;

/** The heading's words that a block is. */
const openedBy = (text: string, block: Block) =>
  block.kind === 'heading' ? (block.title ?? '') : boldLine(text, block);

/** A line in bold on its own stands for a heading. */
function boldLine(text: string, { kind, start, end }: Block): string | undefined {
  return kind === 'text' && end - start < 120
    ? /^\s*(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__):?\s*$/.exec(text.slice(start, end))?.[1]
    : undefined;
}
