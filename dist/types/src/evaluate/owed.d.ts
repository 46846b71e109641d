import type { Owed } from '../model/finding.ts';
import type { Identity, License } from '../model/license.ts';
import type { Ancestor } from '../model/lineage.ts';
/** The licenses that an identity names, one for each text it may mean. */
export declare function licensesIn(identity: Identity): License[];
/** Every term that one upstream puts on a repository of `owner`. */
export declare function termsFrom(ancestor: Ancestor, owner: string | undefined): Owed[];
