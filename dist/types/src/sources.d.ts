import type { Fact } from './config/config.ts';
import type { Catalogue } from './license/catalogue.ts';
import type { HubClient } from './read/hub.ts';
import { type Upstreams } from './resolve/upstreams.ts';
import type { World } from './world.ts';
/** Where a run may look for upstreams. */
export interface Where {
    readonly online: boolean;
    readonly hubCache: boolean;
    readonly frozenLock: boolean;
    readonly lock: string | undefined;
}
/** The Hub, for runs that may ask it. Loaded only then: offline no line of it runs. */
export declare function hubFor(world: World): Promise<HubClient>;
/**
 * One composed list: the team's facts, the lock, the snapshot, then what was asked for: the machine's Hub cache, the Hub.
 * Offline is simply a shorter list.
 */
export declare function upstreamsFor(where: Where, facts: readonly Fact[], world: World, catalogue: Catalogue, client?: HubClient): Promise<Upstreams>;
