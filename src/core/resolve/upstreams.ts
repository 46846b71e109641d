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
