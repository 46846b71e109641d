import { isLoopback } from '../hub/loopback.ts';
import type { Opened } from './data-file.ts';

/** More than a data file has bytes. */
const LARGEST = 32 * 1024 * 1024;
/** Milliseconds for everything: connection, redirects, the whole body, however slowly it drips. */
const TIMEOUT = 30_000;
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The bytes at an address, or why there are none. Never throws. */
export type Fetched =
  { readonly is: 'fetched'; readonly bytes: Uint8Array } | Exclude<Opened, { is: 'good' }>;

const refused = (what: string, hint: string): Fetched => ({ is: 'refused', what, hint });

/**
 * Fetches a file over HTTPS, or over HTTP from this machine, redirects included. `timeout`: milliseconds for
 * all of it.
 */
export async function fetchData(address: string, timeout = TIMEOUT): Promise<Fetched> {
  const url = parsed(address, undefined);
  if (url === undefined || !isSafe(url))
    return refused(
      `"${address.slice(0, 200)}" is no HTTPS address`,
      'Correct `settings.updateFrom` in the config',
    );
  const signal = AbortSignal.timeout(timeout);
  try {
    return await follow(url, signal);
  } catch {
    return signal.aborted
      ? refused(`${url.host} did not send the file within ${timeout / 1000} s`, 'Try again later')
      : refused(`${url.host} could not be reached`, 'Check the network, or try again later');
  }
}

/** Over HTTP anybody on the way reads along, but not on the way to this machine itself. */
const isSafe = (url: URL) => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));

/** An address that `fetch` takes: one without a name and a password in it. */
function parsed(address: string, base: URL | undefined): URL | undefined {
  if (!URL.canParse(address, base?.href)) return undefined;
  const url = new URL(address, base);
  return url.username === '' && url.password === '' ? url : undefined;
}

async function follow(start: URL, signal: AbortSignal): Promise<Fetched> {
  let url = start;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const answer = await fetch(url, { signal, credentials: 'omit', redirect: 'manual' });
    const location = REDIRECTS.has(answer.status) ? answer.headers.get('location') : null;
    if (location === null) return received(answer, url);
    await answer.body?.cancel();
    const next = parsed(location, url);
    // A page of the network must not lead from an address that was said to services of this machine.
    if (next === undefined || !isSafe(next) || (isLoopback(next) && !isLoopback(url)))
      return refused(
        `${url.host} redirects to an address that is not HTTPS, which is not followed`,
        'Check the address',
      );
    url = next;
  }
  return refused(`${start.host} redirects in a circle`, 'Check the address');
}

async function received(answer: Response, { host }: URL): Promise<Fetched> {
  if (answer.status !== 200) {
    await answer.body?.cancel();
    return refused(`${host} answered with status ${answer.status}`, 'Check the address, or try later');
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > LARGEST) return refused('It is larger than any data file of licet', 'Check the address');
    parts.push(part);
  }
  return { is: 'fetched', bytes: Buffer.concat(parts) };
}
