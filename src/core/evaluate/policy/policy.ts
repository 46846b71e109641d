import type { Policy } from '../../config/config.ts';
import type { Catalogue } from '../../data/catalogue.ts';
import { identify } from '../../license/names/identify.ts';
import { identityLabel } from '../../license/names/identity-label.ts';
import { denies, everyBranch, matches } from '../../license/names/satisfies.ts';
import type { Claim } from '../../model/claim.ts';
import { weakest, type Confidence } from '../../model/confidence.ts';
import type { Obligation } from '../../model/finding.ts';
import type { Identity, License, Limit } from '../../model/license.ts';
import type { Ancestor } from '../../model/lineage.ts';
import type { DeclaredLicense } from '../facts/claims/declared-license.ts';
import { barredUses, type Barred } from './intended-use.ts';

/** Why a policy does not take a license. */
export type Objection =
  { readonly why: 'denied' | 'not-allowed' } | { readonly why: 'category'; readonly category: string };

/** A license in this repository that the policy does not take. */
export interface DeniedLicense {
  readonly at: Claim;
  readonly license: string;
  /** The upstream that brings it; undefined for the repository's own. */
  readonly from: Ancestor | undefined;
  readonly objection: Objection;
  readonly confidence: Confidence;
}

/** A limit that stands against the intended use. */
export interface DeniedUse extends Barred {
  readonly at: Claim;
  /** The upstream's limit; undefined where it is one of the repository's own license. */
  readonly obligation: Obligation<Limit> | undefined;
  readonly confidence: Confidence;
}

/** The policy, and what is held against it. */
interface Given {
  readonly policy: Policy;
  /** The repository's own. */
  readonly license: DeclaredLicense | undefined;
  readonly ancestors: readonly Ancestor[];
  readonly obligationsOf: (ancestor: Ancestor) => readonly Obligation[];
  readonly limitsOf: (ancestor: Ancestor) => readonly Obligation<Limit>[];
  readonly catalogue: Catalogue;
}

/** A list of a policy: our ids, and what SPDX calls them. */
interface List {
  readonly ids: ReadonlySet<string>;
  readonly spdx: readonly string[];
}

function listOf(words: readonly string[], catalogue: Catalogue): List {
  const ids = new Set<string>();
  const spdx = new Set<string>();
  const add = (identity: Identity, word: string): void => {
    if (identity.is === 'expression') for (const part of identity.of) add(part, identityLabel(part));
    else if (identity.is === 'unknown') spdx.add(word);
    else
      for (const license of identity.is === 'known' ? [identity.license] : identity.oneOf) {
        ids.add(license.id);
        for (const one of versionsOf(license)) spdx.add(one);
      }
  };
  // A range such as `GPL-2.0+` or an exception is more than the license that it is read as.
  for (const word of words) {
    if (/^[\w.-]+\+$|\sWITH\s/i.test(word) && !/\sOR\s/i.test(word)) spdx.add(word);
    else add(identify(word, undefined, catalogue), word);
  }
  return { ids, spdx: [...spdx] };
}

/** `LGPL-2.1` in a list is that version, though a card that says so may mean "or later" too. */
function versionsOf({ spdx }: License): string[] {
  const all = spdx.split(' OR ');
  return all.length > 1 ? all.filter((one) => !one.endsWith('-or-later')) : all;
}

type Judge = (identity: Identity) => { readonly objection: Objection; readonly sure: boolean } | undefined;

/**
 * docs/reading-laws.md, 7: OR is the taker's choice; a name that several texts bear is certain only where all
 * of them fare alike.
 */
