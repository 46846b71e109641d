import type { Claim, ClaimOf } from '../model/claim.ts';
import type { License } from '../model/license.ts';
import type { Ancestor } from '../model/lineage.ts';
import type { Place } from '../model/place.ts';
import type { Source } from '../model/source.ts';
type Code = ClaimOf<'code'>;
/** A third party's copyright line in a code file, which card, NOTICE and license files do not name. */
export interface UncreditedHolder {
    readonly claim: Code;
    readonly holder: string;
    readonly place: Place;
    /** Further files whose header names the same holder. */
    readonly also: number;
    /** The header names its license too, so what the license asks travels with the file. */
    readonly licensed: boolean;
}
/** A code file that says, or shows, that it was taken from elsewhere, while its header names the publisher alone. */
export interface UncreditedOrigin {
    readonly claim: Code;
    readonly taken: Code['takenFrom'][number];
    readonly holder: string;
}
/** A license that code headers name, and of which there is no text here. */
export interface UnshelvedLicense {
    readonly claim: ClaimOf<'license'>;
    readonly license: License;
    /** Further files under it. */
    readonly also: number;
    /** Card, NOTICE, license files or front matter name it; what lacks is the text that others' code must bring along. */
    readonly named: boolean;
    /** It asks that what holds the code stays under it, or that its source is handed over. */
    readonly binds: boolean;
}
/** Code of others that nothing here names. `owner` is the repository's, where it is known. */
export declare function codeCredits(claims: readonly Claim[], sources: readonly Source[], ancestors: readonly Ancestor[], card: string, owner: string | undefined): {
    readonly holders: readonly UncreditedHolder[];
    readonly origins: readonly UncreditedOrigin[];
    readonly licenses: readonly UnshelvedLicense[];
};
export {};
