import { providers } from '../data/providers.ts';
import type { Facts } from '../evaluate/facts/facts.ts';
import { choices } from '../evaluate/facts/terms/lost-terms.ts';
import { onePerClause } from '../evaluate/facts/terms/obligations.ts';
import { label } from '../evaluate/facts/terms/term-labels.ts';
import { carries, isLimit } from '../license/compat/term-coverage.ts';
import type { Obligation } from '../model/finding.ts';
import type { Duty, Term } from '../model/license.ts';
import type { ClauseFact, LimitFact } from './disclosure.ts';
import { keyOf } from './works.ts';

/** Terms that ask for no act of whoever releases: they bind those who receive. */
const NO_ACT: ReadonlySet<Term['kind']> = new Set(['patent-termination', 'choice-of-law']);

/** One clause, with every upstream that brings it. */
export interface Owed<T extends Term = Term> {
  readonly owed: Obligation<T>;
  readonly fact: Omit<ClauseFact, 'kind'> & { readonly kind: T['kind'] };
}

const urlOf = (term: Term): string | null => (term.kind === 'use-policy' ? (term.url ?? null) : null);
const clauseKey = ({ license, term }: Obligation) => `${license.id} ${term.kind} ${term.section}`;

/** The terms of all upstreams, each clause of a license once, nearest upstream first. */
export function clausesOf({ upstreams }: Facts): readonly Owed[] {
  const all = upstreams.ancestors.flatMap((ancestor) => upstreams.obligationsOf(ancestor));
  const bring = new Map<string, Obligation[]>();
  for (const owed of all) {
    const group = bring.get(clauseKey(owed));
    if (group) group.push(owed);
    else bring.set(clauseKey(owed), [owed]);
  }
  return onePerClause(all).map((owed) => {
    const { license, term, ancestor, open } = owed;
    const others = (bring.get(clauseKey(owed)) ?? [])
      .filter((one) => one.ancestor !== ancestor)
      .sort((a, b) => a.ancestor.path.length - b.ancestor.path.length);
    return {
      owed,
      fact: {
        key: clauseKey(owed),
        license: license.id,
        licenseName: license.name,
        kind: term.kind,
        label: label(term),
        section: term.section,
        summary: term.summary,
        url: urlOf(term),
        when: term.when ?? null,
        works: [...new Set([ancestor, ...others.map((one) => one.ancestor)].map(keyOf))],
        open,
      },
    };
  });
}

/** Whether a term asks for an act of whoever releases. */
export const asksAnAct = (clause: Owed): clause is Owed<Duty> =>
  !isLimit(clause.owed.term) && !NO_ACT.has(clause.owed.term.kind);

/** What binds whoever receives this, and whether the declared license tells them. */
export function limitsFrom(clauses: readonly Owed[], facts: Facts): readonly LimitFact[] {
  return [
    ...clauses
      .filter((clause) => !asksAnAct(clause))
      .map(({ owed, fact }) => ({ ...fact, carried: carriedBy(facts, owed) })),
    ...limitsOfData(facts),
    ...limitsOfProviders(facts),
  ];
}

/** Terms of training data that the declared license does not carry; whether they reach a model is open. */
function limitsOfData({ trainingData }: Facts): LimitFact[] {
  return trainingData.missingTerms.flatMap(({ claim, license, terms }) =>
    terms.map((term): LimitFact => {
      const { kind, section, summary, when = null } = term;
      const work = `dataset:${claim.dataset}`;
      return {
        key: `${license.id} ${kind} ${section} ${work}`,
        license: license.id,
        licenseName: license.name,
        kind,
        label: label(term),
        section,
        summary,
        url: urlOf(term),
        when,
        works: [work],
        open: true,
        carried: 'no',
      };
    }),
  );
}

/** Whether the license that counts for this repository says the same; every branch of a choice has to. */
export function carriedBy(
  { license: { effective } }: Facts,
  { license, term }: Obligation,
): LimitFact['carried'] {
  if (!effective) return null;
  const branches = choices(effective.identity);
  if (!branches) return 'not-known';
  const each = branches.map((all) => {
    const said = all.map((one) => carries(one, license, term));
    return said.includes('yes') ? 'yes' : said.includes('alike') ? 'alike' : 'no';
  });
  return each.includes('no') ? 'no' : each.includes('alike') ? 'alike' : 'yes';
}

/** What the terms of closed models say of their outputs. */
function limitsOfProviders(facts: Facts): LimitFact[] {
  const named = facts.claims('provider');
  return [...new Set(named.map(({ provider }) => provider))].flatMap((id) => {
    const terms = providers().get(id);
    if (!terms) return [];
    return [
      {
        key: `${id} provider-terms ${terms.section}`,
        license: id,
        licenseName: terms.document,
        kind: 'provider-terms' as const,
        label: 'the terms on outputs',
        section: terms.section,
        summary: terms.summary,
        url: null,
        when: null,
        works: [
          ...new Set(named.flatMap(({ provider, model }) => (provider === id ? [`provider:${model}`] : []))),
        ],
        open: true,
        carried: 'not-compared' as const,
      },
    ];
  });
}
