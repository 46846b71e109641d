import type { Catalogue } from '../license/catalogue.ts';
import type { Relation } from '../model/lineage.ts';
import type { Upstreams } from './upstreams.ts';
/** What a team found out about a model, and says so in its config. */
export interface RecordedFact {
    /** The Hub id. */
    readonly model: string;
    /** A license as `license:` would have it: id, name, expression or address. */
    readonly license: string;
    /** How it is known, such as a letter or a contract. */
    readonly reason: string;
    readonly reviewer?: string;
    /** ISO 8601. */
    readonly date: string;
    readonly bases?: readonly (string | {
        readonly model: string;
        readonly relation: Relation | 'unsaid';
    })[];
}
/** The facts of a config. They go before every other source; where two speak of one model the later one stands. */
export declare function recorded(facts: readonly RecordedFact[], catalogue: Catalogue): Upstreams;
