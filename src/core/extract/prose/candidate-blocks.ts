import { isItem, type Block } from '../card/blocks.ts';
import { copiedFrom } from '../card/copied-card.ts';
import { languagesOf } from './languages.ts';
import { matterNamed } from './subjects.ts';

/** A block that can hold a claim, and the heading under which it stands. */
export interface Candidate {
  readonly block: Block;
  readonly heading: string;
  /** The heading, or one above it, is about the license. */
  readonly underLicense: boolean;
  /** The block before, where it is a text: a list's introduction. */
  readonly first: boolean;
  /** It stands in a card that was copied below one's own, as quantizers do: its words are the upstream's. */
  readonly copied: boolean;
  /** The card's first heading, which mostly is the model's name. */
  readonly title?: string;
}

/** Longest block that is parsed: a wall of text without a blank line is no statement. */
const LONGEST_BLOCK = 8000;
const MOST_BLOCKS = 400;
/**
 * All text that is parsed, in UTF-16 code units; the most that a card of the wild asks for is 0.03 million.
 */
const MOST_TEXT = 100_000;

/**
 * The blocks worth parsing. Sections about evaluation, usage or citations hold no claims of origin; what
 * stands from `copied` on is another's card.
 */
export function candidatesIn(
  text: string,
  blocks: readonly Block[],
  copied = copiedFrom(text, blocks),
): Candidate[] {
  const found: Candidate[] = [];
  const title = blocks.find(({ kind }) => kind === 'heading')?.title ?? '';
  let heading = '';
  let licenseDepth = 0;
  let underLicense = false;
  let skipped = false;
  let wanted = false;
  let labelled = false;
  let fresh = false;
  let budget = MOST_TEXT;
  for (const block of blocks) {
    const opened = block.kind === 'heading' ? (block.title ?? '') : boldLine(text, block);
    if (opened !== undefined) {
      heading = opened.replace(/[*_`#:]/g, '').trim();
      // Bold words open a section, but do not close one: fields in bold follow each other as they like.
      const tongues = languagesOf(heading);
      const depth = depthOf(text, block);
      // "Code" below "License" is the code's license.
      const isPart: boolean = underLicense && depth > licenseDepth && matterNamed(heading) !== 'unsaid';
      underLicense = isPart || tongues.some(({ license }) => license.heading.test(heading));
      if (underLicense && !isPart) licenseDepth = depth;
      skipped =
        tongues.some(({ skipHeading }) => skipHeading.test(heading)) && (skipped || block.kind === 'heading');
      fresh = true;
    }
    if (
      block.kind === 'fence' ||
      block.kind === 'comment' ||
      block.kind === 'quote' ||
      block.end - block.start > LONGEST_BLOCK
    )
      continue;
    const words = text.slice(block.start, block.end);
    const listItem = isItem(words);
    // What follows a heading that is a label, or is an item of an announced list, may hold nothing but an id.
    if (!underLicense && !mayTell(words) && !(wanted && (listItem || labelled))) {
      wanted = wanted && listItem;
      labelled = false;
      continue;
    }
    if (skipped && !underLicense) continue;
    if (block.kind === 'table') {
      if (underLicense || languagesOf(words).some(({ cell }) => cell.test(words)))
        found.push({ block, heading, underLicense, first: false, copied: block.start >= copied, title });
      wanted = labelled = false;
      continue;
    }
    const label = isLabel(words);
    wanted = label || /[:：][\s*_]*$/.test(words) || (wanted && listItem);
    labelled = block.kind === 'heading' && label;
    found.push({ block, heading, underLicense, first: fresh, copied: block.start >= copied, title });
    if (opened === undefined) fresh = false;
    budget -= block.end - block.start;
    if (found.length >= MOST_BLOCKS || budget <= 0) break;
  }
  return found;
}

/** Whether a text has one of the words without which none says anything of interest. */
export const mayTell = (words: string) => languagesOf(words).some(({ trigger }) => trigger.test(words));

/** Words that are nothing but "Base model" in some language. */
const isLabel = (words: string) =>
  words.length < 80 && languagesOf(words).some(({ label }) => label.test(words.trim()));

/** How deep a heading stands: lines in bold below all others. */
const depthOf = (text: string, { kind, start, end }: Block) =>
  kind === 'heading' ? (/^ {0,3}(#{1,6})/.exec(text.slice(start, end))?.[1]?.length ?? 1) : 7;

/** A line in bold on its own stands for a heading. */
function boldLine(text: string, { kind, start, end }: Block): string | undefined {
  return kind === 'text' && end - start < 120
    ? /^\s*(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__):?\s*$/.exec(text.slice(start, end))?.[1]
    : undefined;
}
