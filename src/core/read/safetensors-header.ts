import type { HeaderValue, ReadProblem } from '../model/source.ts';
import type { Header } from './gguf-header.ts';
import type { RangeReader } from './range-buffer.ts';
import { isRecord } from '../model/is-record.ts';

/** The format allows 100 MB; the Hub's own reader stops at 25 MB, and so do we. */
const FORMAT_LIMIT = 100_000_000;
const READ_LIMIT = 25 * 1024 * 1024;
/**
 * Keys of a header, without the three that each tensor has: an object of a million keys takes seconds and
 * hundreds of megabytes. A header of 25 MiB names fewer tensors.
 */
const MOST_KEYS = 250_000;
const OF_TENSORS: ReadonlySet<string> = new Set(['dtype', 'shape', 'data_offsets']);
const FIRST_READ = 256 * 1024;
const KEEP_CHARACTERS = 64 * 1024;
const KEEP_KEYS = 500;
/** Caption statistics of LoRA trainers: megabytes that name no source. */
const BEARS_NOTHING: ReadonlySet<string> = new Set(['ss_tag_frequency', 'ss_bucket_info']);

/**
 * The `__metadata__` of a safetensors file, and no tensor. `size` in bytes, where known, guards against false
 * lengths. Layout: 8 bytes little-endian header length, then JSON that begins with `{`
 * (github.com/huggingface/safetensors).
 */
export async function readSafetensors(read: RangeReader, size: number | undefined): Promise<Header> {
  const first = await read(0, 8 + FIRST_READ);
  if (first.length < 8) return failed('is too short for a safetensors file');

  const stated = new DataView(first.buffer, first.byteOffset, 8).getBigUint64(0, true);
  if (stated === 0n) return failed('has an empty header');
  if (stated > BigInt(FORMAT_LIMIT))
    return failed(`claims a header of ${stated} bytes, more than the format allows`);
  const length = Number(stated);
  if (size !== undefined && 8 + length > size) return failed('ends in the middle of its header');
  if (first[8] !== 0x7b) return failed('does not begin as a safetensors file does');

  const beginning = first.subarray(8, 8 + length);
  const early = metadataAtStart(textOf(beginning));
  if (early !== undefined) return { entries: kept(early) };
  if (length > READ_LIMIT) return failed(`has a header larger than ${READ_LIMIT / (1024 * 1024)} MiB`);

  const whole = beginning.length === length ? beginning : await read(8, length);
  if (whole.length < length) return failed('ends in the middle of its header');
  const text = textOf(whole);
  if (hasTooManyKeys(text)) return failed(`has a header of more than ${MOST_KEYS} keys`);
  const header = parsed(text);
  return isRecord(header)
    ? { entries: kept(header['__metadata__']) }
    : failed('has a header that is not valid JSON');
}

function failed(what: string): Header {
  const problem: ReadProblem = { what, hint: 'Check that the file is whole' };
  return { entries: new Map(), problem };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/**
 * The value of `__metadata__` where it is the header's first key (as the usual writer puts it) and is there
 * in full.
 */
function metadataAtStart(text: string): unknown {
  const opening = /^\{\s*"__metadata__"\s*:\s*(?=\{)/.exec(text);
  if (opening === null) return undefined;
  const from = opening[0].length;
  const to = endOfObject(text, from);
  return to === undefined ? undefined : parsed(text.slice(from, to));
}

/** Where the object that begins at `from` ends; braces inside strings do not count. */
function endOfObject(text: string, from: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Whether a JSON text has more keys than are read; counted before anything is made of them. */
function hasTooManyKeys(text: string): boolean {
  let [keys, from, to] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      from = at + 1;
      to = endOfString(text, from);
      at = to;
    } else if (code === 0x3a && !(to - from <= 12 && OF_TENSORS.has(text.slice(from, to)))) keys++;
    if (keys > MOST_KEYS) return true;
  }
  return false;
}

/** Where the quote stands that closes a string, or the text ends. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x22) return at;
  }
  return text.length;
}

/** The value, or undefined for text that is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The format knows only strings; anything else was written by no tool and says nothing. */
function kept(metadata: unknown): Map<string, HeaderValue> {
  const entries = new Map<string, HeaderValue>();
  if (!isRecord(metadata)) return entries;
  for (const [key, value] of Object.entries(metadata)) {
    if (entries.size >= KEEP_KEYS) break;
    if (typeof value === 'string' && !BEARS_NOTHING.has(key))
      entries.set(key, value.slice(0, KEEP_CHARACTERS));
  }
  return entries;
}
