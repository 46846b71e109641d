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
  /** Asked last, for what nobody else knows: the Hub, say. */
  readonly others?: readonly Upstreams[];
}

/**
 * Upstreams as a run of the command line knows them offline: facts go before the lock, the lock before the
 * snapshot, and copyright lines that licet ships are added.
 */
export function shippedUpstreams(
  catalogue: Catalogue,
  { facts = [], lock, others = [] }: Known = {},
): Upstreams {
  const known = snapshot(catalogue);
  return remembered(
    withCopyright(
      firstOf([
        recorded(facts, catalogue),
        ...(lock === undefined ? [] : [heldLock(lock, catalogue, [{ upstreams: known }])]),
        known,
        ...others,
      ]),
    ),
  );
}
