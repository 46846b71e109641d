import type { Claim } from '../../../model/claim.ts';
import type { TextSource } from '../../../model/source.ts';
import { moved, type Heard } from '../../memory.ts';
import type { Context } from '../../context.ts';
import { languagesOf } from '../languages.ts';
import { isItem } from '../../card/blocks.ts';
import type { Candidate } from '../candidate-blocks.ts';
import { flatten } from '../../card/flatten-block.ts';
import { mayHoldClaim } from '../prefilter.ts';
import { isQuestion, sentencesOf, type Sentence } from '../sentences.ts';
import { datasetStatements } from './data-set.ts';
import { formStatements } from './form.ts';
import { fileMentionsIn } from './license-file.ts';
import { licenseStatements } from './license.ts';
import { limitStatements } from './use-limit.ts';
import { partOriginStatements } from './part-origin.ts';
import { providerStatements } from './provider.ts';
import { opensWithOwnName } from './own-name.ts';
import { licenseOfItem } from './source-license.ts';
import { clauseOf } from './framed/slots.ts';
import { tableStatements } from './table.ts';
import { isUnderSibling } from './headings/sibling-heading.ts';
import { labelIn } from './labels/label.ts';
import { upstreamStatements, type Listing } from './upstream.ts';

/** Every claim of the blocks that were picked. */
export function statementsIn(
  source: TextSource,
  candidates: readonly Candidate[],
  context: Context,
): Claim[] {
  const claims: Claim[] = [];
  const where = placeInMemory(source, context);
  let listing: Listing | undefined;
  /** What the heading says that the models of its section are. */
  let lent: Listing | undefined;
  /**
   * The block above was a heading that is a label: what follows names the model, whether or not it is a list.
   */
  let labelled = false;
  let section: number | undefined;
  let isOfOther = false;
  for (const candidate of candidates) {
    const goesOn = candidate.section === section;
    section = candidate.section;
    // A section has many blocks.
    if (!goesOn || section === undefined) isOfOther = isUnderSibling(candidate, context);
    if (isOfOther) continue;
    const words = source.text.slice(candidate.block.start, candidate.block.end);
    const isHeading = candidate.block.kind === 'heading';
    if (!goesOn) lent = undefined;
    const open: Listing | undefined =
      (goesOn && (isItem(words) || labelled) ? listing : undefined) ??
      (goesOn && isItem(words) ? lent : undefined);
    const found = heardOf(source, candidate, open, context, where);
    for (const one of candidate.copied ? found.claims.flatMap(ofUpstream) : found.claims) claims.push(one);
    labelled = isHeading && found.listing !== undefined;
    if (isHeading) lent = found.listing && { ...found.listing, isLent: true };
    listing = (isHeading ? lent : found.listing) ?? (isItem(words) ? open : undefined);
  }
  return claims;
}

const NOT_OURS: ReadonlySet<Claim['kind']> = new Set([
  'upstream',
  'from-scratch',
  'dataset',
  'part-origin',
  'source-license',
  'file-mention',
  'split-licensing',
  'use-limit',
  'form',
]);

/**
 * What a copied card says is its maker's word: of licenses, of the upstream; of origins, nothing about this
 * step.
 */
function ofUpstream(claim: Claim): Claim[] {
  if (claim.kind === 'license') return [{ ...claim, whose: 'upstream' }];
  return NOT_OURS.has(claim.kind) ? [] : [claim];
}

type Found = Heard<Listing>;

const NOTHING: Found = { claims: [] };

/** What one block says, as it was heard before where nothing of what it is heard by has changed. */
function heardOf(
  source: TextSource,
  candidate: Candidate,
  listing: Listing | undefined,
  context: Context,
  where: string,
): Found {
  const { memory } = context;
  const { block } = candidate;
  const words = source.text.slice(block.start, block.end);
  const hear = (from: TextSource, one: Candidate, by: Context): Found =>
    listing || mayHoldClaim(words, one) ? statementsOf(from, one, listing, by) : NOTHING;
  if (memory === undefined) return hear(source, candidate, context);
  const key = [
    where,
    block.kind,
    [candidate.underLicense, candidate.first, candidate.isAside],
    [listing?.isLent, memory.numberOf(listing?.cue)],
    candidate.heading,
    words,
  ].join('\n');
  const circumstances = () => JSON.stringify([context.bases, candidate.title]);
  const { claims, ...more } = memory.ofBlock(key, circumstances, (asks) => {
    // A text of its own: words cut from the card would keep all of it, once for each change.
    const text = ` ${words}`;
    const own = {
      ...candidate,
      block: { ...block, start: 1, end: text.length },
      get title() {
        asks();
        return candidate.title;
      },
    };
    const by = {
      ...context,
      get bases() {
        asks();
        return context.bases;
      },
    };
    return hear({ ...source, text }, own, by);
  });
  return { ...more, claims: claims.map((claim) => moved(claim, block.start - 1)) };
}

