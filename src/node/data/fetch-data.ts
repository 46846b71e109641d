import type { Opened } from './data-file.ts';

/** More than a data file has bytes. */
const LARGEST = 32 * 1024 * 1024;
const TIMEOUT = 60_000;

/** The bytes at an address, or why there are none. One request; never throws. */
export type Fetched =
  { readonly is: 'fetched'; readonly bytes: Uint8Array } | Exclude<Opened, { is: 'good' }>;

const refused = (what: string, hint: string): Fetched => ({ is: 'refused', what, hint });

/** Fetches a file over HTTPS, or over HTTP from this machine. */
export async function fetchData(address: string): Promise<Fetched> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const local = url !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url?.protocol !== 'https:' && !(local && url.protocol === 'http:'))
    return refused(
      `"${address.slice(0, 200)}" is no HTTPS address`,
      'Correct `settings.updateFrom` in the config',
    );
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT), credentials: 'omit' });
    if (!answer.ok)
      return refused(`${url.host} answered with status ${answer.status}`, 'Check the address, or try later');
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > LARGEST) return refused('It is larger than any data file of licet', 'Check the address');
      parts.push(part);
    }
    return { is: 'fetched', bytes: Buffer.concat(parts) };
  } catch {
    return refused(`${url.host} could not be reached`, 'Check the network, or try again later');
  }
}
