import type { Reach } from '../model/license.ts';
import { type Step } from '../model/lineage.ts';
type Reaches = readonly [Reach, ...Reach[]];
/** Every class in which the start of a way may stand to its end. */
export declare function reachAlong(path: readonly [Step, ...Step[]]): Reaches;
export {};
