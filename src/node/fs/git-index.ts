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
  readonly #files: ReadonlySet<string>;
  /** Sorted, so that what lies in a folder stands together: of a long path not each folder is held. */
  readonly #sorted: readonly string[];
  readonly #submodules: ReadonlySet<string>;

  constructor(entries: readonly Entry[]) {
    this.#files = new Set(entries.map(({ path }) => path));
    this.#sorted = [...this.#files].sort();
    this.#submodules = new Set(entries.flatMap(({ path, mode }) => (mode === GITLINK ? [path] : [])));
  }

  /** Whether a path, relative to the top of the work tree, is tracked; a folder where anything in it is. */
  has(path: string, isFolder: boolean): boolean {
    if (this.#files.has(path) || (isFolder && this.#holds(`${path}/`))) return true;
    if (this.#submodules.size === 0) return false;
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      if (this.#submodules.has(path.slice(0, end))) return true;
    return false;
  }

  /** The outermost folders of a name in which something is tracked. */
  foldersNamed(name: string): readonly string[] {
    const folder = `/${name}/`;
    const found = this.#sorted.flatMap((path) => {
      const at = `/${path}`.indexOf(folder);
      return at < 0 ? [] : [path.slice(0, at + name.length)];
    });
    return [...new Set(found)];
  }

  #holds(folder: string): boolean {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? '') < folder) low = middle + 1;
      else high = middle;
    }
    return this.#sorted[low]?.startsWith(folder) ?? false;
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
    const index = indexIn(read.bytes, hash);
    const entries = index && wholeOf(index, folder, hash);
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

/** What an index holds by itself. */
interface Index {
  readonly entries: readonly Entry[];
  /** Of a split index: the shared one that it is laid over, and the bitmap of its entries that go. */
  readonly over?: { readonly name: string; readonly gone: Buffer };
}

/** The entries of an index, those of the shared one under a split index among them. */
function wholeOf({ entries, over }: Index, folder: string, hash: number): readonly Entry[] | undefined {
  if (over === undefined) return entries.some(({ path }) => path === '') ? undefined : entries;
  const read = readPlain(join(folder, `sharedindex.${over.name}`), MAX_BYTES, { links: false });
  const shared = read.is === 'read' ? indexIn(read.bytes, hash) : undefined;
  if (shared === undefined || shared.over !== undefined) return undefined;
  const gone = over.gone.length === 0 ? new Set<number>() : bitsIn(over.gone, shared.entries.length);
  if (gone === undefined) return undefined;
  // An entry that is put in the place of a shared one has no name of its own.
  return [...shared.entries.filter((_, nth) => !gone.has(nth)), ...entries.filter(({ path }) => path !== '')];
}

/**
 * An index (Git's `gitformat-index`, versions 2 to 4), with names of objects of so many bytes; undefined for
 * what is none.
 */
function indexIn(bytes: Buffer, hash: number): Index | undefined {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const [version, count] = [bytes.readUInt32BE(4), bytes.readUInt32BE(8)];
  if (version < 2 || version > 4) return undefined;
  const read = entriesIn(bytes, { version, count, hash });
  const extensions = read && extensionsAt(bytes, read.end, hash);
  if (read === undefined || extensions === undefined) return undefined;
  const { entries } = read;
  const link = extensions.get('link');
  const over = link && sharedUnder(link, hash);
  return over === 'damaged' ? undefined : { entries, ...(over === undefined ? {} : { over }) };
}

interface Form {
  readonly version: number;
  readonly count: number;
  readonly hash: number;
}

/** The entries behind the head, and where they end. */
function entriesIn(
  bytes: Buffer,
  { version, count, hash }: Form,
): { readonly entries: readonly Entry[]; readonly end: number } | undefined {
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
    if (path.startsWith('/')) return undefined;
    entries.push({ path, mode });
    last = name;
    at = version === 4 ? end + 1 : at + 8 * Math.floor((end - at) / 8 + 1);
  }
  return { entries, end: at };
}

/** The extensions behind the entries, by name; undefined where anything but the checksum stands there. */
function extensionsAt(bytes: Buffer, from: number, hash: number): ReadonlyMap<string, Buffer> | undefined {
  const end = bytes.length - hash;
  const found = new Map<string, Buffer>();
  let at = from;
  while (at + 8 <= end) {
    const length = bytes.readUInt32BE(at + 4);
    found.set(bytes.toString('latin1', at, at + 4), bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  return at === end ? found : undefined;
}

/** The extension `link` of a split index; a name of zeros is that of no shared index. */
function sharedUnder(link: Buffer, hash: number): Index['over'] | 'damaged' {
  if (link.length < hash) return 'damaged';
  const name = link.toString('hex', 0, hash);
  return /^0+$/.test(name) ? undefined : { name, gone: link.subarray(hash) };
}

const WORD_BITS = 64;
/** In a marker word of 64 bits: the run's value, its length in words, how many words follow as they are. */
const RUN_BITS = 32n;

/**
 * Which of the first `count` bits are set in a bitmap of Git's EWAH form: the number of bits, that of words,
 * the words, the place of the last marker; big endian. Undefined for what is none.
 */
function bitsIn(bytes: Buffer, count: number): ReadonlySet<number> | undefined {
  const words = bytes.length < 8 ? 0 : bytes.readUInt32BE(4);
  if (bytes.length < 8 + 8 * words) return undefined;
  const wordAt = (nth: number) => bytes.readBigUInt64BE(8 + 8 * nth);
  const set = new Set<number>();
  let [bit, at] = [0, 0];
  while (at < words && bit < count) {
    const marker = wordAt(at);
    const run = WORD_BITS * Number((marker >> 1n) & ((1n << RUN_BITS) - 1n));
    const literals = Number(marker >> (RUN_BITS + 1n));
    if (at + literals >= words) return undefined;
    if ((marker & 1n) === 1n) for (let nth = bit; nth < Math.min(count, bit + run); nth += 1) set.add(nth);
    bit += run;
    for (let word = at + 1; word <= at + literals; word += 1, bit += WORD_BITS)
      for (let [rest, nth] = [wordAt(word), bit]; rest !== 0n; rest >>= 1n, nth += 1)
        if ((rest & 1n) === 1n) set.add(nth);
    at += 1 + literals;
  }
  return set;
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
