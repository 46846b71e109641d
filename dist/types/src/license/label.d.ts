import type { Identity } from '../model/license.ts';
/** How a message names an identity: the license's id, the expression of ids, or the words as written. */
export declare function identityLabel(identity: Identity): string;
/** The SPDX expression of an identity; `NOASSERTION` where a part is unclear or unknown. */
export declare function spdxOf(identity: Identity): string;
