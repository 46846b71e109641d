import type { License, Term } from '../model/license.ts';
export type Bearing = 'bears' | 'perhaps' | 'cannot';
/**
 * Whether a work under `text` can take in material that brings `term` of `license` along (the FSF's question: is it a
 * further restriction?). Where `license` itself opens the way to `text`, it bears all that comes with it.
 */
export declare function bears(text: License, license: License, term: Term): Bearing;
