import { REACH, type Relation } from '../../model/relation.ts';
import type { Identity, License, Reach, Term } from '../../model/license.ts';
import { bearsRestrictions } from './further-restrictions.ts';
import { conflictOf } from './term-conflicts.ts';
import { identityLabel } from '../names/identity-label.ts';
import { relicensingFrom } from './relicensing.ts';
import {
  countOf,
  covers,
  joined,
  interpretationsOf,
  type Interpretation,
  type Interpretations,
} from './interpretations.ts';
import { carries, isLimit } from './term-coverage.ts';

export type Verdict = 'ok' | 'conflict' | 'cannot-tell';

/** A term of one license, as an answer lists it. */
export interface CompatNote {
  readonly license: string;
  readonly kind: Term['kind'];
  readonly section: string;
  readonly says: string;
  /** The circumstance under which it binds. */
  readonly when?: string;
  /** True where the text, or our reading of it, leaves open whether the term stands in the way. */
  readonly open: boolean;
}

/** Whether one license carries what others ask, by their words. */
export interface Answer {
  readonly verdict: Verdict;
  /**
   * Terms that the declared license drops or cannot bear, and terms of two upstreams that exclude each other.
   */
  readonly dropped: readonly CompatNote[];
  /** What remains to be done for the upstreams. */
  readonly duties: readonly CompatNote[];
  /** One sentence each, in the order of weight. */
  readonly reasons: readonly string[];
}

interface Owing {
  readonly license: License;
  readonly term: Term;
  readonly open: boolean;
}

/** Acts that a license forbids whatever the declared license says. */
const BARS: Readonly<Partial<Record<Term['kind'], string>>> = {
  'no-derivatives': 'lets nobody pass on a changed work',
  'no-redistribution': 'lets nobody pass on the work',
};
/** Duties that bind whoever comes after, so that another license drops them. */
const BINDS_ON: ReadonlySet<Term['kind']> = new Set(['same-license', 'pass-on-restrictions']);
/** Relations that make a changed work. */
const CHANGES: ReadonlySet<Reach> = new Set(['derivative', 'quantized', 'adapter']);
/** How many combinations of readings are judged; where there are more, nothing is said. */
const MOST = 256;

/**
 * Whether works under `upstreams` (all of them) may go out as one work under `declared`, standing to them as
 * `relation` says. Computed from terms, passages and bars in the data; no pair is listed anywhere. Total:
 * what is not known is `cannot-tell`.
 */
export function compat(upstreams: readonly Identity[], declared: Identity, relation: Relation): Answer {
  const [all, own] = [joined('and', upstreams.map(interpretationsOf)), interpretationsOf(declared)];
  // Counted before any is judged: where judging breaks off, the answer would hang on the order.
  if (countOf(all) * countOf(own) > MOST)
    return undecided('there are too many combinations of licenses to judge');
  // Each branch that is declared is a promise of its own, kept by whichever upstream branch allows it: a work
  // taken under "A OR B" may go out under "A OR B".
  const answer = overDeclared(own, (branch) =>
    overUpstreams(all, (up) => judge(up, branch, REACH[relation])),
  );
  const vague = [...upstreams, declared]
    .filter((one) => one.is === 'unclear')
    .map((one) => `"${identityLabel(one)}" is the name of several texts`);
  return vague.length === 0 ? answer : { ...answer, reasons: [...new Set([...answer.reasons, ...vague])] };
}

/**
 * Walks what the upstreams may mean. AND adds up, so its parts are judged together; OR is a choice of whoever
 * takes: us.
 */
function overUpstreams(tree: Interpretations, decide: (reading: Interpretation) => Answer): Answer {
  if (tree.is === 'one') return decide(tree.reading);
  if (tree.is === 'or') return best(tree.of.map((part) => overUpstreams(part, decide)));
  if (tree.is === 'unclear')
    return agreed(
      tree.of.map((part) => overUpstreams(part, decide)),
      'not every text of that name leads to this',
    );
  const [first, ...rest] = tree.of;
  if (!first) return decide(NOTHING);
  return overUpstreams(first, (one) =>
    overUpstreams({ is: 'and', of: rest }, (others) => decide(both(one, others))),
  );
}

