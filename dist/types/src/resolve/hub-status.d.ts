import type { Failure } from '../model/lineage.ts';
/** A failure in words: `detail` goes behind a colon, without a full stop. */
export interface HubFailure {
    readonly is: 'failed';
    readonly why: Failure;
    readonly detail: string;
}
export declare const failed: (why: Failure, detail: string) => HubFailure;
/** Statuses after which huggingface_hub asks again (`utils/_http.py`), without 429, which says when. */
export declare const PASSING: ReadonlySet<number>;
interface Refusal {
    readonly status: number;
    readonly headers: Headers;
    /** The beginning of the body. */
    readonly body: Uint8Array;
}
/**
 * What a status means; the header `X-Error-Code` decides before it. The server's own words are matched and never repeated:
 * they are not ours to print. Without a token the Hub does not tell a missing repository from a private one.
 */
export declare function failureOf({ status, headers, body }: Refusal, hasToken: boolean): HubFailure;
/**
 * Seconds until the Hub takes requests again: from `RateLimit: "api";r=0;t=55` (IETF draft 9) where nothing remains, else
 * from `Retry-After`, in seconds or as a date. undefined where neither says.
 */
export declare function waitOf(headers: Headers, now: Date): number | undefined;
/** The failure of being asked to wait longer than there is time. */
export declare function rateLimited(seconds: number | undefined, hasToken: boolean): HubFailure;
export {};
