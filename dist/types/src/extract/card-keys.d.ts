import type { Claim } from '../model/claim.ts';
import type { Context } from './context.ts';
import { type Data } from './json-doc.ts';
type MapData = Extract<Data, {
    is: 'map';
}>;
/** The claims of a front matter that is a mapping. */
export declare function keyClaims(whole: MapData, context: Context): Claim[];
export {};
