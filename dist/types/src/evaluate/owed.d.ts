import type { Owed } from '../model/finding.ts';
import type { Identity, License } from '../model/license.ts';
import type { Ancestor } from '../model/lineage.ts';
/** The licenses that an identity names, one for each text it may mean. */
export declare function licensesIn(identity: Identity): License[];
/**
 * Whether an upstream calls its license by the name of another text of the same giver than the one under which its own, only
 * base stands: `llama3` on a fine-tune of Llama 3.1. Only the giver chooses among his texts, so what the base says holds.
 */
export declare function isMislabelled({ model, path, resolution }: Ancestor, ancestors: readonly Ancestor[]): boolean;
/** Every term that one upstream puts on a repository of `owner`. */
export declare function termsFrom(ancestor: Ancestor, owner: string | undefined): Owed[];
/** Why nothing can be said of what an upstream asks though its license has a name. */
export type Untold = {
    readonly why: 'unread';
    readonly license: License;
} | {
    readonly why: 'unclear';
    readonly raw: string;
};
/**
 * The first license of an upstream of which no term is on record because nobody read its text, or a name whose texts have
 * no term in common. Undefined where terms are known, where there are none to know, and for the licensor himself.
 */
export declare function untoldBy(ancestor: Ancestor, owner: string | undefined): Untold | undefined;
