import type { Claim } from '../../model/claim.ts';
import { weakest } from '../../model/confidence.ts';
import type { TextSource } from '../../model/source.ts';
import { axolotlClaims, isAxolotl } from '../configs/axolotl.ts';
import { bodyBlocks, type Block } from '../card/blocks.ts';
import { candidatesIn, mayTell, type Candidate } from './candidate-blocks.ts';
import type { Context } from '../context.ts';
import { loadMarkdown } from '../card/markdown.ts';
import { plainTree } from '../card/plain-markdown.ts';
import { statementsIn } from './statements/statements.ts';
import { copiedFrom } from '../card/copied-card.ts';
import { parseYaml } from '../configs/located-data.ts';
import { isMerge, mergekitClaims } from '../configs/mergekit.ts';
import { templateClaims } from './templates.ts';

/**
 * What the text of a card says. Only blocks that can hold a claim are parsed as Markdown, so that a card
 * without any never loads the parser (it is the largest cost of a run; docs/development.md, measuring).
 */
export async function proseClaims(source: TextSource, bodyStart: number, context: Context): Promise<Claim[]> {
  const blocks = bodyBlocks(source.text);
  const copied = copiedFrom(source.text, blocks);
  const { picked, leftOut } = candidatesIn(source.text, blocks, copied);
  const claims = [
    ...fenceClaims(source, blocks, copied, context),
    ...templateClaims(source, bodyStart),
    ...unreadClaims(source, leftOut),
  ];
  if (picked.length === 0) return claims;
  return [...claims, ...(await statementsOf(source, picked, context))];
}

/** Blocks that were not read, told once. */
function unreadClaims({ file }: TextSource, [first, ...others]: readonly Block[]): Claim[] {
  if (first === undefined) return [];
  const count = others.length + 1;
  const paragraphs = count === 1 ? 'A paragraph' : `${count} paragraphs`;
  return [
    {
      kind: 'unreadable',
      place: { file, start: first.start, end: first.start },
      via: 'prose',
      confidence: 'certain',
      what: `${paragraphs} of "${file}" ${count === 1 ? 'is' : 'are'} not read: too long, or too many`,
      hint: 'Part long paragraphs by blank lines, and name license and origin near the top',
    },
  ];
}

/** A gate's text that is longer is the license itself. */
const LONGEST_GATE = 2000;

/**
 * Licenses that the text of a gate asks people to accept (`extra_gated_prompt`); all else in it is about the
 * people.
 */
export async function gateClaims(
  source: TextSource,
  front: readonly Claim[],
  context: Context,
): Promise<Claim[]> {
  const candidates = front.flatMap((claim): Candidate[] => {
    if (
      claim.kind !== 'key' ||
      !/^extra_gated_(?:prompt|description|heading)$/.test(claim.key) ||
      claim.value === undefined ||
      !('start' in claim.place)
    )
      return [];
    const { start, end } = claim.place;
    return end - start > LONGEST_GATE || !mayTell(claim.value)
      ? []
      : [
          {
            block: { kind: 'text', start, end },
            heading: '',
            underLicense: false,
            first: false,
            copied: false,
          },
        ];
  });
  if (candidates.length === 0) return [];
  const said = await statementsOf(source, candidates, context);
  return said.filter((claim) => claim.kind === 'license');
}

/** What the blocks say; the parser of Markdown is loaded where one is more than plain words. */
async function statementsOf(
  source: TextSource,
  candidates: readonly Candidate[],
  context: Context,
): Promise<Claim[]> {
  const isPlain = ({ block }: Candidate) =>
    block.kind !== 'table' && plainTree(source.text.slice(block.start, block.end)) !== undefined;
  if (!candidates.every(isPlain)) await loadMarkdown();
  return statementsIn(source, candidates, context);
}

/**
 * Configs that tools print into the card: axolotl's in a `<details>`, mergekit's at the end. One in a copied
 * card made its model, not this one.
 */
function fenceClaims(
  source: TextSource,
  blocks: readonly Block[],
  copied: number,
  context: Context,
): Claim[] {
  const all = blocks.flatMap((block): Claim[] => {
    if (
      block.start >= copied ||
      block.kind !== 'fence' ||
      !block.inner ||
      !/^(?:ya?ml)?$/.test(block.info ?? '')
    )
      return [];
    const content = source.text.slice(block.inner.start, block.inner.end);
    if (content.length > 30_000 || !/^(?:base_model|merge_method|slices|models|experts)\s*:/m.test(content))
      return [];
    const part = { file: source.file, text: content, base: block.inner.start };
    const [root] = parseYaml(part).docs;
    const told = isMerge(root)
      ? mergekitClaims(part, context)
      : root && isAxolotl(root)
        ? axolotlClaims(root, context)
        : [];
    // A config in a card was pasted by somebody, perhaps for another version: never certain.
    return told
      .filter((claim) => claim.kind !== 'unreadable')
      .map((claim) => ({ ...claim, confidence: weakest(claim.confidence, 'likely') }));
  });
  // A recipe is what its author ran: local names in it are worth a word once, and only where it names no
  // model by its id.
  const gaps = all.filter((claim) => claim.kind === 'invalid-upstream');
  const kept = all.some((claim) => claim.kind === 'upstream') ? [] : gaps.slice(0, 1);
  return [...all.filter((claim) => claim.kind !== 'invalid-upstream'), ...kept];
}
