/** Fields that are made when they are first asked for. */
export function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const fields = {} as T;
  for (const [key, make] of Object.entries<() => unknown>(makers))
    Object.defineProperty(fields, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make();
        Object.defineProperty(fields, key, { value, enumerable: true });
        return value;
      },
    });
  return fields;
}
