import type { Catalogue } from '../license/catalogue.ts';
import type { Claim, ClaimOf, Via } from '../model/claim.ts';
import { strongest, weakest, type Confidence } from '../model/confidence.ts';
import type { Ancestor, Relation, Resolution, Step } from '../model/lineage.ts';
import { canonicalId, sameModel } from './aliases.ts';
import { familyLine, familyNamed, familyOf, familyOfOllama, type Family } from './families.ts';
import { reachAlong } from './reach.ts';
import type { Upstreams } from './upstreams.ts';

type UpstreamClaim = ClaimOf<'upstream'>;
type Claims = readonly [UpstreamClaim, ...UpstreamClaim[]];

/** Steps that are followed upward; real lineages are shorter, and a chain of renames must end. */
const DEPTH = 12;

/** Which file's word on the relation counts first: what a person declared, then what a tool needed to know. */
const SAYS_RELATION: readonly Via[] = ['front-matter', 'adapter-config', 'mergekit', 'tag', 'gguf', 'config-component', 'model-index', 'axolotl', 'template', 'prose'];

interface Start {
  readonly model: string;
  readonly hub: boolean;
  readonly relation: Relation | 'unsaid';
  readonly claims: Claims;
}

const rank = (claim: UpstreamClaim) => (['certain', 'likely', 'possible'] as const).indexOf(claim.confidence);
const voice = (claim: UpstreamClaim) => (SAYS_RELATION.indexOf(claim.via) + SAYS_RELATION.length + 1) % (SAYS_RELATION.length + 1);

/** What the files beside the card tell of the form, for an upstream whose relation nobody said. */
function evident(claims: readonly Claim[]): Relation | 'unsaid' {
  if (claims.some((claim) => claim.kind === 'upstream' && claim.via === 'adapter-config')) return 'adapter';
  if (claims.some((claim) => claim.kind === 'upstream' && claim.via === 'mergekit')) return 'merge';
  return claims.filter((claim) => claim.kind === 'form').find((claim) => claim.confidence === 'certain' && claim.via !== 'tag')?.relation ?? 'unsaid';
}