/**
 * The same for what is declared, whose OR is the choice of the next taker: each branch is a promise, and all
 * are to hold.
 */
function overDeclared(tree: Interpretations, decide: (reading: Interpretation) => Answer): Answer {
  if (tree.is === 'one') return decide(tree.reading);
  if (tree.is === 'or')
    return agreed(
      tree.of.map((part) => overDeclared(part, decide)),
      'whoever takes the work may choose another of the declared licenses, and not each of them ' +
        'leads to this',
    );
  if (tree.is === 'unclear')
    return agreed(
      tree.of.map((part) => overDeclared(part, decide)),
      'not every text of that name leads to this',
    );
  const [first, ...rest] = tree.of;
  if (!first) return decide(NOTHING);
  return overDeclared(first, (one) =>
    overDeclared({ is: 'and', of: rest }, (others) => decide(both(one, others))),
  );
}

const NOTHING: Interpretation = { licenses: [], unknown: [] };
const both = (one: Interpretation, other: Interpretation): Interpretation => ({
  licenses: [...new Set([...one.licenses, ...other.licenses])],
  unknown: [...one.unknown, ...other.unknown],
});

const RANK: Readonly<Record<Verdict, number>> = { ok: 0, 'cannot-tell': 1, conflict: 2 };
const undecided = (why: string): Answer => ({
  verdict: 'cannot-tell',
  dropped: [],
  duties: [],
  reasons: [why],
});

/** A choice is the taker's: the branch that stands best. */
function best(answers: readonly Answer[]): Answer {
  return (
    [...answers].sort((a, b) => RANK[a.verdict] - RANK[b.verdict])[0] ?? undecided('nothing to choose from')
  );
}

/** It may be any branch: a verdict only where all agree. */
function agreed(answers: readonly Answer[], otherwise: string): Answer {
  const worst = [...answers].sort((a, b) => RANK[b.verdict] - RANK[a.verdict])[0];
  if (!worst) return undecided('no text is known by that name');
  if (answers.every(({ verdict }) => verdict === worst.verdict)) return worst;
  return {
    ...worst,
    verdict: 'cannot-tell',
    dropped: worst.dropped.map((told) => ({ ...told, open: true })),
    reasons: [...worst.reasons, otherwise],
  };
}

function judge(up: Interpretation, own: Interpretation, reach: Reach): Answer {
  const owing = up.licenses.flatMap((license) =>
    [...license.duties, ...license.limits].flatMap((term): Owing[] => {
      const how = covers(license, term, reach);
      return how === 'not' ? [] : [{ license, term, open: how === 'perhaps' || !license.verified }];
    }),
  );
  const trouble = new Map<Term, CompatNote>();
  const reasons: { readonly open: boolean; readonly why: string }[] = [];
  const add = ({ license, term }: Owing, open: boolean, why: string) => {
    reasons.push({ open, why: open ? `perhaps ${why}` : why });
    if (trouble.get(term)?.open !== false) trouble.set(term, tell(license, term, open));
  };

  for (const one of owing) {
    const bar = BARS[one.term.kind];
    if (bar !== undefined && (one.term.kind !== 'no-derivatives' || CHANGES.has(reach)))
      add(one, one.open, `${one.license.id} ${bar} (${one.term.section})`);
    else if (own.licenses.length > 0) against(one, own.licenses, add);
  }
  for (const [index, one] of owing.entries())
    for (const other of owing.slice(index + 1)) {
      const found = conflictOf(one, other);
      if (!found) continue;
      const open = one.open || other.open || found.open;
      for (const side of [one, other])
        add(side, open, `${one.license.id} and ${other.license.id} ${found.about}`);
    }

  const weighed = reasons.sort((a, b) => Number(a.open) - Number(b.open)).map(({ why }) => why);
  const dropped = [...trouble.values()].sort((a, b) => Number(a.open) - Number(b.open));
  const unread = [
    ...up.licenses.filter((license) => isUnread(license)),
    ...own.licenses.filter((license) => isUnread(license) || givesMore(license, owing)),
  ].map(({ id }) => `the text of ${id} was not read in full`);
  const exceptions = [...up.licenses, ...own.licenses]
    .flatMap(({ spdx }) => exceptionOf(spdx))
    .map((name) => `${name} allows more than the license alone, and its text is not in the data`);
  const unknown = [...up.unknown, ...own.unknown].map((raw) => `nothing is known of "${raw}"`);
  const certain = dropped.some(({ open }) => !open);
  const verdict: Verdict = certain
    ? 'conflict'
    : dropped.length + unread.length + unknown.length > 0
      ? 'cannot-tell'
      : 'ok';
  const ways = up.licenses.flatMap((license) =>
    own.licenses.flatMap((declared) => opened(license, declared)),
  );
  const duties = owing
    .filter(({ term }) => !isLimit(term) && !trouble.has(term) && !BINDS_ON.has(term.kind))
    .map(({ license, term, open }) => tell(license, term, open));
  return {
    verdict,
    dropped,
    duties,
    reasons: [
      ...new Set([...(verdict === 'ok' ? [] : exceptions), ...weighed, ...unknown, ...unread, ...ways]),
    ],
  };
}

