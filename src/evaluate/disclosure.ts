import type { Claim, ClaimOf } from '../model/claim.ts';
import { strongest } from '../model/confidence.ts';
import type { License } from '../model/license.ts';
import type { Ancestor } from '../model/lineage.ts';
import { canonicalId, sameModel } from '../resolve/aliases.ts';
import { familyLine, familyNamed, familyOf } from '../resolve/families.ts';
import { ownerOf, sameOwner } from '../resolve/owners.ts';
import type { Declared } from './declared.ts';
import { coreOf, lineOf } from './upstream-line.ts';

type UpstreamClaim = ClaimOf<'upstream'>;

/** An upstream that files or prose name and `base_model` does not. */
export interface Undeclared {
  readonly claim: UpstreamClaim;
  /** The id to declare: the one that the Hub uses today; undefined for a family. */
  readonly id: string | undefined;
  /** The model that the claim stands for. */
  readonly ancestor: Ancestor | undefined;
  /** How many further places name it. */
  readonly also: number;
}

const DECLARES: ReadonlySet<UpstreamClaim['via']> = new Set(['front-matter']);
/** Relations of which `base_model` is not the place: code, data, models that only made data, and parts that the card names, which credits them. */
const ELSEWHERE: ReadonlySet<string> = new Set(['code', 'dataset', 'outputs', 'component']);

function declares(declared: readonly UpstreamClaim[], ancestors: readonly Ancestor[], claim: UpstreamClaim): boolean {
  // One ancestor may be named by several ids, of which the Hub says that they are one.
  if (ancestors.some((ancestor) => ancestor.claims.includes(claim) && ancestor.claims.some(({ via }) => DECLARES.has(via)))) return true;
  const near = ancestors.filter((ancestor) => ancestor.claims.some(({ via }) => DECLARES.has(via))).map(({ model }) => model);
  return [...declared.map(({ model }) => model), ...lineOf(near, ancestors)].some((model) => sameModel(model, claim.model) || coreOf(model) === coreOf(claim.model));
}

/** A family that prose names is declared by any declared model of that line. */
function declaresFamily(declared: readonly UpstreamClaim[], ancestors: readonly Ancestor[], name: string): boolean {
  const near = ancestors.filter((ancestor) => ancestor.claims.some((claim) => DECLARES.has(claim.via)));
  return [...declared.map((claim) => claim.model), ...near.map((ancestor) => ancestor.model)].some((model) => {
    const family = familyOf(model) ?? familyNamed(model);
    return family !== undefined && familyLine(family.name) === familyLine(name);
  });
}

/** Every upstream that is evident and not declared, strongest evidence first; one entry per model. Of what contradicts the card, conflicting-upstreams speaks. */
export function undeclaredOf(claims: readonly Claim[], ancestors: readonly Ancestor[], owner: string | undefined, contradicted: ReadonlySet<UpstreamClaim>): Undeclared[] {
  const upstream = claims.filter((claim): claim is UpstreamClaim => claim.kind === 'upstream');
  const declared = upstream.filter((claim) => DECLARES.has(claim.via));
  const known = new Set(ancestors.flatMap((ancestor) => ancestor.claims));
  const groups = new Map<string, UpstreamClaim[]>();
  for (const claim of upstream) {
    if (DECLARES.has(claim.via) || ELSEWHERE.has(claim.relation) || !known.has(claim) || contradicted.has(claim)) continue;
    if (claim.hub ? declares(declared, ancestors, claim) : declaresFamily(declared, ancestors, claim.model)) continue;
    // A checkpoint of one's own is nobody's disclosure.
    const maker = claim.hub ? ownerOf(claim.model) : (familyNamed(claim.model)?.owner ?? undefined);
    if (sameOwner(maker, owner) && claim.confidence !== 'certain') continue;
    const key = coreOf(claim.model);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const models = [...groups.values()];
  return models.flatMap((group) => {
    const best = strongest(...group.map((claim) => claim.confidence));
    const claim = group.find((one) => one.confidence === best);
    if (!claim) return [];
    if (!claim.hub && models.some((other) => other[0]?.hub && familyOf(other[0].model)?.name === claim.model)) return [];
    return [{ claim, ancestor: ancestors.find((one) => one.claims.includes(claim)), id: claim.hub ? canonicalId(claim.model) : undefined, also: group.length - 1 }];
  });
}

/**
 * The declared license, where one giver has it for models of its own and nothing here tells which of them this one builds
 * on; undefined for that giver's own repositories. Of a `base_model` that names no model, `invalid-upstream` speaks.
 */
export function unfoundedLicense(claims: readonly Claim[], declared: Declared | undefined, owner: string | undefined): License | undefined {
  if (declared?.identity.is !== 'known') return undefined;
  const { license } = declared.identity;
  const given = license.matter === 'model' && license.owners.length > 0 && !license.owners.some((one) => sameOwner(one, owner));
  return given && !claims.some((claim) => (claim.kind === 'upstream' && claim.relation !== 'code') || claim.kind === 'invalid-upstream') ? license : undefined;
}
