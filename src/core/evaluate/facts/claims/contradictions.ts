import type { Claim, ClaimOf, Via } from '../../../model/claim.ts';
import { weakest, type Confidence } from '../../../model/confidence.ts';
import type { Ancestor } from '../../../model/lineage.ts';
import type { Relation } from '../../../model/relation.ts';
import { coreOf, sameCore, sameModel } from '../../../data/model-aliases.ts';
import { familyLine, familyOf } from '../../../data/families.ts';
import { ownerOf, sameOwner } from '../../../data/owners.ts';
import { lineOf } from '../attribution/model-line.ts';
import { isDelta, isTop, wholeFile } from '../../../resolve/holdings.ts';

type UpstreamClaim = ClaimOf<'upstream'>;

/** Where card and files part: in the model that they name, or in how the weights come from it. */
export type Contradiction =
  | {
      readonly is: 'model';
      readonly claim: UpstreamClaim;
      readonly other: UpstreamClaim;
      readonly confidence: Confidence;
    }
  | {
      readonly is: 'relation';
      readonly claim: UpstreamClaim;
      readonly at: Claim;
      /** The relation that the file shows. */
      readonly shown: Relation;
      readonly confidence: Confidence;
    }
  /** An adapter is declared, and the file holds a whole model. */
  | { readonly is: 'whole-model'; readonly claim: UpstreamClaim; readonly file: string }
  /** A merge is declared of one model alone. */
  | { readonly is: 'single-merge'; readonly claim: UpstreamClaim };

/**
 * Files that name the one model from which these weights were made. A merge names several: what the card
 * lacks of them is undeclared.
 */
const NAMES_PARENT: ReadonlySet<Via> = new Set([
  'adapter-config',
  'config',
  'quantize-config',
  'gguf',
  'model-index',
  'axolotl',
  'training-args',
  'sentence-transformers',
  'modelfile',
  'safetensors',
]);
/** Relations in which weights come from the model; others go their own way. */
const OF_WEIGHTS: ReadonlySet<UpstreamClaim['relation']> = new Set([
  'unsaid',
  'copy',
  'finetune',
  'quantized',
  'adapter',
  'merge',
]);
export interface Setting {
  readonly claims: readonly Claim[];
  readonly ancestors: readonly Ancestor[];
  readonly files: readonly string[];
  /** False where only a card is at hand: absent files then say nothing. */
  readonly complete: boolean;
  /** The Hub owner of this repository, where known. */
  readonly owner: string | undefined;
}

/**
 * Where files contradict what the front matter declares, at most one of each kind for each upstream and file.
 */
export function contradictionsOf(setting: Setting): Contradiction[] {
  const upstream = setting.claims.filter(
    (claim): claim is UpstreamClaim => claim.kind === 'upstream' && claim.hub,
  );
  const declared = upstream.filter((claim) => claim.via === 'front-matter' && OF_WEIGHTS.has(claim.relation));
  const [first] = declared;
  if (!first) return [];
  const told = upstream.filter((claim) => NAMES_PARENT.has(claim.via) && OF_WEIGHTS.has(claim.relation));
  return [
    ...(declared.length === 1 ? otherModels(first, told, setting) : []),
    ...relations(declared, upstream, setting),
  ];
}

function otherModels(
  claim: UpstreamClaim,
  told: readonly UpstreamClaim[],
  { ancestors, owner }: Setting,
): Contradiction[] {
  // A file may name the converted model and, beside it, that one's base; where one of them is the declared
  // model they agree.
  const agreeing = new Set(
    told.filter((other) => agrees(claim, other, ancestors)).map(({ place }) => place.file),
  );
  const seen = new Set<string>();
  return told.flatMap((other): Contradiction[] => {
    const key = `${other.place.file} ${coreOf(other.model)}`;
    if (agreeing.has(other.place.file) || seen.has(key)) return [];
    seen.add(key);
    if (other.via === 'adapter-config') return [{ is: 'model', claim, other, confidence: other.confidence }];
    // Of these a trainer also writes the steps between: one's own, or some that are called after the declared
    // model.
    if (sameOwner(ownerOf(other.model), owner) || related(claim.model, other.model)) return [];
    return apart(claim.model, other.model, ancestors)
      ? [{ is: 'model', claim, other, confidence: weakest('likely', other.confidence) }]
      : [];
  });
}

