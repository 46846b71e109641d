import type { Claim, ClaimOf } from '../model/claim.ts';
import { strongest } from '../model/confidence.ts';
import type { Ancestor } from '../model/lineage.ts';
import { canonicalId, sameModel } from '../resolve/aliases.ts';
import { familyNamed, familyOf } from '../resolve/families.ts';
import { ownerOf, sameOwner } from '../resolve/owners.ts';

type UpstreamClaim = ClaimOf<'upstream'>;

/** An upstream that files or prose name and `base_model` does not. */
export interface Undeclared {
  readonly claim: UpstreamClaim;
  /** How many further places name it. */
  readonly also: number;
}

const DECLARES: ReadonlySet<UpstreamClaim['via']> = new Set(['front-matter']);
/** Relations of which `base_model` is not the place: code, data, and models that only made data. */
const ELSEWHERE: ReadonlySet<string> = new Set(['code', 'dataset', 'outputs']);

/** `TheBloke/Llama-2-7B-GGUF` and `Llama-2-7B` are one model in two dresses; a card may name either. */
const core = (model: string) =>
  model
    .slice(model.indexOf('/') + 1)
    .toLowerCase()
    .replace(/[-_.](?:gguf|ggml|gptq|awq|exl2|mlx|hf|fp16|fp8|bf16|int8|int4|4bit|8bit|bnb|unsloth|dynamic)(?=$|[-_.])/g, '')
    .replace(/[^a-z0-9]/g, '');

/** The declared models and all that their records name as their bases: a base of the declared base is declared through it. */
function declaredLine(ancestors: readonly Ancestor[]): readonly string[] {
  const byModel = new Map(ancestors.map((ancestor) => [canonicalId(ancestor.model).toLowerCase(), ancestor]));
  const line = new Set(ancestors.filter((ancestor) => ancestor.claims.some((claim) => DECLARES.has(claim.via))).map(({ model }) => canonicalId(model).toLowerCase()));
  // A set hands out what is added while it is walked, once each: circles end.
  for (const model of line) {
    const resolution = byModel.get(model)?.resolution;
    if (resolution?.is === 'found') for (const base of resolution.bases) line.add(canonicalId(base.model).toLowerCase());
  }
  return [...line];
}

function declares(declared: readonly UpstreamClaim[], ancestors: readonly Ancestor[], claim: UpstreamClaim): boolean {
  return [...declared.map(({ model }) => model), ...declaredLine(ancestors)].some((model) => sameModel(model, claim.model) || core(model) === core(claim.model));
}

/** A family that prose names is declared by any declared model of that line. */
function declaresFamily(declared: readonly UpstreamClaim[], ancestors: readonly Ancestor[], name: string): boolean {
  const line = (family: string) => family.toLowerCase().split(/[\s\d.-]/)[0];
  const near = ancestors.filter((ancestor) => ancestor.claims.some((claim) => DECLARES.has(claim.via)));
  return [...declared.map((claim) => claim.model), ...near.map((ancestor) => ancestor.model)].some((model) => {
    const family = familyOf(model) ?? familyNamed(model);
    return family !== undefined && line(family.name) === line(name);
  });
}

/** Every upstream that is evident and not declared, strongest evidence first; one entry per model. */
export function undeclaredOf(claims: readonly Claim[], ancestors: readonly Ancestor[], owner: string | undefined): Undeclared[] {
  const upstream = claims.filter((claim): claim is UpstreamClaim => claim.kind === 'upstream');
  const declared = upstream.filter((claim) => DECLARES.has(claim.via));
  const known = new Set(ancestors.flatMap((ancestor) => ancestor.claims));
  const groups = new Map<string, UpstreamClaim[]>();
  for (const claim of upstream) {
    if (DECLARES.has(claim.via) || ELSEWHERE.has(claim.relation) || !known.has(claim)) continue;
    if (claim.relation === 'component' && claim.via !== 'prose') continue; // uncredited-component speaks
    if (claim.hub ? declares(declared, ancestors, claim) : declaresFamily(declared, ancestors, claim.model)) continue;
    // A checkpoint of one's own is nobody's disclosure.
    const maker = claim.hub ? ownerOf(claim.model) : (familyNamed(claim.model)?.owner ?? undefined);
    if (sameOwner(maker, owner) && claim.confidence !== 'certain') continue;
    const key = core(claim.model);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const models = [...groups.values()];
  return models.flatMap((group) => {
    const best = strongest(...group.map((claim) => claim.confidence));
    const claim = group.find((one) => one.confidence === best);
    if (!claim) return [];
    if (!claim.hub && models.some((other) => other[0]?.hub && familyOf(other[0].model)?.name === claim.model)) return [];
    return [{ claim, also: group.length - 1 }];
  });
}

/** Where a file that a tool wrote names another upstream, or another relation, than the card. */
export function contradictionsOf(claims: readonly Claim[], ancestors: readonly Ancestor[]): { readonly claim: UpstreamClaim; readonly other: UpstreamClaim }[] {
  const upstream = claims.filter((claim): claim is UpstreamClaim => claim.kind === 'upstream');
  const declared = upstream.filter((claim) => DECLARES.has(claim.via));
  const [first] = declared;
  if (!first || declared.length !== 1) return [];
  const adapters = upstream.filter((claim) => claim.via === 'adapter-config' && claim.hub);
  return adapters.flatMap((other) => {
    if (!sameModel(first.model, other.model)) return core(first.model) === core(other.model) || declares(declared, ancestors, other) ? [] : [{ claim: first, other }];
    return first.relation !== 'unsaid' && first.relation !== 'adapter' ? [{ claim: first, other }] : [];
  });
}
