import type { HubClient } from '../read/hub.ts';
import { type Env } from './hub-auth.ts';
/** Times in milliseconds. */
export interface HubOptions {
    readonly env: Env;
    /** All waiting for the network together: 30 seconds. */
    readonly budget?: number;
    /** One request: 10 seconds. */
    readonly timeout?: number;
    /** Requests at once: 6. */
    readonly atOnce?: number;
    /** Further tries of one request: 2. */
    readonly retries?: number;
    /** The first pause before a further try, doubled with each: 300. */
    readonly pause?: number;
    readonly now?: () => Date;
}
/** The Hub over `fetch`, as the environment describes it (`HF_ENDPOINT`, `HF_TOKEN`, `HF_HUB_OFFLINE` …). Never throws. */
export declare function hubClient(options: HubOptions): HubClient;
