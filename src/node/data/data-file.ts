import { createHash, createPublicKey, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { DATA_SCHEMA, SIGNED_BY } from './data-key.ts';
import { UPDATED, type UpdatedFile, type UpdatedTexts } from './updated-files.ts';

/** The first line of a data file; gzipped JSON of the texts by name follows it. */
export interface DataHeader {
  readonly schema: number;
  /** Of the newest row, ISO 8601. */
  readonly date: string;
  /** Of all bytes after the first line, hex. */
  readonly sha256: string;
  /** Ed25519 over `signedText`, base64. */
  readonly signature: string;
}

/** A data file that was believed, or why not: one sentence, and what to do. */
export type Opened =
  | { readonly is: 'good'; readonly date: string; readonly texts: UpdatedTexts }
  | { readonly is: 'refused'; readonly what: string; readonly hint: string };

/** More than the texts have bytes. */
const LARGEST = 64 * 1024 * 1024;
const LONGEST_HEADER = 2000;

/** What is signed: everything that the header says, so that none of it can be another. */
export const signedText = ({ schema, date, sha256 }: Omit<DataHeader, 'signature'>): string =>
  `licet data\n${schema}\n${date}\n${sha256}\n`;

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const refused = (what: string, hint = 'Try again later, or report it to the project'): Opened => ({
  is: 'refused',
  what,
  hint,
});

/**
 * Opens what was downloaded: whole, signed by the project, of this schema, with every table in the columns of
 * the shipped ones. `key` is the public key as SPKI in base64.
 */
export function openDataFile(
  bytes: Uint8Array,
  shipped: (file: UpdatedFile) => string,
  key = SIGNED_BY,
): Opened {
  const end = bytes.subarray(0, LONGEST_HEADER).indexOf(10);
  const header = end < 0 ? undefined : headerIn(Buffer.from(bytes.subarray(0, end)).toString('utf8'));
  if (header === undefined) return refused('It is no data file of licet', 'Check the address');
  if (header.schema !== DATA_SCHEMA)
    return refused(
      `It has schema ${header.schema}, and this licet reads schema ${DATA_SCHEMA}`,
      'Update licet itself',
    );
  const body = bytes.subarray(end + 1);
  if (sha256Of(body) !== header.sha256) return refused('It is truncated or damaged: its SHA-256 differs');
  if (!isSigned(header, key)) return refused('Its signature is not that of the project');
  const texts = textsIn(body);
  if (texts === undefined) return refused('It does not hold the tables of licet', 'Update licet itself');
  for (const file of UPDATED)
    if (file.endsWith('.tsv') && firstLine(texts[file]) !== firstLine(shipped(file)))
      return refused(`"${file}" has other columns than this licet reads`, 'Update licet itself');
  return { is: 'good', date: header.date, texts };
}

const firstLine = (text: string) => text.slice(0, text.indexOf('\n'));

function headerIn(line: string): DataHeader | undefined {
  try {
    const value = JSON.parse(line) as Partial<Record<keyof DataHeader, unknown>> | null;
    const { schema, date, sha256, signature } = value ?? {};
    return typeof schema === 'number' &&
      typeof date === 'string' &&
      /^\d{4}(?:-\d{2}){0,2}$/.test(date) &&
      typeof sha256 === 'string' &&
      typeof signature === 'string'
      ? { schema, date, sha256, signature }
      : undefined;
  } catch {
    return undefined;
  }
}

function isSigned(header: DataHeader, key: string): boolean {
  try {
    const spki = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(signedText(header)), spki, Buffer.from(header.signature, 'base64'));
  } catch {
    return false;
  }
}

function textsIn(body: Uint8Array): UpdatedTexts | undefined {
  try {
    const value: unknown = JSON.parse(gunzipSync(body, { maxOutputLength: LARGEST }).toString('utf8'));
    const texts = value as Partial<Record<UpdatedFile, unknown>> | null;
    return texts !== null && UPDATED.every((file) => typeof texts[file] === 'string')
      ? (Object.fromEntries(UPDATED.map((file) => [file, texts[file]])) as Record<UpdatedFile, string>)
      : undefined;
  } catch {
    return undefined;
  }
}
