import { join, resolve } from 'node:path';
import { kindAt, readPlain } from './plain-file.ts';

const MAX_BYTES = 64 * 1024 * 1024;
/** The file `.git` of a linked work tree or a submodule: one line. */
const MAX_POINTER = 4096;
/** Times, numbers, mode and owner of an entry; the object's name and the flags follow. */
const STAT_BYTES = 40;
const OF_MODE = 24;
/** Bytes of an object's name by SHA-1 and by SHA-256; the index does not say which. */
const HASHES = [20, 32];
const EXTENDED = 0x4000;
const GITLINK = 0o160000;
/** Bytes of one path: what systems take at most. */
const LONGEST_PATH = 4096;
/** Bytes of all paths: version 4 repeats what it does not hold, so that the file's size bounds nothing. */
const MAX_PATHS = 32 * 1024 * 1024;

/** Which paths of a work tree Git tracks: what is tracked is part of it, whatever `.gitignore` says. */
export class Tracked {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #submodules: string[] = [];

  constructor(entries: readonly Entry[]) {
    for (const { path, mode } of entries) {
      this.#files.add(path);
      if (mode === GITLINK) this.#submodules.push(`${path}/`);
      for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        const folder = path.slice(0, end);
        if (this.#folders.has(folder)) break;
        this.#folders.add(folder);
      }
    }
  }

  /** Whether a path, relative to the top of the work tree, is tracked; a folder where anything in it is. */
  has(path: string, isFolder: boolean): boolean {
    if (this.#files.has(path) || (isFolder && this.#folders.has(path))) return true;
    return this.#submodules.some((one) => path.startsWith(one));
  }
}

interface Entry {
  readonly path: string;
  readonly mode: number;
}

/**
 * What the index of a work tree tracks; undefined where there is none that can be read. `tell` hears of one
 * that is there and cannot be.
 */
export function trackedIn(top: string, tell: (file: string, why: string) => void): Tracked | undefined {
  const folder = gitFolderOf(top);
  if (folder === undefined) return undefined;
  const file = join(folder, 'index');
  const read = readPlain(file, MAX_BYTES, { links: false });
  if (read.is === 'unread') {
    if (kindAt(file) !== undefined) tell(file, UNREADABLE);
    return undefined;
  }
  for (const hash of HASHES) {
    const entries = entriesIn(read.bytes, hash);
    if (entries !== undefined) return new Tracked(entries);
  }
  tell(file, UNREADABLE);
  return undefined;
}

const UNREADABLE = 'cannot be read as an index of Git, so `.gitignore` leaves out tracked files too';

function gitFolderOf(top: string): string | undefined {
  const at = join(top, '.git');
  const kind = kindAt(at);
  if (kind === 'folder') return at;
  const read = kind === 'file' ? readPlain(at, MAX_POINTER, { links: false }) : undefined;
  if (read?.is !== 'read') return undefined;
  const to = /^gitdir: ([^\r\n]+)/.exec(read.bytes.toString('utf8'))?.[1];
  return to === undefined ? undefined : resolve(top, to);
}

/**
 * The entries of an index (Git's `gitformat-index`, versions 2 to 4), with names of objects of so many bytes;
 * undefined for what is none.
 */
function entriesIn(bytes: Buffer, hash: number): Entry[] | undefined {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const [version, count] = [bytes.readUInt32BE(4), bytes.readUInt32BE(8)];
  if (version < 2 || version > 4) return undefined;
  const entries: Entry[] = [];
  let [at, last, room] = [12, Buffer.alloc(0), MAX_PATHS];
  for (let nth = 0; nth < count; nth += 1) {
    const flags = at + STAT_BYTES + hash;
    if (flags + 2 > bytes.length) return undefined;
    const mode = bytes.readUInt32BE(at + OF_MODE);
    let from = flags + (version > 2 && (bytes.readUInt16BE(flags) & EXTENDED) !== 0 ? 4 : 2);
    let kept = 0;
    if (version === 4) [kept, from] = strippedAt(bytes, from, last.length);
    const end = bytes.indexOf(0, from);
    if (end < 0 || kept < 0) return undefined;
    const length = (version === 4 ? kept : 0) + (end - from);
    room -= length;
    if (length > LONGEST_PATH || room < 0) return undefined;
    const name = Buffer.concat([last.subarray(0, version === 4 ? kept : 0), bytes.subarray(from, end)]);
    const path = name.toString('utf8');
    if (path === '' || path.startsWith('/')) return undefined;
    entries.push({ path, mode });
    last = name;
    at = version === 4 ? end + 1 : at + 8 * Math.floor((end - at) / 8 + 1);
  }
  return endsAt(bytes, at, hash) ? entries : undefined;
}

/** Whether nothing but extensions and the checksum stands behind the entries. */
function endsAt(bytes: Buffer, from: number, hash: number): boolean {
  const end = bytes.length - hash;
  let at = from;
  while (at + 8 <= end) at += 8 + bytes.readUInt32BE(at + 4);
  return at === end;
}

/** Of version 4: how much of the name before stays, and where what is put behind it begins. */
function strippedAt(bytes: Buffer, from: number, length: number): [kept: number, from: number] {
  let [at, value] = [from, (bytes[from] ?? 0) & 0x7f];
  while (((bytes[at] ?? 0) & 0x80) !== 0 && at - from < 5) {
    at += 1;
    value = (value + 1) * 128 + ((bytes[at] ?? 0) & 0x7f);
  }
  return [length - value, at + 1];
}