function judgeOf({ policy, catalogue }: Given): Judge {
  const [allowed, denied] = [listOf(policy.allow ?? [], catalogue), listOf(policy.deny ?? [], catalogue)];
  const narrow = (policy.allow?.length ?? 0) + (policy.allowCategories?.length ?? 0) > 0;

  function ofLicense({ id, spdx }: License): Objection | undefined {
    if (denied.ids.has(id) || !everyBranch(spdx, (one) => !denied.spdx.some((entry) => denies(one, entry))))
      return { why: 'denied' };
    if (allowed.ids.has(id) || everyBranch(spdx, (one) => allowed.spdx.some((entry) => matches(one, entry))))
      return undefined;
    const category = catalogue.byId(id)?.category;
    if (category !== undefined && policy.denyCategories?.includes(category))
      return { why: 'category', category };
    return !narrow || (category !== undefined && policy.allowCategories?.includes(category))
      ? undefined
      : { why: 'not-allowed' };
  }
  function ofWord(raw: string): Objection | undefined {
    const named = (list: List) =>
      list.spdx.some((entry) =>
        [raw, `LicenseRef-${raw}`].some((one) => one.toLowerCase() === entry.toLowerCase()),
      );
    if (named(denied)) return { why: 'denied' };
    return narrow && !named(allowed) ? { why: 'not-allowed' } : undefined;
  }
  const judge: Judge = (identity) => {
    if (identity.is === 'known' || identity.is === 'unknown') {
      const objection = identity.is === 'known' ? ofLicense(identity.license) : ofWord(identity.raw);
      return objection && { objection, sure: true };
    }
    if (identity.is === 'unclear') {
      const all = identity.oneOf.map(ofLicense);
      const first = all.find((one) => one !== undefined);
      return first && { objection: first, sure: all.every((one) => one !== undefined) };
    }
    const all = identity.of.map(judge);
    const bad = all.flatMap((one) => one ?? []);
    const [first] = bad;
    if (!first || (identity.op === 'or' && bad.length < all.length)) return undefined;
    return {
      objection: first.objection,
      sure: identity.op === 'and' ? bad.some(({ sure }) => sure) : bad.every(({ sure }) => sure),
    };
  };
  return judge;
}

/**
 * The licenses that the policy does not allow: the repository's own, and those of upstreams whose terms reach
 * it.
 */
export function deniedLicenses(given: Given): DeniedLicense[] {
  const { allow, deny, allowCategories, denyCategories } = given.policy;
  if (![allow, deny, allowCategories, denyCategories].some((list) => list && list.length > 0)) return [];
  const judge = judgeOf(given);
  const told = new Set<string>();
  const found: DeniedLicense[] = [];
  const tell = (
    at: Claim,
    identity: Identity,
    license: string,
    from: Ancestor | undefined,
    confidence: Confidence,
  ) => {
    const verdict = told.has(license) ? undefined : judge(identity);
    told.add(license);
    if (verdict)
      found.push({
        at,
        license,
        from,
        objection: verdict.objection,
        confidence: verdict.sure ? confidence : weakest(confidence, 'likely'),
      });
  };
  for (const claim of given.license?.toldBy ?? [])
    tell(claim, claim.identity, identityLabel(claim.identity), undefined, claim.confidence);
  if (given.license && !given.license.toldBy)
    tell(
      given.license.claim,
      given.license.identity,
      identityLabel(given.license.identity),
      undefined,
      given.license.confidence,
    );
  for (const ancestor of given.ancestors) {
    const {
      resolution,
      claims: [claim],
    } = ancestor;
    if (resolution.is === 'failed' || given.obligationsOf(ancestor).length === 0) continue;
    tell(
      claim,
      resolution.license,
      identityLabel(resolution.license),
      ancestor,
      weakest(ancestor.confidence, resolution.confidence),
    );
  }
  return found;
}

/**
 * The limits that stand against the intended use, each use once: the repository's own license before
 * upstreams, and what is sure before what is not.
 */
export function deniedUses({ policy: { use }, license, ancestors, limitsOf }: Given): DeniedUse[] {
  if (use === undefined) return [];
  const own: DeniedUse[] = license
    ? barredUses(license.identity, use).map((barred) => ({
        ...barred,
        at: license.claim,
        obligation: undefined,
        confidence: barred.sure ? license.confidence : weakest(license.confidence, 'likely'),
      }))
    : [];
  const upstream = ancestors.flatMap((ancestor) =>
    limitsOf(ancestor).flatMap((owed): DeniedUse[] => {
      const found = barredUses({ is: 'known', license: { ...owed.license, limits: [owed.term] } }, use, true);
      return found.map((barred) => ({
        ...barred,
        at: ancestor.claims[0],
        obligation: owed,
        confidence: barred.sure ? 'certain' : 'likely',
      }));
    }),
  );
  const told = new Map<string, DeniedUse>();
  for (const list of [own, upstream])
    for (const one of [...list.filter(({ sure }) => sure), ...list])
      if (!told.has(one.what)) told.set(one.what, one);
  return [...told.values()];
}
