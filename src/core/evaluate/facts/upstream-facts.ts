import { coresOf } from '../../data/model-aliases.ts';
import { oldSnapshot } from '../../data/data-dates.ts';
import { isLimit } from '../../license/compat/term-coverage.ts';
import type { Obligation } from '../../model/finding.ts';
import type { DutyKind, DutyOf, License, Limit } from '../../model/license.ts';
import type { Ancestor } from '../../model/lineage.ts';
import { contradictionsOf, type Contradiction } from './claims/contradictions.ts';
import { undeclaredUpstreams, type UndeclaredUpstream } from './claims/undeclared-upstreams.ts';
import { computedOnce } from './computed-once.ts';
import type { LicenseFacts } from './license-facts.ts';
import type { Material } from './material.ts';
import { termClashes, type TermClash } from './terms/clashing-terms.ts';
import { lostTerms } from './terms/lost-terms.ts';
import {
  isMislabelled,
  onePerClause,
  termsFrom,
  unknownTermsOf,
  type UnknownTerms,
} from './terms/obligations.ts';

/** The models that this one comes from: what each asks, and what is not declared of them. */
export interface UpstreamFacts {
  /** Every upstream, direct and further up, with what is known of it. */
  readonly ancestors: readonly Ancestor[];
  /**
   * Duties of one kind that reach this repository, nearest upstream first; one for each upstream license and
   * clause.
   */
  readonly duties: <K extends DutyKind>(kind: K) => readonly Obligation<DutyOf<K>>[];
  /** The limits that one upstream puts on this repository. */
  readonly limitsOf: (ancestor: Ancestor) => readonly Obligation<Limit>[];
  /** All that one upstream asks of this repository, duties and limits. */
  readonly obligationsOf: (ancestor: Ancestor) => readonly Obligation[];
  /**
   * The terms of one upstream that the effective license does not carry, one list for each license of that
   * upstream.
   */
  readonly lostTermsOf: (ancestor: Ancestor) => readonly (readonly Obligation[])[];
  /** Why nothing is on record of what a license asks that an upstream names; undefined where something is. */
  readonly unknownTermsOf: (ancestor: Ancestor) => UnknownTerms | undefined;
  /** Another upstream, of known terms, that is the same model in another format: `X` for `X-bnb-4bit`. */
  readonly mirrorOf: (ancestor: Ancestor) => Ancestor | undefined;
  /** What stands for an upstream of which only the name is known: its family, with the family's terms. */
  readonly familyGuess: (ancestor: Ancestor) => Ancestor | undefined;
  /** The licenses of upstreams that bind what is built on them, by limits or by asking for themselves. */
  readonly bindingLicenses: readonly License[];
  /** The date of the snapshot that was asked, where it is older than 30 days. */
  readonly oldSnapshot: string | undefined;
  /** Pairs of obligations that cannot both be kept. */
  readonly clashes: readonly TermClash[];
  /** Upstreams that files or the card's text name and `base_model` does not. */
  readonly undeclared: readonly UndeclaredUpstream[];
  /** Where a tool's file contradicts what is declared of an upstream. */
  readonly contradictions: readonly Contradiction[];
}

/** `owner` is the repository's, where it is known. */
export function upstreamFacts(
  { repo, claims, ancestors, today }: Material,
  owner: string | undefined,
  license: LicenseFacts,
): UpstreamFacts {
  const terms: OwedTerms = computedOnce<OwedTerms>({
    byAncestor: () =>
      new Map(
        ancestors.map((ancestor) => [
          ancestor,
          isMislabelled(ancestor, ancestors) ? [] : termsFrom(ancestor, owner),
        ]),
      ),
    all: () => [...terms.byAncestor.values()].flat(),
    known: () => knownByCore(ancestors),
  });
  const obligationsOf = (ancestor: Ancestor) => terms.byAncestor.get(ancestor) ?? [];
  const facts: UpstreamFacts = computedOnce<UpstreamFacts>({
    ancestors: () => ancestors,
    duties:
      () =>
      <K extends DutyKind>(kind: K) =>
        onePerClause(terms.all.filter((one): one is Obligation<DutyOf<K>> => one.term.kind === kind)),
    limitsOf: () => (ancestor) =>
      obligationsOf(ancestor).filter((one): one is Obligation<Limit> => isLimit(one.term)),
    obligationsOf: () => obligationsOf,
    lostTermsOf: () => (ancestor) =>
      license.effective ? lostTerms(license.effective.identity, obligationsOf(ancestor), ancestor) : [],
    unknownTermsOf: () => (ancestor) => unknownTermsOf(ancestor, owner),
    mirrorOf:
      () =>
      ({ model }) =>
        coresOf(model)
          .flatMap((core) => terms.known.get(core) ?? [])
          .find((other) => other.model !== model),
    familyGuess:
      () =>
      ({ model, path }) =>
        ancestors.find(
          (other) =>
            other.resolution.is === 'found' &&
            other.resolution.from === 'name' &&
            other.path.length === path.length + 1 &&
            other.path[path.length - 1]?.to === model,
        ),
    bindingLicenses: () => bindingIn(terms.all),
    oldSnapshot: () => oldSnapshot(today),
    clashes: () => termClashes(onePerClause(terms.all)),
    undeclared: () =>
      undeclaredUpstreams(
        claims,
        ancestors,
        owner,
        new Set(facts.contradictions.flatMap((one) => (one.is === 'model' ? [one.other] : []))),
      ),
    contradictions: () =>
      contradictionsOf({ claims, ancestors, files: repo.files, complete: repo.complete, owner }),
  });
  return facts;
}

function bindingIn(owed: readonly Obligation[]): readonly License[] {
  const binding = owed.filter(
    ({ license }) => license.limits.length > 0 || license.duties.some(({ kind }) => kind === 'same-license'),
  );
  return [...new Map(binding.map(({ license }) => [license.id, license])).values()];
}

/** What several members of the group ask for. */
interface OwedTerms {
  readonly byAncestor: ReadonlyMap<Ancestor, readonly Obligation[]>;
  readonly all: readonly Obligation[];
  /** The models of known terms, by what is left of a name without the words for its format. */
  readonly known: ReadonlyMap<string, readonly Ancestor[]>;
}

function knownByCore(ancestors: readonly Ancestor[]): ReadonlyMap<string, readonly Ancestor[]> {
  const cores = new Map<string, Ancestor[]>();
  for (const ancestor of ancestors) {
    if (ancestor.resolution.is === 'failed' || ancestor.resolution.license.is !== 'known') continue;
    for (const core of coresOf(ancestor.model)) {
      const group = cores.get(core);
      if (group) group.push(ancestor);
      else cores.set(core, [ancestor]);
    }
  }
  return cores;
}
