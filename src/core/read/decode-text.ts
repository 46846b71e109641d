import type { Repo } from '../model/repo.ts';
import type { ReadProblem, Source } from '../model/source.ts';

/** What is read of a model card: the Hub's own cards stay far below. */
export const CARD_LIMIT = 2 * 1024 * 1024;

const POINTER = /^(?:version https:\/\/git-lfs\.github\.com\/spec\/|# xet version )/;

/** Pointers are short (Git LFS says under 1024 bytes); a long text that quotes one is a text. */
export const POINTER_LIMIT = 1024;

/**
 * Whether the first bytes of a file, at least `POINTER_LIMIT` + 1 where it has as many, are a Git LFS or Xet
 * pointer.
 */
export function isPointer(start: Uint8Array): boolean {
  return start.length <= POINTER_LIMIT && POINTER.test(String.fromCharCode(...start.subarray(0, 64)));
}

/** Whether a pointer says where the content is; one that does not stands for a file that was only listed. */
const hasAddress = (pointer: Uint8Array) => /^(?:oid|filesize|hash) /m.test(decode(pointer).text);

/** One text file: at most `limit` bytes of it. Throws `ReadError` where the file cannot be read. */
export async function readText(repo: Repo, file: string, limit: number): Promise<Source> {
  const bytes = await repo.bytes(file, 0, limit + 1);
  if (isPointer(bytes)) return { kind: 'unread', file, why: hasAddress(bytes) ? 'pointer' : 'listed' };

  const cut = bytes.length > limit;
  const decoded = decode(cut ? bytes.subarray(0, limit) : bytes, cut);
  if (decoded.binary)
    return {
      kind: 'unread',
      file,
      why: 'unreadable',
      problem: { what: `"${file}" is a binary file, not text`, hint: 'Save it as plain text in UTF-8' },
    };

  const problem = problemOf(file, decoded, cut ? limit : undefined);
  const text = { kind: 'text', file, text: decoded.text, bom: decoded.bom } as const;
  return problem === undefined ? text : { ...text, problem };
}

export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  readonly bom: boolean;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** The first line with bytes that are no UTF-8, from 1. */
  readonly badLine?: number;
  readonly nul: boolean;
  readonly binary: boolean;
}

/** Bytes as text, whatever they are; `cut` where the last character may be torn. */
export function decode(bytes: Uint8Array, cut = false): Decoded {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    const bom = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return {
      text: decodeWide(bytes.subarray(bom ? 2 : 0), wide),
      bom,
      encoding: wide,
      nul: false,
      binary: false,
    };
  }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = bytes.subarray(bom ? 3 : 0, cut ? wholeCharacters(bytes) : undefined);
  const nul = body.includes(0);
  const text = strictly(body);
  if (text !== undefined) return { text, bom, encoding: 'utf-8', nul, binary: false };
  const mended = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
  return { text: mended, bom, encoding: 'utf-8', nul, binary: nul, badLine: firstBadLine(body) };
}

/** Bytes as UTF-8, a second byte order mark included; undefined where they are none. */
function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function problemOf(file: string, decoded: Decoded, limit: number | undefined): ReadProblem | undefined {
  const says: string[] = [];
  const hints: string[] = [];
  if (decoded.encoding !== 'utf-8') {
    says.push(`is saved as ${decoded.encoding === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE'}, not UTF-8`);
    hints.push('save it as UTF-8 without a byte order mark');
  }
  if (decoded.badLine !== undefined) {
    says.push(`holds bytes that are not UTF-8 (line ${decoded.badLine})`);
    hints.push('save it as UTF-8');
  }
  if (decoded.nul) {
    says.push('holds NUL bytes');
    hints.push('remove them');
  }
  if (limit !== undefined) says.push(`is larger than ${sizeInWords(limit)}; only its beginning was read`);
  if (says.length === 0) return undefined;
  const what = `"${file}" ${says.join(' and ')}`;
  const hint = hints.join(', ');
  return hint === '' ? { what } : { what, hint: hint.charAt(0).toUpperCase() + hint.slice(1) };
}

/** Bytes in whole mebibytes or kibibytes. */
export function sizeInWords(bytes: number): string {
  return bytes >= 1024 * 1024
    ? `${Math.round(bytes / (1024 * 1024))} MiB`
    : `${Math.round(bytes / 1024)} KiB`;
}

/**
 * Told by the byte order mark, or by NUL bytes that stand in every second place, as in Latin text without
 * one.
 */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(Math.min(bytes.length, 1024) / 2);
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (odd >= pairs * 0.4 && even <= pairs * 0.02) return 'utf-16le';
  if (even >= pairs * 0.4 && odd <= pairs * 0.02) return 'utf-16be';
  return undefined;
}

/** Units that are made into text at once: all are arguments of one call. */
const UNITS_AT_ONCE = 8192;

/** By hand, for `TextDecoder` loses half of a pair, and does not know big endian everywhere. */
function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const units = new Uint16Array(Math.floor(bytes.length / 2));
  for (let at = 0; at < units.length; at++) units[at] = view.getUint16(at * 2, encoding === 'utf-16le');
  let text = '';
  for (let from = 0; from < units.length; from += UNITS_AT_ONCE)
    text += String.fromCharCode(...units.subarray(from, from + UNITS_AT_ONCE));
  return text;
}

/** Where the last whole UTF-8 character of a cut text ends. */
function wholeCharacters(bytes: Uint8Array): number {
  const earliest = Math.max(0, bytes.length - 3);
  for (let at = bytes.length - 1; at >= earliest; at--) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return bytes.length - at < needs ? at : bytes.length;
    }
  }
  return bytes.length;
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (strictly(bytes.subarray(start, end)) === undefined) return line;
    start = end;
  }
  return line;
}
