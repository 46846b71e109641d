/** How each member of a group is computed. */
export type Members<T> = { readonly [K in keyof T]: () => T[K] };

/** A group whose members are computed when they are first asked for, each at most once. */
export function computedOnce<T extends object>(members: Members<T>): T {
  const group = {};
  for (const name of Object.keys(members) as (keyof T)[])
    Object.defineProperty(group, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = members[name]();
        Object.defineProperty(group, name, { value, enumerable: true });
        return value;
      },
    });
  return group as T;
}