/** What stands for a file, its repository and the catalogue in a key. */
const placeInMemory = ({ file }: TextSource, { memory, self, called, catalogue }: Context) =>
  memory ? JSON.stringify([file, self, called, memory.numberOf(catalogue)]) : '';

/** What one block says, and the list that it announces; `listing` is the one of which it is an item. */
export function statementsOf(
  source: TextSource,
  candidate: Candidate,
  listing: Listing | undefined,
  context: Context,
): Found {
  const { block } = candidate;
  if (block.kind === 'table') return { claims: tableStatements(source, candidate, context) };
  const words = source.text.slice(block.start, block.end);
  // An item of an inner list, cut out of it, would pass for indented code.
  const indent = isItem(words) ? words.length - words.trimStart().length : 0;
  const flat = flatten(words.slice(indent), block.start + indent);
  const sentences = sentencesOf(flat).filter((one) => candidate.isAside !== true || isOfThis(one, context));
  if (candidate.isAside === true && sentences.length === 0) return NOTHING;
  const said = sentences.filter((one) => !isQuestion(one));
  const label = block.kind === 'heading' ? labelIn(flat.text.trim()) : undefined;
  const upstream: Found =
    block.kind === 'heading'
      ? { claims: [], ...(label ? { listing: { cue: label } } : {}) }
      : upstreamStatements(source.file, said, { listing, isItem: isItem(words) }, context);
  const claims = [
    ...upstream.claims,
    ...licenseStatements(source.file, flat, sentences, candidate, context),
    ...plainStatements(source.file, said),
  ];
  if (candidate.underLicense && isItem(words))
    claims.push(...licenseOfItem(source.file, flat, sentences, claims, context));
  if (block.kind !== 'heading')
    claims.push(
      ...providerStatements(source.file, said),
      ...datasetStatements(source.file, said),
      ...partOriginStatements(source.file, sentences, context),
      ...formStatements(source.file, said, context),
      ...fileMentionsIn(source.file, sentences),
      ...limitStatements(source.file, said, context, candidate, {
        isItem: isItem(words),
        isCell: CELL.test(words),
      }),
    );
  return { ...upstream, claims };
}

/** A cell of a table that is written in tags, which may speak of any of several models. */
const CELL = /<t[hd][\s>]/i;

/** Whether a sentence begins with this model: "This checkpoint is …", or its name. */
const isOfThis = ({ text }: Sentence, { self }: Context) =>
  languagesOf(text).some(({ ours }) => ours.first.test(text)) || opensWithOwnName(text, self);

const DENIED = /\bnot\b|n['’]t|instead of|rather than|without/i;

/** "Trained from scratch", "the base model stays under its own license". */
function plainStatements(file: string, sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence): Claim[] => {
    const place = { file, ...sentence.flat.span(sentence.from, sentence.to) };
    const claims: Claim[] = [];
    const lower = sentence.text.toLowerCase();
    for (const { fromScratch, split, telling, frames } of languagesOf(sentence.text)) {
      if (!telling.mayStandIn(lower)) continue;
      const scratch = fromScratch.find(sentence.text);
      const isDenied = () =>
        scratch &&
        (DENIED.test(frames ? clauseOf(sentence.text, scratch, frames) : sentence.text) ||
          frames?.denies.test(clauseOf(sentence.text, scratch, frames)));
      if (scratch && !isDenied())
        claims.push({
          kind: 'from-scratch',
          place,
          via: /^This model was trained from scratch on/i.test(sentence.text) ? 'template' : 'prose',
          confidence: 'likely',
          text: scratch.text,
        });
      const part = split.find(sentence.text);
      if (part)
        claims.push({ kind: 'split-licensing', place, via: 'prose', confidence: 'likely', text: part.text });
    }
    return claims;
  });
}
