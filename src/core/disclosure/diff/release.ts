import type { Disclosure, WorkLicense } from '../disclosure.ts';

/** One work, as far as two releases are compared. */
export interface ComparedWork {
  readonly name: string;
  readonly relation: string;
  /** In a few words: a license, or why it is not known. */
  readonly license: string;
}

/** A release, as far as it is compared: from facts, or from a document that tells them. */
export interface Release {
  readonly name: string;
  readonly license: string;
  readonly works: ReadonlyMap<string, ComparedWork>;
  /** The state of each duty, by `license kind section`. */
  readonly duties: ReadonlyMap<string, string>;
}

/** What only a name points to is no work that was used. */
export function releaseOf({ subject, works, duties }: Disclosure): Release {
  const used = works.filter(({ guess }) => !guess);
  return {
    name: subject.name,
    license: licenseWords(subject.license),
    works: new Map(
      used.map(({ key, name, relation, license }) => [
        key,
        {
          name,
          relation: relation.part === null ? relation.is : `${relation.is} ${relation.part}`,
          license: licenseWords(license),
        },
      ]),
    ),
    duties: new Map(duties.map(({ key, state }) => [key, state])),
  };
}

function licenseWords({ state, label, name, reason }: Partial<WorkLicense>): string {
  if (reason) return `not known (${reason})`;
  if (state === 'none-declared') return 'none declared';
  return label ?? name ?? 'not known';
}
