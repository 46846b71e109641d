import { performance } from 'node:perf_hooks';

/** How much larger the large input is: straight growth takes eight times as long, a square 64 times. */
const LARGER = 8;
/** Straight growth with room for a machine that does other things; far less than a square takes. */
export const STRAIGHT = 24;
/** Only a busy machine needs more than one or two. */
const ROUNDS = 20;
/** In milliseconds: what is over sooner than the clock and the collector can tell counts as this. */
const LEAST = 2;

async function millisecondsOf(run: () => unknown): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}

/**
 * How many times as long `read` takes for `made(length)` than for an eighth of it: the least of a few rounds,
 * each a comparison within itself, so that neither a slow machine nor a pause of it decides. To be compared
 * with `STRAIGHT`.
 */
export async function growth<T>(
  made: (length: number) => T,
  length: number,
  read: (input: T) => unknown,
): Promise<number> {
  const [small, large] = [made(Math.ceil(length / LARGER)), made(length)];
  // A first run is slow for being the first, which would hide growth.
  await read(small);
  await read(small);
  let least = Infinity;
  for (let round = 0; round < ROUNDS && least >= STRAIGHT; round += 1) {
    const few = await millisecondsOf(() => read(small));
    const many = await millisecondsOf(() => read(large));
    least = Math.min(least, many / Math.max(few, LEAST));
  }
  return least;
}
