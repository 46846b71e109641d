import type { License, Limit, Term } from '../model/license.ts';
/** Whether a license says something to the same effect: `alike` where the kind is there but its content may differ. */
export type Carried = 'yes' | 'alike' | 'no';
/** Whether `declared` binds whoever receives it to what `term` of `license` asks. The same text carries all its own terms. */
export declare function carries(declared: License, license: License, term: Term): Carried;
/** Whether a term is a limit on the receiver, not a duty of the distributor. */
export declare function isLimit(term: Term): term is Limit;