/** One model, under whichever of its ids, one in another dress, or one that stands above the other. */
function agrees(claim: UpstreamClaim, other: UpstreamClaim, ancestors: readonly Ancestor[]): boolean {
  if (sameModel(claim.model, other.model) || sameCore(claim.model, other.model)) return true;
  if (ancestors.some((ancestor) => ancestor.claims.includes(claim) && ancestor.claims.includes(other)))
    return true;
  const above = (one: string, two: string) =>
    lineOf([one], ancestors).some((model) => sameModel(model, two) || sameCore(model, two));
  return above(claim.model, other.model) || above(other.model, claim.model);
}

/**
 * `Qwen2.5-7B-Instruct` is called after `Qwen2.5-7B`: whether it comes from it is likely enough not to say
 * otherwise.
 */
function related(one: string, two: string): boolean {
  const [a, b] = [coreOf(one), coreOf(two)];
  return a.startsWith(b) || b.startsWith(a);
}

/**
 * Whether two models are known well enough to say that neither comes from the other: both have records, and
 * the declared one's names its bases, or the two are called after different families. Else the other may be
 * its base: trainers and converters pass on the name of the base, and a record without bases need not be that
 * of a first model.
 */
function apart(declared: string, other: string, ancestors: readonly Ancestor[]): boolean {
  const [one, two] = [declared, other].map(
    (model) => ancestors.find((ancestor) => ancestor.hub && sameModel(ancestor.model, model))?.resolution,
  );
  if (one?.is !== 'found' || two?.is !== 'found') return false;
  const [a, b] = [familyOf(declared), familyOf(other)].map((family) => family && familyLine(family.name));
  return one.bases.length > 0 || (a !== undefined && b !== undefined && a !== b);
}

/** The declared relation against what the files tell of it. */
function relations(
  declared: readonly UpstreamClaim[],
  upstream: readonly UpstreamClaim[],
  { claims, files, complete }: Setting,
): Contradiction[] {
  const [claim] = declared;
  if (!claim || claim.relation === 'unsaid') return [];
  const whole = wholeFile(files);
  const forms = claims.filter((one): one is ClaimOf<'form'> => one.kind === 'form');
  const ofDeclared = (other: UpstreamClaim) => declared.some((one) => sameModel(one.model, other.model));
  const adapter = forms.find((form) => isCertainAdapter(form, upstream, ofDeclared));
  // Merged weights often lie beside the adapter that they were made with.
  if (claim.relation !== 'adapter' && adapter && (whole === undefined || whole === adapter.place.file)) {
    const named = upstream.find((other) => other.place.file === adapter.place.file && ofDeclared(other));
    return [{ is: 'relation', claim, at: named ?? adapter, shown: 'adapter', confidence: 'certain' }];
  }
  if (
    claim.relation === 'adapter' &&
    complete &&
    whole !== undefined &&
    files.includes('config.json') &&
    !whole.endsWith('.gguf') &&
    !forms.some((form) => form.relation === 'adapter' && form.confidence === 'certain') &&
    !files.some(isDelta)
  )
    return [{ is: 'whole-model', claim, file: whole }];
  return mergeRelations(claim, declared, upstream, forms);
}

/** Whether a file at the top is an adapter for certain: by its config, or as one of a declared upstream. */
function isCertainAdapter(
  { relation, confidence, via, place: { file } }: ClaimOf<'form'>,
  upstream: readonly UpstreamClaim[],
  ofDeclared: (other: UpstreamClaim) => boolean,
): boolean {
  if (relation !== 'adapter' || confidence !== 'certain' || via === 'tag' || !isTop(file)) return false;
  return (
    via === 'adapter-config' ||
    upstream.some((other) => other.place.file === file && other.relation === 'adapter' && ofDeclared(other))
  );
}

/** A merge that is declared as something else, and something else that is declared as a merge. */
function mergeRelations(
  claim: UpstreamClaim,
  declared: readonly UpstreamClaim[],
  upstream: readonly UpstreamClaim[],
  forms: readonly ClaimOf<'form'>[],
): Contradiction[] {
  const merged = upstream.filter(
    (other) => other.via === 'mergekit' && other.relation === 'merge' && isTop(other.place.file),
  );
  const parents = new Set(merged.map(({ model }) => model.toLowerCase()));
  const own = merged.find((other) => declared.some((one) => sameModel(one.model, other.model)));
  if ((claim.relation === 'finetune' || claim.relation === 'adapter') && own && parents.size > 1)
    return [{ is: 'relation', claim, at: own, shown: 'merge', confidence: 'likely' }];
  if (
    claim.relation === 'merge' &&
    declared.length === 1 &&
    merged.length === 0 &&
    !forms.some((form) => form.relation === 'adapter') &&
    upstream.every((other) => other.via === 'front-matter' || sameModel(other.model, claim.model))
  )
    return [{ is: 'single-merge', claim }];
  return [];
}
