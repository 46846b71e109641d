import type { Entry } from '../../data/catalogue.ts';

/**
 * A license as a plugin writes it down: what is left out is empty. The fields are those of
 * `data/licenses/README.md`.
 */
export type LicenseFields = Pick<Entry, 'id' | 'name'> & Partial<Entry>;

/**
 * A whole license of its fields. A reading without a source has not been verified: nothing that rests on it
 * is certain.
 */
export function defineLicense(fields: LicenseFields): Entry {
  return {
    spdx: `LicenseRef-${fields.id}`,
    matter: 'model',
    hub: [],
    names: [],
    titles: [],
    urls: [],
    owners: [],
    relicensing: [],
    notes: [],
    checked: '',
    source: '',
    verified: fields.source !== undefined && fields.source !== '',
    ...fields,
    duties: (fields.duties ?? []).map((term) => ({
      ...term,
      mayApplyTo: (term as Partial<typeof term>).mayApplyTo ?? [],
    })),
    limits: (fields.limits ?? []).map((term) => ({
      ...term,
      mayApplyTo: (term as Partial<typeof term>).mayApplyTo ?? [],
    })),
  };
}

/** What keeps a value from being a license, in a few words; undefined where nothing does. */
export function licenseTrouble(value: unknown): string | undefined {
  if (!isRecord(value)) return 'is no object';
  if (typeof value['id'] !== 'string' || !/^[a-z0-9][\w.+-]*$/i.test(value['id'])) return 'has no id';
  if (typeof value['name'] !== 'string') return 'has no name';
  for (const list of ['duties', 'limits']) {
    const terms = value[list] ?? [];
    if (!Array.isArray(terms)) return `has ${list} that are no list`;
    for (const [at, term] of terms.entries()) {
      const missing = ['kind', 'section', 'summary', 'appliesTo'].find(
        (key) =>
          !isRecord(term) ||
          (key === 'appliesTo' ? !Array.isArray(term[key]) : typeof term[key] !== 'string'),
      );
      if (missing !== undefined) return `has no "${missing}" in ${list}, entry ${at + 1}`;
    }
  }
  return undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
