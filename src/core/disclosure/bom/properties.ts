/** A name and a value beside the fields of CycloneDX, in licet's own namespace. */
export interface Property {
  readonly name: string;
  readonly value: string;
}

/** What is known, sorted by name; a list gives one property for each of its values. */
export function properties(
  values: Readonly<Record<string, string | null | undefined | readonly string[]>>,
): readonly Property[] {
  return sorted(
    Object.entries(values).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : (value ?? []))
        .filter((one) => one !== '')
        .map((one) => ({ name, value: one })),
    ),
  );
}

/** Properties in one order, whoever they came from; those of one name keep theirs. */
export function sorted(all: readonly Property[]): readonly Property[] {
  return [...all].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
