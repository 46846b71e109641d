import { isScope } from '../../../license/compat/interpretations.ts';
import { familyOf } from '../../../data/families.ts';
import { ownerOf, sameOwner } from '../../../data/owners.ts';
import type { Obligation } from '../../../model/finding.ts';
import type { Identity, License, Reach, Term } from '../../../model/license.ts';
import type { Ancestor } from '../../../model/lineage.ts';

/**
 * Terms of a software, content or data license that ask more than to keep a notice: whether they reach
 * weights at all is open.
 */
const COPYLEFT: ReadonlySet<Term['kind']> = new Set([
  'same-license',
  'disclose-source',
  'network-source',
  'no-further-restrictions',
  'no-conflicting-terms',
]);

interface Standing {
  readonly license: License;
  /** Less than plain: an unclear name, a choice of licenses. */
  readonly open: boolean;
}

/**
 * The texts that a name may mean, for this upstream: those that its owner gives, and first the one of its
 * family. The name stays unclear; what is cited is only the likeliest text.
 */
function likeliest(oneOf: readonly License[], { model, hub }: Ancestor): readonly License[] {
  const owner = hub ? ownerOf(model) : undefined;
  const given = oneOf.filter(({ owners }) => owners.some((one) => sameOwner(one, owner)));
  const own = given.length > 0 ? given : oneOf;
  const family = familyOf(model)?.license;
  return [...own].sort((a, b) => Number(b.id === family) - Number(a.id === family));
}

/**
 * The licenses under which an upstream stands. A choice (OR) and a name with several texts are there, but
 * open.
 */
function standings(identity: Identity, ancestor?: Ancestor): Standing[] {
  switch (identity.is) {
    case 'known':
      return [{ license: identity.license, open: !identity.license.verified }];
    case 'expression':
      if (identity.op === 'and') return identity.of.flatMap((one) => standings(one, ancestor));
      return identity.of
        .slice(0, 1)
        .flatMap((one) => standings(one, ancestor))
        .map((one) => ({ ...one, open: identity.of.length > 1 || one.open }));
    case 'unclear': {
      const [first, ...others] = ancestor ? likeliest(identity.oneOf, ancestor) : identity.oneOf;
      if (!first) return [];
      const shared = <T extends Term>(terms: readonly T[]) =>
        terms.filter((term) =>
          others.every((other) => [...other.duties, ...other.limits].some(({ kind }) => kind === term.kind)),
        );
      return [
        { license: { ...first, duties: shared(first.duties), limits: shared(first.limits) }, open: true },
      ];
    }
    case 'unknown':
      return [];
  }
}

/** The licenses that an identity names, one for each text it may mean. */
export function licensesIn(identity: Identity): License[] {
  return identity.is === 'unclear' ? [...identity.oneOf] : standings(identity).map(({ license }) => license);
}

function reached(
  term: Term,
  { reach, mayReach }: Pick<Ancestor, 'reach' | 'mayReach'>,
): 'plainly' | 'perhaps' | 'not' {
  const applies = (one: Reach) => term.appliesTo.includes(one);
  if (reach.every(applies)) return mayReach.every(applies) ? 'plainly' : 'perhaps';
  return reach.some((one) => term.appliesTo.includes(one) || term.mayApplyTo.includes(one))
    ? 'perhaps'
    : 'not';
}

/**
 * Whether the giver of a license owns this repository: he owes nobody his own license's duties
 * (docs/reading-laws.md, 5).
 */
function isLicensor(license: License, ancestor: Ancestor, owner: string | undefined): boolean {
  const givers =
    license.owners.length > 0 ? license.owners : [ancestor.hub ? ownerOf(ancestor.model) : undefined];
  return givers.some((giver) => sameOwner(giver, owner));
}

/**
 * Whether the condition of a term is met by what is on record: a duty to keep a NOTICE binds whoever takes
 * from a work that has one.
 */
function isMet(term: Term, { resolution }: Ancestor): boolean {
  return (
    term.kind === 'keep-notices' &&
    resolution.is === 'found' &&
    (resolution.copyright ?? []).some(({ file }) => /^notice/i.test(file))
  );
}

