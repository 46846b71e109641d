import type { HubAnswer, HubWish } from 'licet/core';
// By their own names: the whole of the core is the worker's, and the page does without.
import { stretchOf } from '../../src/core/hub/content-range.ts';
import { failureOf, rateLimited, waitOf } from '../../src/core/hub/response-status.ts';

/** The only host that is asked, and it only when somebody pressed a button. */
export const HUB = 'https://huggingface.co';
/** Milliseconds for one answer. */
const TIMEOUT = 20_000;
/** Of a refusal only the beginning is read. */
const REFUSAL_LIMIT = 4096;

const unreachable = (detail: string): HubAnswer => ({ is: 'failed', why: 'unreachable', detail });

/** The Hub over the browser's `fetch`: without cookies, referrer or token. Never throws. */
export function hubGet(stop: AbortSignal): (path: string, wish: HubWish) => Promise<HubAnswer> {
  const known = new Map<string, HubAnswer>();
  return async (path, wish) => {
    const key = `${wish.from ?? ''} ${wish.limit} ${path}`;
    const answer = known.get(key) ?? (await ask(path, wish, stop));
    if (answer.is === 'ok') known.set(key, answer);
    return answer;
  };
}

async function ask(path: string, wish: HubWish, stop: AbortSignal): Promise<HubAnswer> {
  const { from, limit } = wish;
  const url = `${HUB}${path}`;
  try {
    const response = await fetch(url, {
      // A range also keeps the answer from being packed, so that its length can be held against the listing.
      headers: from === undefined ? {} : { range: `bytes=${from}-${from + limit - 1}` },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT)]),
    });
    const { status, headers } = response;
    if (status === 429) return rateLimited(waitOf(headers, new Date()), false);
    if (from === undefined) {
      if (!response.ok)
        return failureOf({ status, headers, body: await bytesOf(response, 0, REFUSAL_LIMIT) }, false);
      const body = await bytesOf(response, 0, limit + 1);
      if (body.length > limit) return unreachable('the answer is larger than it may be');
      return { is: 'ok', body, date: today(), ...nextOf(headers) };
    }
    const stretch = stretchOf(response, {
      url,
      token: undefined,
      headers: {},
      timeout: TIMEOUT,
      ...wish,
      from,
    });
    if (stretch === undefined)
      return failureOf({ status, headers, body: await bytesOf(response, 0, REFUSAL_LIMIT) }, false);
    if (stretch.is === 'broken') {
      await response.body?.cancel();
      return unreachable(stretch.detail);
    }
    if (stretch.is === 'none') return { is: 'ok', body: new Uint8Array(), date: today() };
    const body = await bytesOf(response, stretch.skip, limit);
    return body.length < stretch.least
      ? unreachable('the file that came is not as long as it should be')
      : { is: 'ok', body, date: today() };
  } catch (error) {
    const slow = error instanceof Error && error.name === 'TimeoutError';
    return unreachable(
      stop.aborted ? 'stopped' : slow ? 'no answer from huggingface.co' : 'no connection to huggingface.co',
    );
  }
}

const today = () => new Date().toISOString().slice(0, 10);

/** `limit` bytes of a body behind the first `skip`; what is not needed is not waited for. */
async function bytesOf(response: Response, skip: number, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let passed = 0;
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || value === undefined) break;
    const useful = value.subarray(Math.min(value.length, Math.max(0, skip - passed)));
    const part = useful.subarray(0, limit - length);
    passed += value.length;
    parts.push(part);
    length += part.length;
    if (length >= limit) {
      await reader?.cancel();
      break;
    }
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return body;
}

/** The next page of a list, where the Hub names one of its own. */
function nextOf(headers: Headers): { readonly next?: string } {
  const link = /<([^>]+)>\s*;\s*rel="?next"?/.exec(headers.get('link') ?? '')?.[1];
  if (link === undefined) return {};
  const url = new URL(link, HUB);
  return url.origin === HUB ? { next: url.pathname + url.search } : {};
}
