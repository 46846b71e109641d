import { conflictOf } from '../../../license/compat/term-conflicts.ts';
import type { Obligation } from '../../../model/finding.ts';
import { sameModel } from '../../../data/model-aliases.ts';
import { ownerOf, sameOwner } from '../../../data/owners.ts';

/** Two terms of two upstreams that cannot both be kept. */
export interface TermClash {
  readonly one: Obligation;
  readonly other: Obligation;
  /** The rest of the sentence, after the two licenses. */
  readonly reason: string;
}

/** One clash for two licenses of one kind: a limit in two clauses is told once. */
const key = ({ one, other }: TermClash) =>
  [...[one.license.id, other.license.id].sort(), one.term.kind].join(' ');

/** Every pair of owed terms that no name, and no license, can satisfy together. */
export function termClashes(owed: readonly Obligation[]): TermClash[] {
  const found = new Map<string, TermClash>();
  for (const [index, one] of owed.entries())
    for (const other of owed.slice(index + 1)) {
      const clashing = conflictOf(one, other);
      if (!clashing) continue;
      const open = (held: Obligation): Obligation => (clashing.open ? { ...held, open: true } : held);
      // The one that bars comes first, for the sentence.
      const [first, second] = other.term.kind === 'no-further-restrictions' ? [other, one] : [one, other];
      const pair = { one: open(first), other: open(second), reason: clashing.about };
      if (!found.has(key(pair))) found.set(key(pair), pair);
    }
  return [...found.values()];
}

/**
 * Whether `name` is the name of an upstream of the licensor's own, under any of its ids, whole or with more
 * behind it: `Meta-Llama-3-8B-GGUF`.
 */
export function keepsLicensorsName({ ancestor, license }: Obligation, name: string): boolean {
  const models = [ancestor.model, ...ancestor.path.map(({ to }) => to)].filter((model) =>
    license.owners.some((owner) => sameOwner(owner, ownerOf(model))),
  );
  const beginnings = [...name.matchAll(/[-_.]|$/g)]
    .map(({ index }) => name.slice(0, index))
    .filter((beginning) => beginning !== '');
  return models.some((model) =>
    beginnings.some((beginning) => sameModel(`${model.slice(0, model.indexOf('/'))}/${beginning}`, model)),
  );
}
