import type { Catalogue } from '../license/catalogue.ts';
import type { Context } from './context.ts';
/** What extractors know, from the shipped data. The fingerprint index is loaded only when a text is met. */
export declare function createContext(catalogue: Catalogue, self: string | undefined): Context;
