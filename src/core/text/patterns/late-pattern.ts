/**
 * An expression that is made when it is first asked for: one over all of Unicode takes the engine longer to
 * make than a card to read, and most texts need none; nor do most repositories need those about licenses'
 * texts and code.
 */
export function latePattern(make: () => RegExp): () => RegExp {
  let made: RegExp | undefined;
  return () => (made ??= make());
}
