/**
 * Gets files by pinned addresses and their SHA-256 into a folder that git ignores. What is there already is
 * not asked for again; what differs is refused.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const AT_ONCE = 4;
const TRIES = 2;
const TIMEOUT_MS = 20_000;
const PAUSE_MS = 500;

/** A file that is always the same at its address. */
export interface PinnedFile {
  /** What it is called in the folder, and in messages. */
  readonly file: string;
  readonly name: string;
  /** SHA-256, 64 hex digits. */
  readonly sha256: string;
  /** Empty where none is known. */
  readonly address: string;
  /** Where it is from; where there is no address, how to get it. */
  readonly source: string;
  /** `body`: without its YAML front matter and the white space around the rest. */
  readonly part?: 'whole' | 'body' | '';
}

/** What became of one file: in the folder now, or why not. */
type Outcome = { readonly is: 'there' | 'fetched' } | { readonly is: 'missing'; readonly why: string };

const missing = (why: string): Outcome => ({ is: 'missing', why });
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The part of a fetched file that the list's digest is of. */
function partOf(bytes: Buffer, part: PinnedFile['part']): Buffer {
  if (part !== 'body') return bytes;
  return Buffer.from(
    bytes
      .toString('utf8')
      .replace(/^---\r?\n[^]*?\r?\n---\r?\n/, '')
      .trim(),
  );
}

/** Why a request got no answer, in a few words: the system's error code where there is one. */
function failureOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`;
  return `no connection (${cause?.code ?? cause?.message ?? message})`;
}

/**
 * The file at an address, or why there is none. What passes (429, 5xx, a lost connection) is tried again
 * once.
 */
async function download(address: string, silent: Map<string, string>): Promise<Buffer | string> {
  const { host } = new URL(address);
  let why = '';
  for (let tried = 0; tried < TRIES; tried += 1) {
    const known = silent.get(host);
    if (known !== undefined) return known;
    if (tried > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    try {
      const answer = await fetch(address, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { 'User-Agent': 'licet fetch' },
      });
      if (answer.ok) return Buffer.from(await answer.arrayBuffer());
      await answer.body?.cancel();
      why = `${host} answered ${answer.status}`;
      if (answer.status !== 429 && answer.status < 500) return why;
    } catch (error) {
      why = `${host}: ${failureOf(error)}`;
      if (tried === TRIES - 1) silent.set(host, why); // the host is not asked for the other texts
    }
  }
  return why;
}

async function get(text: PinnedFile, folder: string, silent: Map<string, string>): Promise<Outcome> {
  const file = join(folder, text.file);
  const saved = existsSync(file) ? readFileSync(file) : undefined;
  if (saved && digestOf(saved) === text.sha256) return { is: 'there' };
  // saved by hand, front matter and all
  if (saved && keep(file, saved, text) === undefined) return { is: 'there' };
  if (text.address === '')
    return missing(saved ? `${refusal(saved, text)} in the file that is there` : 'no address is known');
  const answer = await download(text.address, silent);
  if (typeof answer === 'string') return missing(answer);
  const refused = keep(file, answer, text);
  return refused === undefined ? { is: 'fetched' } : missing(refused);
}

function refusal(bytes: Buffer, { sha256 }: PinnedFile): string {
  return `refused: SHA-256 ${digestOf(bytes).slice(0, 16)}… instead of ${sha256.slice(0, 16)}…`;
}

/** Writes the text where its digest is the list's; else says why it does not. */
function keep(file: string, fetched: Buffer, text: PinnedFile): string | undefined {
  const bytes = partOf(fetched, text.part);
  if (digestOf(bytes) !== text.sha256) return refusal(bytes, text);
  const partial = `${file}.${process.pid}.part`;
  try {
    writeFileSync(partial, bytes);
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
  return undefined;
}

/** Every file in turn, a few at once; the outcomes stand in the order of the list. */
async function getAll(texts: readonly PinnedFile[], folder: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const silent = new Map<string, string>();
  const queue = texts.entries();
  const worker = async (): Promise<void> => {
    for (const [at, text] of queue) outcomes[at] = await get(text, folder, silent);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return outcomes;
}

/** Names for what is fetched, in what is printed. */
export interface Fetching {
  /** `texts`. */
  readonly called: string;
  readonly folder: string;
  /** The folder as it is named to people. */
  readonly shown: string;
  /** What a file that was got by hand is to be called: `NAME.txt`. */
  readonly saveAs: string;
  /** The command to run again. */
  readonly command: string;
}

/**
 * Gets the files of a list that are not in the folder yet, and prints what became of them. Sets exit code 1,
 * with one line for each that is missing, where to get it and why it is not there.
 */
export async function fetchPinned(files: readonly PinnedFile[], fetching: Fetching): Promise<void> {
  mkdirSync(fetching.folder, { recursive: true });
  report(files, await getAll(files, fetching.folder), fetching);
}

function report(
  files: readonly PinnedFile[],
  outcomes: readonly Outcome[],
  { called, shown, saveAs, command }: Fetching,
): void {
  const count = (is: Outcome['is']): number => outcomes.filter((outcome) => outcome.is === is).length;
  console.log(
    `${files.length} ${called}: ${count('there')} there, ${count('fetched')} fetched, ` +
      `${count('missing')} missing`,
  );
  if (count('missing') === 0) return;
  files.forEach(({ name, address, source }, at) => {
    const outcome = outcomes[at];
    if (outcome?.is === 'missing')
      console.error(`  ${name}: ${outcome.why}\n    ${address === '' ? source : address}`);
  });
  console.error(`Get these ${called}, save each as ${saveAs} in ${shown}, and run \`${command}\` again`);
  process.exitCode = 1;
}