const givenBy = (license: License, owner: string | undefined) =>
  license.owners.some((one) => sameOwner(one, owner));

/**
 * Whether an upstream calls its license by the name of another text of the same giver than the one under
 * which its own, only base stands: `llama3` on a fine-tune of Llama 3.1. Only the giver chooses among his
 * texts, so what the base says holds.
 */
export function isMislabelled(
  { model, path, resolution }: Ancestor,
  ancestors: readonly Ancestor[],
): boolean {
  if (resolution.is === 'failed' || resolution.license.is !== 'known' || resolution.bases.length !== 1)
    return false;
  const { license } = resolution.license;
  if (license.owners.length === 0 || givenBy(license, ownerOf(model))) return false;
  return ancestors.some((base) => {
    if (
      base.resolution.is === 'failed' ||
      base.resolution.license.is !== 'known' ||
      base.path.length <= path.length
    )
      return false;
    const { license: text } = base.resolution.license;
    return (
      path.every(({ to }, at) => base.path[at]?.to === to) &&
      text.id !== license.id &&
      givenBy(license, ownerOf(base.model)) &&
      givenBy(text, ownerOf(base.model))
    );
  });
}

/** Every term that one upstream puts on a repository of `owner`. */
export function termsFrom(ancestor: Ancestor, owner: string | undefined): Obligation[] {
  if (ancestor.resolution.is === 'failed') return [];
  return standings(ancestor.resolution.license, ancestor).flatMap(({ license, open }) => {
    if (isLicensor(license, ancestor, owner)) return [];
    return [...license.duties, ...license.limits].flatMap((term): Obligation[] => {
      const how = reached(term, ancestor);
      if (how === 'not') return [];
      const doubtful =
        open ||
        how === 'perhaps' ||
        (term.when !== undefined && !isScope(term.when) && !isMet(term, ancestor)) ||
        (license.matter !== 'model' && COPYLEFT.has(term.kind));
      return [{ term, license, ancestor, open: doubtful }];
    });
  });
}

/**
 * The same clause of the same license owed through several upstreams is one obligation; the plainest and
 * nearest stands for it.
 */
export function onePerClause<D extends Term>(all: readonly Obligation<D>[]): Obligation<D>[] {
  const best = new Map<string, Obligation<D>>();
  const weight = (owed: Obligation) =>
    (owed.open ? 100 : 0) +
    (owed.ancestor.confidence === 'certain' ? 0 : owed.ancestor.confidence === 'likely' ? 10 : 50) +
    owed.ancestor.path.length;
  for (const owed of all) {
    const key = `${owed.license.id} ${owed.term.kind} ${owed.term.section}`;
    const before = best.get(key);
    if (!before || weight(owed) < weight(before)) best.set(key, owed);
  }
  return [...best.values()];
}

/** Why nothing can be said of what an upstream asks though its license has a name. */
export type UnknownTerms =
  { readonly why: 'unread'; readonly license: License } | { readonly why: 'unclear'; readonly raw: string };

/**
 * The first license of an upstream of which no term is on record because nobody read its text, or a name
 * whose texts have no term in common. Undefined where terms are known, where there are none to know, and for
 * the licensor himself.
 */
export function unknownTermsOf(ancestor: Ancestor, owner: string | undefined): UnknownTerms | undefined {
  if (ancestor.resolution.is === 'failed') return undefined;
  const identity = ancestor.resolution.license;
  const bare = standings(identity).filter(
    ({ license }) =>
      license.duties.length + license.limits.length === 0 && !isLicensor(license, ancestor, owner),
  );
  if (identity.is === 'unclear')
    return bare.length > 0 &&
      identity.oneOf.some(({ verified, duties, limits }) => !verified || duties.length + limits.length > 0)
      ? { why: 'unclear', raw: identity.raw }
      : undefined;
  const unread = bare.find(({ license }) => !license.verified);
  return unread && { why: 'unread', license: unread.license };
}
