/**
 * What licet reads of its own, by its path in the package: whoever holds these has all that a run may ask.
 */
export const DATA_FILES = [
  'data/code-index.bin',
  'data/copyright.tsv',
  'data/datasets.tsv',
  'data/fingerprints.bin',
  'data/generated/dates.json',
  'data/generated/families.json',
  'data/generated/family-names.json',
  'data/generated/licenses.json',
  'data/generated/mirrors.json',
  'data/generated/names.jsonl',
  'data/generated/owners.json',
  'data/generated/prose.jsonl',
  'data/generated/provider-names.json',
  'data/generated/providers.json',
  'data/generated/series.json',
  'data/model-aliases.tsv',
  'data/models.tsv',
  'schema/config.schema.json',
] as const;

/** One of them, or the page of a rule, which a package may go without. */
export type DataFile = (typeof DATA_FILES)[number] | `docs/rules/${string}.md`;

/**
 * Where licet's own data lies: on a disk, in a bundle, in memory. Each throws for a file that it does not
 * hold.
 */
export interface DataSource {
  /** A file as text; UTF-8. */
  text(file: DataFile): string;
  /** The text between two offsets, in bytes, which lie between characters. */
  part(file: DataFile, from: number, to: number): string;
  bytes(file: DataFile): Uint8Array;
  /**
   * Of a table in order: where a line begins that stands before `key`, close to where `key` would stand.
   * undefined, as without it, where that has to be searched for.
   */
  begins?(file: DataFile, key: string): number | undefined;
}

let source: DataSource | undefined;
let asked = false;

/**
 * Says where the data lies; once, before anything of licet is asked. Throws where something was already read
 * from another source, for what was read is kept.
 */
export function useDataSource(given: DataSource): void {
  if (asked && given !== source)
    throw new Error('Data was already read from another source: call `useDataSource` once, at the start');
  source = given;
}

function held(): DataSource {
  if (source === undefined)
    throw new Error('licet does not know where its data lies: call `useDataSource` first');
  asked = true;
  return source;
}

/** A data file that licet ships, as text. A missing one means a broken installation and throws. */
export const dataText = (file: DataFile): string => held().text(file);

/** The text between two offsets of a data file, in bytes. */
export const dataPart = (file: DataFile, from: number, to: number): string => held().part(file, from, to);

/** Where to begin to look for a key in a table in order; undefined where the source does not know. */
export const dataBegins = (file: DataFile, key: string): number | undefined => held().begins?.(file, key);

/** A data file as bytes. */
export const dataBytes = (file: DataFile): Uint8Array => held().bytes(file);
