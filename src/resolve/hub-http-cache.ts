import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readPlain } from '../read/plain-file.ts';
import { replaceFile } from '../write-file.ts';
import { userCache, type Env } from './hub-auth.ts';

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
const VERSION = 1;

/** Where licet keeps answers of the Hub: `LICET_CACHE`, else `licet` in the user's cache folder. */
export function licetCacheFolder(env: Env): string {
  return join(env['LICET_CACHE'] || join(userCache(env), 'licet'), 'hub');
}

/**
 * Answers of the Hub on disk, one file each, readable by this user alone. Only successes are ever kept. A cache that cannot
 * be read or written is no trouble: the Hub is asked again.
 */
export class HttpCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** An entry belongs to an address and to who asked: what one token may see another may not. */
  #fileOf(key: string, token: string | undefined): string {
    const who = token === undefined ? '' : createHash('sha256').update(`licet ${token}`).digest('hex');
    return join(this.#folder, `${createHash('sha256').update(`${VERSION}\n${key}\n${who}`).digest('hex')}.json`);
  }

  async load(key: string, token: string | undefined): Promise<Kept | undefined> {
    const read = readPlain(this.#fileOf(key, token), FILE_LIMIT);
    if (read.is === 'unread') return undefined;
    try {
      return keptIn(JSON.parse(read.bytes.toString('utf8')), key);
    } catch {
      return undefined;
    }
  }

  async save(key: string, token: string | undefined, { body, ...rest }: Kept): Promise<void> {
    if (body.length > ENTRY_LIMIT) return;
    try {
      replaceFile(this.#fileOf(key, token), JSON.stringify({ key, ...rest, body: Buffer.from(body).toString('base64') }), { file: 0o600, folder: 0o700 });
    } catch {
      // No cache, then.
    }
  }
}

function keptIn(value: unknown, key: string): Kept | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { key: own, body, etag, saved, next } = value as Readonly<Record<string, unknown>>;
  if (own !== key || typeof body !== 'string' || typeof saved !== 'string' || Number.isNaN(Date.parse(saved))) return undefined;
  return {
    body: new Uint8Array(Buffer.from(body, 'base64')),
    saved,
    ...(typeof etag === 'string' ? { etag } : {}),
    ...(typeof next === 'string' ? { next } : {}),
  };
}
