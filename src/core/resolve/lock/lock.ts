import type { Catalogue } from '../../data/catalogue.ts';
import { weakest, type Confidence } from '../../model/confidence.ts';
import type { CopyrightLine, Resolution } from '../../model/lineage.ts';
import { REACH } from '../../model/relation.ts';
import { jsonText } from '../../text/outgoing.ts';
import { canonicalId } from '../../data/model-aliases.ts';
import { LOCK_FILE } from './lock-name.ts';
import { isRecord, licenseOf, type Base, type Declared } from '../model-record.ts';
import type { Upstreams } from '../upstreams.ts';

/** What `licet.lock.json` holds of one model: `schema/lock.schema.json`. */
export interface LockEntry {
  /** The Hub id, as the repository's files name it. */
  readonly model: string;
  readonly declared: Declared | undefined;
  readonly bases: readonly Base[];
  /** The commit, 40 hex digits. */
  readonly revision?: string;
  /** The id of today where the Hub renamed it. */
  readonly canonical?: string;
  /** `Hub`, `Hub (host)`, `Hub cache` or `snapshot`. */
  readonly source: string;
  /** When the source said so, ISO 8601: a day, or a month; empty where the source does not say. */
  readonly date: string;
  readonly confidence: Confidence;
  readonly note?: string;
  /** sha256 of the license text, hex. */
  readonly textHash?: string;
  /** Copyright lines of its LICENSE and NOTICE; source and date are the entry's. */
  readonly copyright?: readonly Pick<CopyrightLine, 'line' | 'file'>[];
}

export type Lock = ReadonlyMap<string, LockEntry>;

/** A lock file that was read, or why not. */
export type LockRead =
  | { readonly is: 'read'; readonly lock: Lock }
  | { readonly is: 'refused'; readonly what: string; readonly hint: string };

export const EMPTY_LOCK: Lock = new Map();
const VERSION = 1;
const LONGEST = 5_000_000;

/** Under which a model is found whatever the case, or its former id. */
export const lockKey = (model: string) => canonicalId(model).toLowerCase();

/** Entries by model. */
export function lockOf(entries: Iterable<LockEntry>): Lock {
  return new Map([...entries].map((entry) => [lockKey(entry.model), entry]));
}

/**
 * Reads the text of a lock. Whatever is not as `writeLock` writes it is refused whole: half a lock would pass
 * for the truth.
 */
export function parseLock(text: string, file = LOCK_FILE): LockRead {
  const refuse = (what: string, hint = `Delete it and run \`licet resolve\``): LockRead => ({
    is: 'refused',
    what: `"${file}" ${what}`,
    hint,
  });
  if (text.length > LONGEST) return refuse('is too large for a lock');
  if (/^(?:<{7}|={7}|>{7})/m.test(text))
    return refuse('holds the marks of a merge conflict', 'Take either side and run `licet resolve`');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refuse('is not valid JSON');
  }
  if (!isRecord(value) || !isRecord(value['models'])) return refuse('is no lock of licet');
  if (value['version'] !== VERSION)
    return refuse(
      `has version ${String(value['version']).slice(0, 20)}, and this licet reads version ${VERSION}`,
      'Use the licet that wrote it, or delete it and run `licet resolve`',
    );
  const entries: LockEntry[] = [];
  for (const [model, fields] of Object.entries(value['models'])) {
    const entry = entryIn(model, fields);
    if (entry === undefined)
      return refuse(`has an entry for "${model.slice(0, 100)}" that is not as licet writes it`);
    entries.push(entry);
  }
  return { is: 'read', lock: lockOf(entries) };
}

const CONFIDENCES: ReadonlySet<unknown> = new Set(['certain', 'likely', 'possible']);
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 2000;
const isTextOrNone = (value: unknown): value is string | undefined => value === undefined || isText(value);

function entryIn(model: string, fields: unknown): LockEntry | undefined {
  if (!isRecord(fields) || model === '') return undefined;
  const { source, date = '', confidence = 'certain' } = fields;
  const given = declaredIn(fields);
  const bases = basesIn(fields['bases'] ?? []);
  const copyright = copyrightIn(fields['copyright'] ?? []);
  const texts = textsIn(fields);
  if (!given || !bases || !copyright || !texts) return undefined;
  if (!isText(source) || !isDate(date) || !CONFIDENCES.has(confidence)) return undefined;
  return {
    model,
    declared: given.declared,
    bases,
    source,
    date,
    confidence: confidence as Confidence,
    ...texts,
    ...(copyright.length === 0 ? {} : { copyright }),
  };
}

/** A day or a month, or nothing where it is not known. */
const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:\d{4}-\d{2}(?:-\d{2})?)?$/.test(value);

/** What the model declared. Undefined where it is not as licet writes it. */
function declaredIn(
  fields: Readonly<Record<string, unknown>>,
): { readonly declared: LockEntry['declared'] } | undefined {
  const { license, license_name: name, license_link: link } = fields;
  const licenses: readonly unknown[] = Array.isArray(license) ? license : license === null ? [] : [license];
  if (!licenses.every(isText) || !isTextOrNone(name) || !isTextOrNone(link)) return undefined;
  const [first] = licenses;
  if (first === undefined) return { declared: undefined };
  return {
    declared: {
      license: Array.isArray(license) ? licenses : first,
      ...(name === undefined ? {} : { name }),
      ...(link === undefined ? {} : { link }),
    },
  };
}

