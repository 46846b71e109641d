import type { RepoKind } from '../model/repo.ts';
/** A repository on the Hub, as an argument names it. */
export interface RemoteTarget {
    readonly kind: RepoKind;
    /** `org/name`, or an old one-word model id. */
    readonly id: string;
    /** Branch, tag or commit; undefined where none was said. */
    readonly revision: string | undefined;
}
/**
 * Reads `hf:org/name[@rev]`, `hf:datasets/org/name`, `hf:spaces/org/name` and addresses copied from the Hub's site;
 * undefined for any other argument. Throws `UsageError` where an argument begins with `hf:`, or is a Hub address, and names no repository.
 */
export declare function remoteTarget(arg: string): RemoteTarget | undefined;
