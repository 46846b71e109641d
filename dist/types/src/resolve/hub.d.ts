import type { Catalogue } from '../license/catalogue.ts';
import type { HubClient } from '../read/hub.ts';
import type { Upstreams } from './upstreams.ts';
export interface HubLookUp {
    readonly client: HubClient;
    readonly catalogue: Catalogue;
    /** Milliseconds for which a kept record stands without asking again: one hour. 0 asks each time whether it still holds. */
    readonly fresh?: number;
    /** True: the license file is read too, and its hash stands in the answer. */
    readonly texts?: boolean;
}
/** The Hub's own records, which are readable for gated models too (hub-docs; `/api/models/{id}?expand=…`). */
export declare function hub({ client, catalogue, fresh, texts }: HubLookUp): Upstreams;