/** The texts that an entry may have. Undefined where one of them is not a text. */
function textsIn({
  revision,
  canonical,
  note,
  text_sha256: textHash,
}: Readonly<Record<string, unknown>>):
  Pick<LockEntry, 'revision' | 'canonical' | 'note' | 'textHash'> | undefined {
  if (!isTextOrNone(revision) || !isTextOrNone(canonical)) return undefined;
  if (!isTextOrNone(note) || !isTextOrNone(textHash)) return undefined;
  return {
    ...(revision === undefined ? {} : { revision }),
    ...(canonical === undefined ? {} : { canonical }),
    ...(note === undefined ? {} : { note }),
    ...(textHash === undefined ? {} : { textHash }),
  };
}

function copyrightIn(value: unknown): LockEntry['copyright'] {
  if (!Array.isArray(value)) return undefined;
  const lines = value.flatMap((one: unknown) =>
    isRecord(one) && isText(one['line']) && isText(one['file'])
      ? [{ line: one['line'], file: one['file'] }]
      : [],
  );
  return lines.length === value.length ? lines : undefined;
}

function basesIn(value: unknown): readonly Base[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const bases = value.flatMap((one: unknown): Base[] => {
    if (!isRecord(one) || !isText(one['model'])) return [];
    const relation = one['relation'] ?? 'unsaid';
    return relation === 'unsaid' || isRelation(relation) ? [{ model: one['model'], relation }] : [];
  });
  return bases.length === value.length ? bases : undefined;
}

function isRelation(value: unknown): value is keyof typeof REACH {
  return typeof value === 'string' && Object.hasOwn(REACH, value);
}

/** What is known of a model, as a lock keeps it. */
export function entryOf(model: string, found: Extract<Resolution, { is: 'found' }>): LockEntry {
  const { declared, raw, bases, revision, canonical, from, asOf, confidence, note, textHash, copyright } =
    found;
  return {
    model,
    declared: declared ?? (raw === 'none' || raw === '' ? undefined : { license: raw }),
    bases,
    ...(revision === undefined ? {} : { revision }),
    ...(canonical === undefined ? {} : { canonical }),
    source: from,
    date: asOf,
    confidence,
    ...(note === undefined ? {} : { note }),
    ...(textHash === undefined ? {} : { textHash }),
    ...(copyright === undefined ? {} : { copyright: copyright.map(({ line, file }) => ({ line, file })) }),
  };
}

/** The text of a lock: sorted, one spelling, so that a difference in review is a difference in fact. */
export function writeLock(entries: Iterable<LockEntry>): string {
  const byName = (a: LockEntry, b: LockEntry) => (a.model.toLowerCase() < b.model.toLowerCase() ? -1 : 1);
  const models = Object.fromEntries(
    [...lockOf(entries).values()].sort(byName).map((entry) => [entry.model, fieldsOf(entry)]),
  );
  return `${jsonText({ version: VERSION, models }, 2)}\n`;
}

/** Keys with undefined fall away in JSON, so only the order stands here. */
function fieldsOf({
  declared,
  bases,
  revision,
  canonical,
  source,
  date,
  confidence,
  note,
  textHash,
  copyright,
}: LockEntry) {
  return {
    license: declared?.license ?? null,
    license_name: declared?.name,
    license_link: declared?.link,
    bases:
      bases.length === 0
        ? undefined
        : bases.map(({ model, relation }) => ({
            model,
            relation: relation === 'unsaid' ? undefined : relation,
          })),
    canonical,
    revision,
    text_sha256: textHash,
    copyright,
    source,
    date: date === '' ? undefined : date,
    confidence: confidence === 'certain' ? undefined : confidence,
    note,
  };
}

/** Answers from a lock. `frozen`: a model that is not in it is a failure that says so. */
export function lockFile(
  lock: Lock,
  catalogue: Catalogue,
  { frozen = false }: { readonly frozen?: boolean } = {},
): Upstreams {
  return {
    find(model) {
      const entry = lock.get(lockKey(model));
      if (entry) return Promise.resolve(resolutionOf(entry, model, catalogue));
      return Promise.resolve(
        frozen
          ? { is: 'failed', why: 'offline', detail: `${LOCK_FILE} does not have it; run \`licet resolve\`` }
          : { is: 'failed', why: 'offline' },
      );
    },
  };
}

function resolutionOf(
  { declared, bases, revision, canonical, source, date, confidence, note, textHash, copyright }: LockEntry,
  model: string,
  catalogue: Catalogue,
): Resolution {
  return {
    is: 'found',
    ...licenseOf(declared, canonical ?? model, catalogue),
    bases,
    confidence: weakest(confidence, licenseOf(declared, model, catalogue).confidence),
    from: 'lock',
    asOf: date,
    ...(declared === undefined ? {} : { declared }),
    ...(revision === undefined ? {} : { revision }),
    ...(canonical === undefined ? {} : { canonical }),
    ...(note === undefined ? {} : { note }),
    ...(textHash === undefined ? {} : { textHash }),
    ...(copyright === undefined
      ? {}
      : { copyright: copyright.map((one) => ({ ...one, source, asOf: date })) }),
  };
}
