import { isFramed, stretchOf, type Stretch } from '../../core/hub/content-range.ts';
import type { Broken, Incoming, Outgoing } from '../../core/hub/http-exchange.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;
/** Of a refusal only the beginning is read. */
const REFUSAL_LIMIT = 4096;
/** Codes of system errors that a second try does not mend. */
const LASTING = new RegExp(
  String.raw`^(?:ECONNREFUSED|ENOTFOUND|ENETUNREACH|EHOSTUNREACH|EACCES|EPERM|CERT_.*|.*_CERT|` +
    String.raw`.*CERTIFICATE.*|ERR_TLS_.*|ERR_SSL_.*|DEPTH_ZERO_.*|UND_ERR_INVALID_ARG)$`,
);

/** Sends one GET, follows redirects by hand, reads a bounded body, ends in bounded time. Never throws. */
export async function send(out: Outgoing): Promise<Incoming | Broken> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), out.timeout);
  const host = new URL(out.url).host;
  let begun = false;
  try {
    return await follow(out, stop.signal, () => (begun = true));
  } catch (error) {
    // What drips or is silent has had its time: it is not spent a second time.
    if (stop.signal.aborted && begun)
      return { ...broken(`the answer of ${host} did not come to its end`, false, true), slow: true };
    if (stop.signal.aborted) return { ...broken(`no answer from ${host}`, false, true), slow: true };
    const code = codeOf(error);
    return broken(`no connection to ${host}${code === '' ? '' : ` (${code})`}`, !LASTING.test(code), true);
  } finally {
    clearTimeout(timer);
  }
}

const broken = (detail: string, again = false, unheard = false): Broken => ({
  is: 'broken',
  detail,
  again,
  unheard,
});

/** `begins` is called when the head of the answer is there. */
async function follow(out: Outgoing, signal: AbortSignal, begins: () => void): Promise<Incoming | Broken> {
  const start = new URL(out.url);
  let url = start;
  // Once another host was asked the token stays behind, even on a way back.
  let token = out.token;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const headers = { ...out.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
    const response = await fetch(url, { headers, redirect: 'manual', signal });
    const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
    if (location === null) {
      begins();
      return await received(response, out);
    }
    await response.body?.cancel();
    const next = parsedUrl(location, url);
    if (
      next === undefined ||
      !/^https?:$/.test(next.protocol) ||
      next.username !== '' ||
      next.password !== ''
    )
      return broken('the Hub redirects to no web address');
    if (url.protocol === 'https:' && next.protocol !== 'https:')
      return broken('the Hub redirects to an address without encryption, which is not followed');
    if (next.origin !== start.origin) token = undefined;
    url = next;
  }
  return broken('the Hub redirects in a circle');
}

function parsedUrl(text: string, base: URL): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** The answer with its body, or why it is not taken: then nothing of the body is read. */
async function received(response: Response, out: Outgoing): Promise<Incoming | Broken> {
  const { status, headers } = response;
  const { from, limit } = out;
  const stretch = from === undefined ? undefined : stretchOf(response, { ...out, from });
  if (stretch?.is === 'none') {
    await response.body?.cancel();
    return { is: 'answer', status: 206, headers, body: new Uint8Array(0) };
  }
  const refused = stretch?.is === 'broken' ? stretch : refusedHead(response, out);
  if (refused !== undefined) {
    await response.body?.cancel();
    return refused;
  }
  const came =
    stretch?.is !== 'some' ? await wholeBody(response, limit) : await partOf(response, stretch, limit);
  return came instanceof Uint8Array ? { is: 'answer', status, headers, body: came } : came;
}

/** Why the head of an answer rules out its body, where it does. */
function refusedHead({ status, headers }: Response, { from, framed }: Outgoing): Broken | undefined {
  if (status === 206 && from === undefined) return broken('a part was sent where the whole was asked for');
  if (framed && status === 200 && !isFramed(headers))
    return broken('the answer does not say how long it is, so that a cut could not be told');
  return undefined;
}

/** The whole body, of a refusal its beginning. */
async function wholeBody(response: Response, limit: number): Promise<Uint8Array | Broken> {
  const isRefusal = response.status >= 300;
  const { bytes, more } = await bodyOf(response, 0, isRefusal ? REFUSAL_LIMIT : limit);
  return more && !isRefusal
    ? broken(`the answer is larger than ${Math.ceil(limit / 1024 / 1024)} MiB`)
    : bytes;
}

/** The stretch of a file that was asked for. */
async function partOf(
  response: Response,
  { skip, least, ends }: Extract<Stretch, { is: 'some' }>,
  limit: number,
): Promise<Uint8Array | Broken> {
  const { bytes, more } = await bodyOf(response, skip, limit);
  return bytes.length < least || (ends && (more || bytes.length > least))
    ? broken('the file that came is not as long as it should be', true)
    : bytes;
}

/**
 * `limit` bytes of a body behind the first `skip`, and whether more would have come. What is not needed is
 * not waited for.
 */
async function bodyOf(
  response: Response,
  skip: number,
  limit: number,
): Promise<{ bytes: Uint8Array; more: boolean }> {
  const parts: Uint8Array[] = [];
  let passed = 0;
  let length = 0;
  if (response.body !== null)
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      const useful = chunk.subarray(Math.min(chunk.length, Math.max(0, skip - passed)));
      passed += chunk.length;
      parts.push(useful.subarray(0, limit - length));
      length += Math.min(useful.length, limit - length);
      // Leaving the loop cancels the body, which frees the connection.
      if (passed > skip + limit) return { bytes: joined(parts, length), more: true };
    }
  return { bytes: joined(parts, length), more: false };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * The system's code behind fetch's "fetch failed": capitals only, so that nothing else of the error is ever
 * printed.
 */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  const first = cause instanceof AggregateError ? (cause.errors as readonly unknown[])[0] : cause;
  const code = first instanceof Error && 'code' in first ? first.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : '';
}
