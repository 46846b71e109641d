import type { Identity, License, Reach, Term } from '../../model/license.ts';

/** Whether a term covers a class of reach: by its words, perhaps, or not. */
export type Covers = 'plainly' | 'perhaps' | 'not';

/**
 * Classes in which a work takes in the upstream as a changed or unchanged copy: what software texts call the
 * work or a derivative.
 */
const AS_CODE: ReadonlySet<Reach> = new Set(['copy', 'derivative', 'quantized']);

/**
 * A circumstance of whoever receives the work binds by the words; one of the single work is not told by the
 * license's name.
 */
const OF_RECIPIENT = /^(?:the (?:use|licensee|business|amount)|in the course)\b/;

/** Whether `when` speaks of the receiver's acts (a scope), not of a fact about the work (a doubt). */
export function isScope(when: string): boolean {
  return OF_RECIPIENT.test(when);
}

/**
 * How surely a term reaches a class, by the license's own words. A text for software knows only code: for it
 * a changed copy of weights is a changed work, and its copyleft counts (docs/reading-laws.md, 4); whether the
 * law agrees is not asked here. An unchanged copy has no change to tell of.
 */
export function covers(license: License, term: Term, reach: Reach): Covers {
  const asCode =
    license.matter !== 'model' &&
    AS_CODE.has(reach) &&
    term.appliesTo.includes('code') &&
    !(reach === 'copy' && term.kind === 'mark-changes');
  const worded = term.appliesTo.includes(reach) || asCode;
  if (worded) return term.when === undefined || isScope(term.when) ? 'plainly' : 'perhaps';
  return term.mayApplyTo.includes(reach) ? 'perhaps' : 'not';
}

/** Licenses of which all apply, and the parts of which nothing is known. */
export interface Interpretation {
  readonly licenses: readonly License[];
  readonly unknown: readonly string[];
}

/**
 * What an identity may mean: one of `any`, where the taker chooses (`or`) or where nobody knows which
 * (`unclear`).
 */
export type Interpretations =
  | { readonly is: 'one'; readonly reading: Interpretation }
  | { readonly is: 'or' | 'unclear'; readonly of: readonly Interpretations[] }
  | { readonly is: 'and'; readonly of: readonly Interpretations[] };

/** How many ways there are to read a tree, each with one reading of every part. */
export function countOf(tree: Interpretations): number {
  if (tree.is === 'one') return 1;
  return tree.is === 'and'
    ? tree.of.reduce((so, part) => so * countOf(part), 1)
    : Math.max(
        1,
        tree.of.reduce((so, part) => so + countOf(part), 0),
      );
}

const keyOf = (tree: Interpretations): string =>
  tree.is === 'one'
    ? JSON.stringify([tree.reading.licenses.map(({ id, spdx }) => [id, spdx]), tree.reading.unknown])
    : `${tree.is}(${tree.of.map(keyOf).join()})`;

/**
 * A node of a tree, each part told once: a license named twice is one, a choice within a choice is one
 * choice.
 */
export function joined(is: 'and' | 'or' | 'unclear', parts: readonly Interpretations[]): Interpretations {
  const flat = parts.flatMap((part) => (part.is === is ? part.of : [part]));
  const [first, ...others] = [...new Map(flat.map((part) => [keyOf(part), part])).values()];
  return first && others.length === 0 ? first : { is, of: first ? [first, ...others] : [] };
}

/** The tree of readings of a name or an expression. */
export function interpretationsOf(identity: Identity): Interpretations {
  switch (identity.is) {
    case 'known':
      return { is: 'one', reading: { licenses: [identity.license], unknown: [] } };
    case 'unknown':
      return { is: 'one', reading: { licenses: [], unknown: [identity.raw] } };
    case 'unclear': {
      const named = identity.oneOf.map((license): Interpretations => ({
        is: 'one',
        reading: { licenses: [license], unknown: [] },
      }));
      // A name that we lack beside one text that we know: it may stand for more than the text.
      const lone: Interpretations[] =
        named.length < 2 ? [{ is: 'one', reading: { licenses: [], unknown: [identity.raw] } }] : [];
      return joined('unclear', [...named, ...lone]);
    }
    case 'expression':
      return joined(identity.op, identity.of.map(interpretationsOf));
  }
}