/** The exception of `GPL-2.0-only WITH Classpath-exception-2.0`. */
const exceptionOf = (spdx: string): string[] => / WITH ([\w.-]+)/.exec(spdx)?.slice(1) ?? [];

/**
 * An exception, whose text is not in the data, only ever allows more: what a license with one lets through
 * without it stays so.
 */
const isUnread = ({ verified, spdx }: License) => !verified && exceptionOf(spdx).length === 0;

/** Whether a declared license with an exception may give away more than a copyleft upstream lets it. */
function givesMore({ spdx }: License, owing: readonly Owing[]): boolean {
  return (
    exceptionOf(spdx).length > 0 &&
    owing.some(({ license, term }) => term.kind === 'same-license' && license.spdx !== spdx)
  );
}

/**
 * A license that asks whoever comes after for source, under any free terms, without asking for itself
 * (Sleepycat).
 */
function leansOnSource({ duties }: License, term: Term): boolean {
  return term.kind === 'disclose-source' && !duties.some(({ kind }) => kind === 'same-license');
}

/** What stands between one term and the declared licenses, of which all apply. */
function against(
  one: Owing,
  declared: readonly License[],
  add: (one: Owing, open: boolean, why: string) => void,
): void {
  const { license, term } = one;
  const unread = declared.some(({ verified }) => !verified);
  if (isLimit(term) || BINDS_ON.has(term.kind)) {
    const carried = declared.map((own) => carries(own, license, term));
    if (carried.includes('yes')) return;
    const [own] = declared;
    add(
      one,
      one.open || unread || carried.includes('alike'),
      `${own?.id ?? ''} does not carry what ${license.id} asks: ${term.summary} (${term.section})`,
    );
    return;
  }
  if (
    leansOnSource(license, term) &&
    !declared.some((own) =>
      own.duties.some(({ kind }) => kind === 'disclose-source' || kind === 'same-license'),
    )
  ) {
    add(
      one,
      true,
      `${declared[0]?.id ?? ''} lets works go out without the source that ${license.id} asks for: ` +
        `${term.summary} (${term.section})`,
    );
    return;
  }
  // A license that is itself among the declared ones keeps its own part of the work.
  if (declared.some(({ id }) => id === license.id)) return;
  for (const own of declared) {
    const how = bearsRestrictions(own, license, term);
    if (how !== 'bears')
      add(
        one,
        one.open || unread || how === 'perhaps',
        `${own.id} bars further restrictions, and ${license.id} brings one: ${term.summary} ` +
          `(${term.section})`,
      );
  }
}

/** The clause by which a license lets its work go where it could not stay by itself. */
function opened(license: License, declared: License): string[] {
  if (license.id === declared.id) return [];
  const { is, by } = relicensingFrom(license, declared);
  if (is === 'closed' || !by) return [];
  const how = by.how === 'combine' ? 'may be combined under' : 'may move to';
  const where = by.when === undefined ? '' : `, where ${by.when}`;
  return [`${license.id} ${how} ${by.to} (${by.section}): ${by.summary}${where}`];
}

const tell = (license: License, { kind, section, summary: says, when }: Term, open: boolean): CompatNote => ({
  license: license.id,
  kind,
  section,
  says,
  ...(when === undefined ? {} : { when }),
  open,
});
