import type { Catalogue } from '../data/catalogue.ts';
import { withCopyright } from './copyright-holders.ts';
import { heldLock } from './lock/lock-with-drift.ts';
import type { Lock } from './lock/lock.ts';
import { recorded, type RecordedFact } from './recorded-facts.ts';
import { snapshot } from './snapshot.ts';
import { firstOf, remembered, type Upstreams } from './upstreams.ts';

/** What somebody knows of upstreams beside what licet ships. */
export interface Known {
  /** Those of a config. */
  readonly facts?: readonly RecordedFact[];
  /** The lock of the repository, as `parseLock` reads it. */
  readonly lock?: Lock | undefined;
  /** Tables that somebody made, asked before what licet ships. */
  readonly tables?: readonly Upstreams[];
  /** Asked last, for what nobody else knows: the Hub, say. */
  readonly others?: readonly Upstreams[];
}

/**
 * Upstreams as a run of the command line knows them offline: facts go before the lock, the lock before the
 * snapshot, and copyright lines that licet ships are added. Each model is looked up once.
 */
export function shippedUpstreams(catalogue: Catalogue, known: Known = {}): Upstreams {
  return remembered(unremembered(catalogue, known));
}

/** The same, and nothing is kept of what was asked: for runs without an end. */
export function unremembered(
  catalogue: Catalogue,
  { facts = [], lock, tables = [], others = [] }: Known,
): Upstreams {
  const shipped = snapshot(catalogue);
  return withCopyright(
    firstOf([
      recorded(facts, catalogue),
      ...(lock === undefined ? [] : [heldLock(lock, catalogue, [{ upstreams: shipped }])]),
      ...tables,
      shipped,
      ...others,
    ]),
  );
}
