import type { Catalogue } from '../../data/catalogue.ts';
import { weakest, type Confidence } from '../../model/confidence.ts';
import type { CopyrightLine, Resolution } from '../../model/lineage.ts';
import { REACH } from '../../model/relation.ts';
import { jsonText } from '../../text/outgoing.ts';
import { canonicalId } from '../../data/model-aliases.ts';
import { LOCK_FILE } from './lock-name.ts';
import { licenseOf, type Base, type Declared } from '../model-record.ts';
import type { Upstreams } from '../upstreams.ts';
import { isRecord } from '../../model/is-record.ts';

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
/** Keys that may lack. */
const OPTIONAL = ['license_name', 'license_link', 'revision', 'canonical', 'note', 'text_sha256'] as const;

/** The entry in the fields of a model; undefined where one of them is not as `fieldsOf` writes it. */
function entryIn(model: string, fields: unknown): LockEntry | undefined {
  if (!isRecord(fields) || model === '') return undefined;
  const { license, source, date = '', confidence = 'certain' } = fields;
  const texts = textsIn(fields);
  const licenses: readonly unknown[] = Array.isArray(license) ? license : license === null ? [] : [license];
  const bases = basesIn(fields['bases'] ?? []);
  const copyright = copyrightIn(fields['copyright'] ?? []);
  if (!licenses.every(isText) || texts === undefined || bases === undefined || copyright === undefined)
    return undefined;
  if (!isText(source) || !isDate(date) || !CONFIDENCES.has(confidence)) return undefined;
  const [first] = licenses;
  const { license_name: name, license_link: link, text_sha256: textHash, ...named } = texts;
  const declared =
    first === undefined
      ? undefined
      : { license: Array.isArray(license) ? licenses : first, ...stated({ name, link }) };
  return {
    model,
    declared,
    bases,
    source,
    date,
    confidence: confidence as Confidence,
    ...stated({ ...named, textHash, copyright: copyright.length === 0 ? undefined : copyright }),
  };
}

type Texts = Readonly<Partial<Record<(typeof OPTIONAL)[number], string>>>;

/** The texts that an entry may lack; undefined where one is there and is no text. */
function textsIn(fields: Readonly<Record<string, unknown>>): Texts | undefined {
  const there = OPTIONAL.filter((key) => fields[key] !== undefined);
  if (!there.every((key) => isText(fields[key]))) return undefined;
  return Object.fromEntries(there.map((key) => [key, fields[key]]));
}

/** A day, a month, or nothing. */
const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:\d{4}-\d{2}(?:-\d{2})?)?$/.test(value);

/** The fields that hold something: an optional field that is unknown is left out. */
function stated<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const held = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(held) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
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
  const lines = copyright?.map(({ line, file }) => ({ line, file }));
  return {
    model,
    declared: declared ?? (raw === 'none' || raw === '' ? undefined : { license: raw }),
    bases,
    source: from,
    date: asOf,
    confidence,
    ...stated({ revision, canonical, note, textHash, copyright: lines }),
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
  const lines = copyright?.map((one) => ({ ...one, source, asOf: date }));
  return {
    is: 'found',
    ...licenseOf(declared, canonical ?? model, catalogue),
    bases,
    confidence: weakest(confidence, licenseOf(declared, model, catalogue).confidence),
    from: 'lock',
    asOf: date,
    ...stated({ declared, revision, canonical, note, textHash, copyright: lines }),
  };
}
