import { type Env } from './hub-auth.ts';
/** An answer of the Hub that was kept. */
export interface Kept {
    readonly body: Uint8Array;
    readonly etag?: string;
    /** When the Hub last said so, ISO 8601. */
    readonly saved: string;
    readonly next?: string;
}
/** Where licet keeps answers of the Hub: `LICET_CACHE`, else `licet` in the user's cache folder. */
export declare function licetCacheFolder(env: Env): string;
/**
 * Answers of the Hub on disk, one file each, readable by this user alone. Only successes are ever kept. A cache that cannot
 * be read or written is no trouble: the Hub is asked again.
 */
export declare class HttpCache {
    #private;
    constructor(folder: string);
    load(key: string, token: string | undefined): Promise<Kept | undefined>;
    save(key: string, token: string | undefined, { body, ...rest }: Kept): Promise<void>;
}
