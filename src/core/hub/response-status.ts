import type { Failure } from '../model/lineage.ts';

/** A failure in words: `detail` goes behind a colon, without a full stop. */
export interface HubFailure {
  readonly is: 'failed';
  readonly why: Failure;
  readonly detail: string;
}

export const failed = (why: Failure, detail: string): HubFailure => ({ is: 'failed', why, detail });

/** Statuses after which huggingface_hub asks again (`utils/_http.py`), without 429, which says when. */
export const PASSING: ReadonlySet<number> = new Set([408, 500, 502, 503, 504]);

interface Refusal {
  readonly status: number;
  readonly headers: Headers;
  /** The beginning of the body. */
  readonly body: Uint8Array;
}

/**
 * What a status means; the header `X-Error-Code` decides before it. The server's own words are matched and
 * never repeated: they are not ours to print. Without a token the Hub does not tell a missing repository from
 * a private one.
 */
export function failureOf({ status, headers, body }: Refusal, hasToken: boolean): HubFailure {
  const code = headers.get('x-error-code') ?? '';
  const words = `${headers.get('x-error-message') ?? ''} ${new TextDecoder().decode(body.subarray(0, 2000))}`;
  if (code === 'GatedRepo') return gated(hasToken);
  if (code === 'RevisionNotFound') return failed('not-found', 'the Hub has no such revision of it');
  if (code === 'EntryNotFound') return failed('not-found', 'the Hub has no such file in it');
  if (status === 451 || /access to this resource is disabled/i.test(words))
    return failed('disabled', 'the Hub disabled it');
  if (
    status === 401 &&
    hasToken &&
    /invalid (?:credentials|username or password)|invalid.{0,20}token/i.test(words)
  )
    return failed('bad-token', 'the Hub refused the token; renew HF_TOKEN');
  if (status === 401 || (status === 404 && code === 'RepoNotFound')) return absent(hasToken, status);
  if (status === 403)
    return failed(
      'private-or-missing',
      hasToken
        ? 'the token has no right to read it'
        : 'the Hub shows it to nobody without access; set HF_TOKEN',
    );
  if (status === 404)
    return isHubs(headers)
      ? absent(hasToken, status)
      : failed('unreachable', "the answer 404 is not the Hub's own");
  if (status === 400) return failed('not-a-hub-id', 'the Hub does not read this as an id');
  return failed('unreachable', `the Hub answered ${status}`);
}

function gated(hasToken: boolean): HubFailure {
  return failed(
    'gated',
    hasToken ? 'it is gated and this token has no access' : 'it is gated; ask for access and set HF_TOKEN',
  );
}

function absent(hasToken: boolean, status: number): HubFailure {
  if (hasToken)
    return failed('private-or-missing', 'it is missing, or private without rights for this token');
  return status === 404
    ? failed('not-found', 'the Hub has no such repository')
    : failed('private-or-missing', 'it is missing, renamed or private; if private, set HF_TOKEN');
}

/** A page that some proxy made says nothing about repositories. */
function isHubs(headers: Headers): boolean {
  return /json/i.test(headers.get('content-type') ?? '') || headers.has('x-error-code');
}

/**
 * Seconds until the Hub takes requests again: from `RateLimit: "api";r=0;t=55` (IETF draft 9) where nothing
 * remains, else from `Retry-After`, in seconds or as a date. undefined where neither says.
 */
export function waitOf(headers: Headers, now: Date): number | undefined {
  const limit = /"\w+"\s*;\s*r\s*=\s*(\d{1,9})\s*;\s*t\s*=\s*(\d{1,9})/.exec(headers.get('ratelimit') ?? '');
  // One more, as the Hub's own client waits: its clock counts whole seconds.
  if (limit && Number(limit[1]) === 0) return Number(limit[2]) + 1;
  const after = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(after)) return Number(after);
  const date = Date.parse(after);
  if (Number.isNaN(date)) return undefined;
  // The server's clock against the server's clock; ours may be wrong.
  const here = Date.parse(headers.get('date') ?? '');
  return Math.max(0, Math.ceil((date - (Number.isNaN(here) ? now.getTime() : here)) / 1000));
}

/** The failure of being asked to wait longer than there is time. */
export function rateLimited(seconds: number | undefined, hasToken: boolean): HubFailure {
  const wait = seconds === undefined ? 'the Hub asked to wait' : `the Hub asked to wait ${seconds} s`;
  return failed('rate-limited', hasToken ? wait : `${wait}; HF_TOKEN raises the limit`);
}
