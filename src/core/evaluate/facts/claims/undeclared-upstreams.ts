import type { Claim, ClaimOf } from '../../../model/claim.ts';
import { strongest } from '../../../model/confidence.ts';
import type { License } from '../../../model/license.ts';
import type { Ancestor } from '../../../model/lineage.ts';
import { canonicalId, coreOf, coresOf } from '../../../data/model-aliases.ts';
import { familyLine, familyNamed, familyOf } from '../../../data/families.ts';
import { ownerOf, sameOwner } from '../../../data/owners.ts';
import type { DeclaredLicense } from './declared-license.ts';
import { lineOf } from '../attribution/model-line.ts';

type UpstreamClaim = ClaimOf<'upstream'>;

/** An upstream that files or prose name and `base_model` does not. */
export interface UndeclaredUpstream {
  readonly claim: UpstreamClaim;
  /** The id to declare: the one that the Hub uses today; undefined for a family. */
  readonly id: string | undefined;
  /** The model that the claim stands for. */
  readonly ancestor: Ancestor | undefined;
  /** How many further places name it. */
  readonly morePlaces: number;
}

const DECLARES: ReadonlySet<UpstreamClaim['via']> = new Set(['front-matter']);
/**
 * Relations of which `base_model` is not the place: code, data, models that only made data, and parts that
 * the card names, which credits them.
 */
const ELSEWHERE: ReadonlySet<string> = new Set(['code', 'dataset', 'outputs', 'component']);

/**
 * What the front matter declares, in each form in which another file may name it. Sets, since a card may
 * declare hundreds.
 */
class Declarations {
  readonly #claims: ReadonlySet<UpstreamClaim>;
  readonly #ids: ReadonlySet<string>;
  readonly #cores: ReadonlySet<string>;
  readonly #lines: ReadonlySet<string>;
  readonly #whole: readonly string[];

  constructor(declared: readonly UpstreamClaim[], ancestors: readonly Ancestor[]) {
    const near = ancestors.filter((ancestor) => ancestor.claims.some(({ via }) => DECLARES.has(via)));
    const models = [...declared.map(({ model }) => model), ...near.map(({ model }) => model)];
    const whole = [
      ...new Set([
        ...declared.map(({ model }) => model),
        ...lineOf(
          near.map(({ model }) => model),
          ancestors,
        ),
      ]),
    ];
    this.#whole = whole;
    // One ancestor may be named by several ids, of which the Hub says that they are one.
    this.#claims = new Set(near.flatMap((ancestor) => ancestor.claims));
    this.#ids = new Set(whole.map((model) => canonicalId(model).toLowerCase()));
    this.#cores = new Set(whole.flatMap(coresOf));
    this.#lines = new Set(
      [...new Set(models)].flatMap((model) => {
        const family = familyOf(model) ?? familyNamed(model);
        return family === undefined ? [] : [familyLine(family.name)];
      }),
    );
  }

  holds(claim: UpstreamClaim): boolean {
    // A family that prose names is declared by any declared model of that line; a name without an owner by
    // a model that is called so.
    if (!claim.hub)
      return (
        this.#lines.has(familyLine(claim.model)) ||
        (/\d/.test(claim.model) && this.#whole.some((model) => isCalled(model, claim.model)))
      );
    return (
      this.#claims.has(claim) ||
      this.#ids.has(canonicalId(claim.model).toLowerCase()) ||
      coresOf(claim.model).some((core) => this.#cores.has(core))
    );
  }
}

const wordsOf = (name: string) => name.toLowerCase().match(/[a-z]+|\d+(?:\.\d+)?/g) ?? [];

/** Whether a model's id has every word of a name: "Hermes 2 Pro 7B" may be Hermes-2-Pro-Mistral-7B. */
function isCalled(model: string, name: string): boolean {
  const words = new Set(wordsOf(model.slice(model.indexOf('/') + 1)));
  return wordsOf(name).every((word) => words.has(word));
}

/**
 * Every upstream that is evident and not declared, strongest evidence first; one entry per model. Of what
 * contradicts the card, contradicted-upstream speaks.
 */
export function undeclaredUpstreams(
  claims: readonly Claim[],
  ancestors: readonly Ancestor[],
  owner: string | undefined,
  contradicted: ReadonlySet<UpstreamClaim>,
): UndeclaredUpstream[] {
  const upstream = claims.filter((claim): claim is UpstreamClaim => claim.kind === 'upstream');
  const declared = upstream.filter((claim) => DECLARES.has(claim.via));
  const named = upstream.some((claim) => !DECLARES.has(claim.via))
    ? new Declarations(declared, ancestors)
    : undefined;
  const known = new Map<UpstreamClaim, Ancestor>();
  for (const ancestor of ancestors)
    for (const claim of ancestor.claims) if (!known.has(claim)) known.set(claim, ancestor);
  const groups = new Map<string, UpstreamClaim[]>();
  for (const claim of upstream) {
    if (
      DECLARES.has(claim.via) ||
      ELSEWHERE.has(claim.relation) ||
      !known.has(claim) ||
      contradicted.has(claim)
    )
      continue;
    if (named?.holds(claim)) continue;
    // A checkpoint of one's own is nobody's disclosure.
    const maker = claim.hub ? ownerOf(claim.model) : (familyNamed(claim.model)?.owner ?? undefined);
    if (sameOwner(maker, owner) && claim.confidence !== 'certain') continue;
    const key = coreOf(claim.model);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  const models = [...groups.values()];
  const families = new Set(
    models.some(([one]) => one && !one.hub)
      ? models.flatMap(([one]) => (one?.hub ? (familyOf(one.model)?.name ?? []) : []))
      : [],
  );
  return models.flatMap((group) => {
    const best = strongest(group.map((claim) => claim.confidence));
    const claim = group.find((one) => one.confidence === best);
    if (!claim) return [];
    if (!claim.hub && families.has(claim.model)) return [];
    return [
      {
        claim,
        ancestor: known.get(claim),
        id: claim.hub ? canonicalId(claim.model) : undefined,
        morePlaces: group.length - 1,
      },
    ];
  });
}

/**
 * The declared license, where one giver has it for models of its own and nothing here tells which of them
 * this one builds on; undefined for that giver's own repositories. Of a `base_model` that names no model,
 * `invalid-upstream` speaks.
 */
export function unfoundedLicense(
  claims: readonly Claim[],
  declared: DeclaredLicense | undefined,
  owner: string | undefined,
): License | undefined {
  if (declared?.identity.is !== 'known') return undefined;
  const { license } = declared.identity;
  const given =
    license.matter === 'model' &&
    license.owners.length > 0 &&
    !license.owners.some((one) => sameOwner(one, owner));
  return given &&
    !claims.some(
      (claim) =>
        (claim.kind === 'upstream' && claim.relation !== 'code') || claim.kind === 'invalid-upstream',
    )
    ? license
    : undefined;
}
