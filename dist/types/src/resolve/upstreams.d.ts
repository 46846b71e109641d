import type { Resolution } from '../model/lineage.ts';
/** Where the license of a model somewhere else can be asked. Every failure is a value. */
export interface Upstreams {
    find(model: string): Promise<Resolution>;
}
/** Asks one after the other; the first that knows answers. Offline is simply a shorter list. */
export declare function firstOf(all: readonly Upstreams[]): Upstreams;
/** Asks each model once, however many files name it. */
export declare function remembered(upstreams: Upstreams): Upstreams;
