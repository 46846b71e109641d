/** `work` over all items, `atOnce` at a time; results in the items' order. */
export async function mapInOrder<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  // One iterator that all workers draw from: each item goes to whoever is free.
  const queue = items.entries();
  async function worker(): Promise<void> {
    for (const [index, item] of queue) results.set(index, await work(item));
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
