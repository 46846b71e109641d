import type { Claim } from '../model/claim.ts';
import { weakest } from '../model/confidence.ts';
import type { TextSource } from '../model/source.ts';
import { axolotlClaims, isAxolotl } from './axolotl-file.ts';
import { blocksOf, isItem, type Block } from './blocks.ts';
import type { Context } from './context.ts';
import { cues, type Cues } from './cues.ts';
import { parseYaml } from './json-doc.ts';
import { isMerge, mergekitClaims } from './mergekit.ts';
import { templateClaims } from './prose-templates.ts';

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
}

/** Longest block that is parsed: a wall of text without a blank line is no statement. */
const LONGEST_BLOCK = 8000;
const MOST_BLOCKS = 400;
/** All text that is parsed, in UTF-16 code units; the most that a card of the wild asks for is 0.03 million. */
const MOST_TEXT = 100_000;

/**
 * What the text of a card says. Only blocks that can hold a claim are parsed as Markdown, so that a card without any never
 * loads the parser (dependencies.md: remark is the whole cost of a run).
 */
export async function proseClaims(source: TextSource, bodyStart: number, context: Context): Promise<Claim[]> {
  const blocks = blocksOf(source.text, bodyStart);
  const candidates = candidatesIn(source.text, blocks);
  const claims = [...fenceClaims(source, blocks, context), ...templateClaims(source, bodyStart)];
  if (candidates.length === 0) return claims;
  const { statementsIn } = await import('./statements.ts');
  return [...claims, ...statementsIn(source, candidates, context)];
}

/** A gate's text that is longer is the license itself. */
const LONGEST_GATE = 2000;

/** Licenses that the text of a gate asks people to accept (`extra_gated_prompt`); all else in it is about the people. */
export async function gateClaims(source: TextSource, front: readonly Claim[], context: Context): Promise<Claim[]> {
  const candidates = front.flatMap((claim): Candidate[] => {
    if (claim.kind !== 'key' || !/^extra_gated_(?:prompt|description|heading)$/.test(claim.key) || claim.value === undefined || !('start' in claim.place)) return [];
    const { start, end } = claim.place;
    return end - start > LONGEST_GATE || !cues().trigger.test(claim.value) ? [] : [{ block: { kind: 'text', start, end }, heading: '', underLicense: false, first: false, copied: false }];
  });
  if (candidates.length === 0) return [];
  const { statementsIn } = await import('./statements.ts');
  return statementsIn(source, candidates, context).filter((claim) => claim.kind === 'license');
}

/** The blocks worth parsing. Sections about evaluation, usage or citations hold no claims of origin. */
export function candidatesIn(text: string, blocks: readonly Block[]): Candidate[] {
  const { trigger, skipHeading, tongues } = cues();
  const found: Candidate[] = [];
  let heading = '';
  let skipped = false;
  let wanted = false;
  let labelled = false;
  let copied = false;
  let fresh = false;
  let budget = MOST_TEXT;
  for (const block of blocks) {
    const title = block.kind === 'heading' ? (block.title ?? '') : boldLine(text, block);
    if (title !== undefined) {
      heading = title.replace(/[*_`#:]/g, '').trim();
      copied ||= block.kind === 'heading' && COPIED.test(heading);
      // Bold words open a section, but do not close one: fields in bold follow each other as they like.
      skipped = skipHeading.test(heading) && (skipped || block.kind === 'heading');
      fresh = true;
    }
    if (block.kind === 'fence' || block.kind === 'comment' || block.kind === 'quote' || block.kind === 'table' || block.end - block.start > LONGEST_BLOCK) continue;
    const underLicense = tongues.some(({ license }) => license.heading.test(heading));
    const words = text.slice(block.start, block.end);
    const listItem = isItem(words);
    // What follows a heading that is a label, or is an item of an announced list, may hold nothing but an id.
    if (!underLicense && !trigger.test(words) && !(wanted && (listItem || labelled))) {
      wanted = wanted && listItem;
      labelled = false;
      continue;
    }
    if (skipped && !underLicense) continue;
    wanted = /[:：][\s*_]*$/.test(words) || isLabel(words, tongues) || (wanted && listItem);
    labelled = block.kind === 'heading' && isLabel(words, tongues);
    found.push({ block, heading, underLicense, first: fresh, copied });
    if (title === undefined) fresh = false;
    budget -= block.end - block.start;
    if (found.length >= MOST_BLOCKS || budget <= 0) break;
  }
  return found;
}

/** A heading below which another card was copied, to the end; "Original model: X" alone is a label. */
const COPIED = /^(?:original|source|upstream|base|parent) (?:(?:model )?card|readme|repo(?:sitory)? (?:card|readme))\b|^original .{1,80} (?:model card|readme)$/i;

/** Words that are nothing but "Base model" in some language. */
const isLabel = (words: string, tongues: Cues['tongues']) => words.length < 80 && tongues.some(({ label }) => label.test(words.trim()));

/** A line in bold on its own stands for a heading. */
function boldLine(text: string, { kind, start, end }: Block): string | undefined {
  return kind === 'text' && end - start < 120 ? /^\s*(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__):?\s*$/.exec(text.slice(start, end))?.[1] : undefined;
}

/** Configs that tools print into the card: axolotl's in a `<details>`, mergekit's at the end. */
function fenceClaims(source: TextSource, blocks: readonly Block[], context: Context): Claim[] {
  const all = blocks.flatMap((block): Claim[] => {
    if (block.kind !== 'fence' || !block.inner || !/^(?:ya?ml)?$/.test(block.info ?? '')) return [];
    const content = source.text.slice(block.inner.start, block.inner.end);
    if (content.length > 30_000 || !/^(?:base_model|merge_method|slices|models|experts)\s*:/m.test(content)) return [];
    const part = { file: source.file, text: content, base: block.inner.start };
    const [root] = parseYaml(part).docs;
    const told = isMerge(root) ? mergekitClaims(part, context) : root && isAxolotl(root) ? axolotlClaims(root, context) : [];
    // A config in a card was pasted by somebody, perhaps for another version: never certain.
    return told.filter((claim) => claim.kind !== 'unreadable').map((claim) => ({ ...claim, confidence: weakest(claim.confidence, 'likely') }));
  });
  // A recipe is what its author ran: local names in it are worth a word once, and only where it names no model by its id.
  const gaps = all.filter((claim) => claim.kind === 'invalid-upstream');
  const kept = all.some((claim) => claim.kind === 'upstream') ? [] : gaps.slice(0, 1);
  return [...all.filter((claim) => claim.kind !== 'invalid-upstream'), ...kept];
}
