import type { Catalogue } from '../data/catalogue.ts';
import { identify } from '../license/names/identify.ts';
import type { Resolution } from '../model/lineage.ts';
import type { Relation } from '../model/relation.ts';
import { canonicalId } from '../data/model-aliases.ts';
import type { Upstreams } from './upstreams.ts';

/** What a team found out about a model, and says so in its config. */
export interface RecordedFact {
  /** The Hub id. */
  readonly model: string;
  /** A license as `license:` would have it: id, name, expression or address. */
  readonly license: string;
  /** How it is known, such as a letter or a contract. */
  readonly reason: string;
  readonly reviewer?: string;
  /** ISO 8601. */
  readonly date: string;
  readonly bases?: readonly (string | { readonly model: string; readonly relation: Relation | 'unsaid' })[];
}

/**
 * The facts of a config. They go before every other source; where two speak of one model the later one
 * stands.
 */
export function recorded(facts: readonly RecordedFact[], catalogue: Catalogue): Upstreams {
  const byModel = new Map(facts.map((fact) => [canonicalId(fact.model).toLowerCase(), fact]));
  return {
    find(model) {
      const fact = byModel.get(canonicalId(model).toLowerCase());
      return Promise.resolve(fact ? resolutionOf(fact, catalogue) : { is: 'failed', why: 'offline' });
    },
  };
}

function resolutionOf(
  { license, reason, reviewer, date, bases = [] }: RecordedFact,
  catalogue: Catalogue,
): Resolution {
  return {
    is: 'found',
    license: identify(license, undefined, catalogue),
    raw: license,
    bases: bases.map((base) => (typeof base === 'string' ? { model: base, relation: 'unsaid' } : base)),
    from: 'config',
    asOf: date,
    confidence: 'certain',
    note: reviewer === undefined ? reason : `${reason} (reviewed by ${reviewer})`,
    recorded: { reason, ...(reviewer === undefined ? {} : { reviewer }) },
  };
}
