import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { join } from 'node:path';
import { kindAt, readPlain } from '../fs/plain-file.ts';
import { replaceFile } from '../fs/write-file.ts';
import { licetCache, ownFolder } from '../fs/own-folder.ts';
import { userNumber } from '../fs/user-number.ts';

/** An answer of the Hub that was kept. */
export interface Kept {
  readonly body: Uint8Array;
  readonly etag?: string;
  /** When the Hub last said so, ISO 8601. */
  readonly saved: string;
  readonly next?: string;
}

/** Longer answers are not kept. */
const ENTRY_LIMIT = 512 * 1024;
/** Base64 makes four of three; what stands around it is short. */
const FILE_LIMIT = 2 * ENTRY_LIMIT;
const VERSION = 2;

/**
 * Where licet keeps answers of the Hub: `hub` in its cache folder. undefined where the environment names
 * none.
 */
export function licetCacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const cache = licetCache(env);
  return cache === undefined || cache === '' ? undefined : join(cache, 'hub');
}

/** The letters by which an entry is known: what it answers, for whom, and all that it holds. */
type Digest = (entry: Readonly<Record<string, unknown>>) => string;

/**
 * Answers of the Hub on disk, one file each, readable by this user alone. Only successes are ever kept. A
 * folder into which others could have put something, or that lies in `trees`, is not used at all; an entry
 * that is not as it was written is none. A cache that cannot be read or written is no trouble: the Hub is
 * asked again.
 */
export class HttpCache {
  readonly #wanted: string | undefined;
  readonly #trees: readonly string[];
  #own: { readonly folder: string | undefined } | undefined;

  constructor(folder: string | undefined, trees: readonly string[]) {
    this.#wanted = folder;
    this.#trees = trees;
  }

  /** Looked at once, and made only for what is to be kept. */
  #folder(make: boolean): string | undefined {
    if (
      !make &&
      this.#own === undefined &&
      (this.#wanted === undefined || kindAt(this.#wanted) === undefined)
    )
      return undefined;
    this.#own ??= {
      folder: this.#wanted === undefined ? undefined : ownFolder(this.#wanted, this.#trees, userNumber()),
    };
    return this.#own.folder;
  }

  async load(key: string, token: string | undefined): Promise<Kept | undefined> {
    const folder = this.#folder(false);
    if (folder === undefined) return undefined;
    const read = readPlain(join(folder, nameOf(key, token)), FILE_LIMIT, { links: false });
    if (read.is === 'unread') return undefined;
    try {
      return keptIn(JSON.parse(read.bytes.toString('utf8')), digestFor(key, token));
    } catch {
      return undefined;
    }
  }

  async save(key: string, token: string | undefined, { body, ...rest }: Kept): Promise<void> {
    const folder = this.#folder(true);
    if (folder === undefined || body.length > ENTRY_LIMIT) return;
    try {
      const entry = { key, ...rest, body: Buffer.from(body).toString('base64') };
      const text = JSON.stringify({ ...entry, digest: digestFor(key, token)(entry) });
      // Whole or not at all: another run may read at this moment.
      replaceFile(join(folder, nameOf(key, token)), text, { file: 0o600, folder: 0o700 });
    } catch {
      // No cache, then.
    }
  }
}

const sha256 = (...parts: readonly string[]) => bytesToHex(digest(utf8ToBytes(JSON.stringify(parts))));
/** An entry belongs to an address and to who asked: what one token may see another may not. */
const whoOf = (token: string | undefined) => (token === undefined ? '' : sha256('licet', token));
const nameOf = (key: string, token: string | undefined) =>
  `${sha256(String(VERSION), key, whoOf(token))}.json`;
const digestFor =
  (key: string, token: string | undefined): Digest =>
  ({ etag, saved, next, body }) =>
    sha256(
      key,
      whoOf(token),
      ...[etag, saved, next, body].map((one) => (typeof one === 'string' ? `=${one}` : '')),
    );

function keptIn(value: unknown, digest: Digest): Kept | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { body, etag, saved, next, ...rest } = value as Readonly<Record<string, unknown>>;
  if (rest['digest'] !== digest({ body, etag, saved, next })) return undefined;
  if (typeof body !== 'string' || typeof saved !== 'string' || Number.isNaN(Date.parse(saved)))
    return undefined;
  return {
    body: new Uint8Array(Buffer.from(body, 'base64')),
    saved,
    ...(typeof etag === 'string' ? { etag } : {}),
    ...(typeof next === 'string' ? { next } : {}),
  };
}