function startsOf(claims: readonly Claim[], self: string | undefined): Start[] {
  const groups = new Map<string, UpstreamClaim[]>();
  for (const claim of claims) {
    if (claim.kind !== 'upstream' || (self !== undefined && sameModel(claim.model, self))) continue;
    const key = claim.hub ? canonicalId(claim.model).toLowerCase() : `family ${claim.model.toLowerCase()}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const fallback = evident(claims);

  return [...groups.values()].map((group) => {
    const sorted = [...group].sort((a, b) => rank(a) - rank(b) || voice(a) - voice(b));
    const [first, ...rest] = sorted as [UpstreamClaim, ...UpstreamClaim[]];
    // Beside a declared upstream only what is as sure counts: a sentence does not settle how weights were made.
    const heard = group.some((claim) => claim.confidence === 'certain') ? group.filter((claim) => claim.confidence === 'certain') : group;
    const said = [...heard].sort((a, b) => voice(a) - voice(b)).find((claim) => claim.relation !== 'unsaid')?.relation;
    return { model: first.hub ? canonicalId(first.model) : first.model, hub: first.hub, relation: said ?? fallback, claims: [first, ...rest] };
  });
}

function familyResolution(family: Family | undefined, catalogue: Catalogue): Resolution {
  const license = family?.license ? catalogue.byId(family.license) : undefined;
  if (!family || !license) return { is: 'failed', why: 'not-a-hub-id' };
  return { is: 'found', license: { is: 'known', license }, raw: license.id, bases: [], from: 'name', asOf: license.checked, confidence: 'likely' };
}

/**
 * Walks every upstream that the claims name, all the way up. One ancestor per model, however many files name it; the
 * shortest way counts, and a circle ends where it closes. A family that only prose names is an ancestor of its own
 * unless a named model already stands for it.
 */
export async function trace(claims: readonly Claim[], upstreams: Upstreams, catalogue: Catalogue, self?: string): Promise<Ancestor[]> {
  const starts = startsOf(claims, self);
  const found = new Map<string, Ancestor>();
  type Visit = { readonly path: readonly [Step, ...Step[]]; readonly claims: Claims; readonly sure: Confidence };
  let wave: Visit[] = starts
    .filter((start) => start.hub)
    .map((start) => ({ path: [{ to: start.model, relation: start.relation }], claims: start.claims, sure: strongest(...start.claims.map((claim) => claim.confidence)) }));

  for (let depth = 0; depth < DEPTH && wave.length > 0; depth += 1) {
    const resolved = await Promise.all(wave.map(async (visit) => ({ visit, resolution: await upstreams.find(visit.path[visit.path.length - 1]?.to ?? '') })));
    const next: Visit[] = [];
    for (const { visit, resolution } of resolved) {
      const model = visit.path[visit.path.length - 1]?.to ?? '';
      // What the Hub calls by one name today is one model, whichever of its names was asked for.
      const key = (resolution.is === 'found' && resolution.canonical !== undefined ? resolution.canonical : model).toLowerCase();
      const before = found.get(key);
      if (before && before.path.length === 1 && visit.path.length === 1 && before.model !== model) found.set(key, { ...before, claims: [...before.claims, ...visit.claims], confidence: strongest(before.confidence, visit.sure) });
      if (before || (self !== undefined && sameModel(model, self))) continue;
      found.set(key, { model, hub: true, resolution, path: visit.path, claims: visit.claims, reach: reachAlong(visit.path), confidence: visit.sure });
      for (const base of basesOf(model, resolution))
        if (visit.path.length < DEPTH) next.push({ path: [...visit.path, { to: canonicalId(base.model), relation: base.relation }], claims: visit.claims, sure: weakest(visit.sure, base.confidence) });
    }
    wave = next.filter((visit, index) => next.findIndex((other) => other.path[other.path.length - 1]?.to === visit.path[visit.path.length - 1]?.to) === index);
  }

  const ancestors = [...found.values()];
  for (const guess of [...ancestors.flatMap((ancestor) => guessed(ancestor, catalogue)), ...starts.filter((start) => !start.hub).map((start) => named(start, catalogue))])
    if (!ancestors.some((ancestor) => standsFor(ancestor, guess.model))) ancestors.push(guess);
  return ancestors;
}

function basesOf(model: string, resolution: Resolution): { model: string; relation: Relation | 'unsaid'; confidence: Confidence }[] {
  if (resolution.is === 'failed') return [];
  return resolution.bases.filter((base) => !sameModel(base.model, model)).map((base) => ({ ...base, confidence: resolution.confidence }));
}

/** A family that prose, or a Modelfile, names without an id. */
function named(start: Start, catalogue: Catalogue): Ancestor {
  const path: [Step] = [{ to: start.model, relation: start.relation }];
  const sure = weakest('likely', strongest(...start.claims.map((claim) => claim.confidence)));
  const [{ via, raw }] = start.claims;
  const family = via === 'modelfile' ? familyOfOllama(raw) : familyNamed(start.model);
  return { model: start.model, hub: false, resolution: familyResolution(family, catalogue), path, claims: start.claims, reach: reachAlong(path), confidence: sure };
}

/** An upstream of which nothing is known but the name: `acme/Llama-3.1-8B-chat` most likely comes from Llama 3.1. */
function guessed(ancestor: Ancestor, catalogue: Catalogue): Ancestor[] {
  if (ancestor.resolution.is === 'found') return [];
  const family = familyOf(ancestor.model);
  if (!family?.license) return [];
  const path = [...ancestor.path, { to: family.name, relation: 'unsaid' }] as [Step, ...Step[]];
  return [{ model: family.name, hub: false, resolution: familyResolution(family, catalogue), path, claims: ancestor.claims, reach: reachAlong(path), confidence: 'possible' }];
}

/**
 * Whether a model that is already there speaks for a family's name. `Llama 3` in the prose of a fine-tune of Llama 3.1 is
 * the same upstream in fewer words: any named model of the same line does.
 */
function standsFor(ancestor: Ancestor, family: string): boolean {
  if (!ancestor.hub && ancestor.model === family) return true;
  const mine = familyOf(ancestor.model) ?? familyNamed(ancestor.model);
  if (!mine || ancestor.resolution.is === 'failed') return false;
  return mine.name === family || familyLine(mine.name) === familyLine(family);
}
