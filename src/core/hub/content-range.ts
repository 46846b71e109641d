import type { Broken, Outgoing } from './http-exchange.ts';

/** What is to come of a stretch of a file that was asked for. */
export type Stretch =
  /**
   * `skip`: bytes of the body before it; `least`: fewer bytes than these are a cut; `ends`: nor may there be
   * more.
   */
  | { readonly is: 'some'; readonly skip: number; readonly least: number; readonly ends: boolean }
  /** It lies behind the file's end. */
  | { readonly is: 'none' };

/** A server without ranges sends all that lies before; so much of it is passed over. */
const MOST_SKIPPED = 4 * 1024 * 1024;

const broken = (detail: string, again = false): Broken => ({ is: 'broken', detail, again, unheard: false });
const OTHER = 'another part of the file was sent than was asked for';
const OTHER_LENGTH = 'the file is said to have another length than its listing has';

/**
 * How long the answer to a Range must be, told before its body is read: by the listing, by Content-Range, or
 * by the length of the whole that a server without ranges sends (RFC 9110, 14 and 15.5.17). Something must
 * say so, for a line that is cut looks like an end. undefined for a refusal, whose length is nobody's matter.
 */
export function stretchOf(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  out: Outgoing & { readonly from: number },
): Stretch | Broken | undefined {
  if (status === 416) return behind(headers, out);
  if (status !== 200 && status !== 206) return undefined;
  if (isPage(headers) && !/\.x?html?$/i.test(new URL(out.url).pathname))
    return broken('a web page was sent in place of the file');
  return status === 206 ? part(headers, out) : whole(headers, out);
}

/** Whether the line itself tells a cut: it counts the bytes, or names its last piece. */
export const isFramed = (headers: Headers) =>
  headers.has('content-length') || /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');

/** The proxy's page, or a login's: the Hub serves files of repositories as plain text or as bytes. */
const isPage = (headers: Headers) =>
  /^\s*(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');

function behind(headers: Headers, { from, size }: Outgoing & { readonly from: number }): Stretch | Broken {
  const said = /^bytes \*\/(\d{1,15})$/.exec(headers.get('content-range')?.trim() ?? '')?.[1];
  const total = size ?? (said === undefined ? undefined : Number(said));
  if (size !== undefined && said !== undefined && Number(said) !== size) return broken(OTHER_LENGTH);
  return total !== undefined && from >= total
    ? { is: 'none' }
    : broken('the Hub says that the file ends before this part (416)');
}

function part(
  headers: Headers,
  { from, limit, size }: Outgoing & { readonly from: number },
): Stretch | Broken {
  const [, first, last, total] =
    /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(headers.get('content-range')?.trim() ?? '') ?? [];
  if (first === undefined || Number(first) !== from) return broken(OTHER);
  const length = total === '*' ? size : Number(total);
  if (size !== undefined && length !== size) return broken(OTHER_LENGTH);
  const least = Number(last) - from + 1;
  const wanted = length === undefined ? limit : Math.min(limit, length - from);
  if (least > wanted) return broken(OTHER);
  return least < wanted
    ? broken('less of the file was sent than was asked for', true)
    : { is: 'some', skip: 0, least, ends: true };
}

function whole(
  headers: Headers,
  { from, limit, size }: Outgoing & { readonly from: number },
): Stretch | Broken {
  if (from > MOST_SKIPPED) return broken(OTHER);
  // The length on the line is that of the file only where it was not packed on the way.
  const packed = /[^\s]/.test((headers.get('content-encoding') ?? '').replace(/identity/i, ''));
  const line = headers.get('content-length');
  const said = packed || line === null || !/^\d{1,15}$/.test(line) ? undefined : Number(line);
  if (size !== undefined && said !== undefined && said !== size) return broken(OTHER_LENGTH);
  const length = size ?? said;
  if (length !== undefined) {
    // Where only the beginning is wanted, nothing but a length on the line tells this file from another.
    if (said === undefined && from + limit < length)
      return broken('the whole file was sent without its length');
    return {
      is: 'some',
      skip: from,
      least: Math.max(0, Math.min(limit, length - from)),
      ends: from + limit >= length,
    };
  }
  return isFramed(headers)
    ? { is: 'some', skip: from, least: 0, ends: false }
    : broken('the file was sent without its length, so that a cut could not be told');
}
