import type { Failure } from '../model/lineage.ts';
import type { Repo, RepoKind } from '../model/repo.ts';
import { type RemoteTarget } from './remote-target.ts';
export { remoteTarget, type RemoteTarget } from './remote-target.ts';
/** What is asked of the Hub in one request. */
export interface HubWish {
    /** Bytes of the answer. What is longer is cut where `from` is set, else refused. */
    readonly limit: number;
    /** The first byte: asks for a stretch of a file by a Range header. */
    readonly from?: number;
    /** How long, in milliseconds, a kept answer stands without asking again; `undefined` keeps none. 0: kept, but always asked whether it still holds. */
    readonly fresh?: number;
}
/** What came back. Every failure is a value; `detail` goes behind a colon. */
export type HubAnswer = {
    readonly is: 'ok';
    readonly body: Uint8Array; /** The next page, as a path. */
    readonly next?: string; /** ISO date on which the Hub said so. */
    readonly date: string; /** The host that it came from where that is not the Hub's own. */
    readonly host?: string;
} | {
    readonly is: 'failed';
    readonly why: Failure;
    readonly detail: string;
};
/** The only way to the Hub: tokens, limits, retries and the cache are its own matter. Never throws. */
export interface HubClient {
    /** GET of a path on the Hub, which begins with `/`. */
    readonly get: (path: string, wish: HubWish) => Promise<HubAnswer>;
}
/** A repository on the Hub, read without cloning. */
export interface HubRepo extends Repo {
    readonly kind: RepoKind;
    /** The id as the Hub spells it today. */
    readonly id: string;
    /** The commit that is read, 40 hex digits. */
    readonly revision: string;
}
/**
 * The repository that `hf:org/name[@rev]` or a Hub address names: its files are listed at one commit and read by bounded
 * ranges. Throws `ReadError` where it cannot be listed, `UsageError` where `target` names no repository.
 */
export declare function hubRepo(target: string | RemoteTarget, client: HubClient): Promise<HubRepo>;
