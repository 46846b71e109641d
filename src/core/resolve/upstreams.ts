import { canonicalId } from '../data/model-aliases.ts';
import type { Resolution } from '../model/lineage.ts';

/** Where the license of a model somewhere else can be asked. Every failure is a value. */
export interface Upstreams {
  find(model: string): Promise<Resolution>;
}

/** How much a failure says: the report names the most telling one of several. */
const TELLING = [
  'offline',
  'not-found',
  'unreachable',
  'rate-limited',
  'private-or-missing',
  'bad-token',
  'disabled',
  'gated',
  'no-license',
  'not-a-hub-id',
];

/** Asks one after the other; the first that knows answers. Offline is simply a shorter list. */
export function firstOf(all: readonly Upstreams[]): Upstreams {
  return {
    async find(model) {
      let failed: Resolution = { is: 'failed', why: 'offline' };
      for (const upstreams of all) {
        const found = await upstreams.find(model);
        if (found.is === 'found') return found;
        if (failed.is === 'failed' && TELLING.indexOf(found.why) >= TELLING.indexOf(failed.why))
          failed = found;
      }
      return failed;
    },
  };
}

type Found = Extract<Resolution, { is: 'found' }>;

/**
 * Asks what speaks of today first, and what licet ships only where that does not tell; so what was written
 * down once never outranks what holds now. Beside an answer that names another license than the one of old,
 * the old one stands with its date. Bases that a card cannot express, or does not name, are kept.
 */
export function freshFirst(fresh: Upstreams, shipped: Upstreams): Upstreams {
  return {
    async find(model) {
      const now = await fresh.find(model);
      const was = await shipped.find(model);
      if (now.is === 'failed') return was.is === 'found' || tells(was, now) ? was : now;
      return was.is === 'failed' ? now : beside(now, was);
    },
  };
}

const tells = (one: Resolution, other: Resolution) =>
  one.is === 'failed' && other.is === 'failed' && TELLING.indexOf(one.why) > TELLING.indexOf(other.why);

/** What is in a base that no card can say. */
const UNSAID: ReadonlySet<string> = new Set(['component', 'outputs', 'copy']);

function beside(now: Found, was: Found): Found {
  const named = new Set(now.bases.map((base) => canonicalId(base.model).toLowerCase()));
  const more = was.bases.filter(
    ({ model, relation }) =>
      (named.size === 0 || UNSAID.has(relation)) && !named.has(canonicalId(model).toLowerCase()),
  );
  const whole = { ...now, bases: [...now.bases, ...more] };
  if (was.license.is !== 'known' || was.from === 'series') return whole;
  // A card that says nothing, or what it always said, is no word against what was read in the license itself.
  const silent = /^(?:none|other)$/i.test(now.raw) || now.raw.toLowerCase() === was.raw.toLowerCase();
  if (now.license.is !== 'known' && silent) {
    const { license, raw, from, asOf, confidence } = was;
    return { ...whole, license, raw, from, asOf, confidence };
  }
  const same = now.license.is === 'known' && now.license.license.id === was.license.license.id;
  const telling = was.from === 'snapshot' && was.confidence !== 'possible' && was.asOf !== '';
  return same || !telling ? whole : { ...whole, earlier: { license: was.raw, asOf: was.asOf } };
}

/** Asks each model once, however many files name it. */
export function remembered(upstreams: Upstreams): Upstreams {
  const asked = new Map<string, Promise<Resolution>>();
  return {
    find(model) {
      const key = model.toLowerCase();
      const known = asked.get(key);
      if (known) return known;
      const answer = upstreams.find(model);
      asked.set(key, answer);
      return answer;
    },
  };
}
