import type { Claim, ClaimOf, Matter } from '../model/claim.ts';
import { type Confidence } from '../model/confidence.ts';
import type { Identity } from '../model/license.ts';
/** What the front matter declares as this repository's license. */
export interface Declared {
    readonly identity: Identity;
    /** The values as written, joined with `, ` where a list. */
    readonly raw: string;
    /** Where the value stands; the first of a list. */
    readonly claim: ClaimOf<'license'> | ClaimOf<'license-text'>;
    readonly form: 'single' | 'list';
    /** `likely` for a list, which has no defined operator, and for a name beside `other` that only seems to be one of several texts. */
    readonly confidence: Confidence;
}
/** The declared license: the front matter's `license`, single or list. A list is read as AND, the strictest reading. */
export declare function declaredOf(claims: readonly Claim[]): Declared | undefined;
/** What a license covers, where that is the model or was not said. */
export declare const isOfModel: ({ about }: {
    readonly about: Matter;
}) => boolean;
/** Files with the text of a license that may be this repository's own, whole or nearly so and without words that restrict it. */
export declare function ownTexts(claims: readonly Claim[]): ClaimOf<'license-text'>[];
/** What the card's text says of this repository's own license. */
export declare function ownStatements(claims: readonly Claim[]): ClaimOf<'license'>[];
/**
 * What stands in for a missing declaration: the text in LICENSE, else what the card's text says. A person wrote it, and what
 * it covers was not said: never certain.
 */
export declare function undeclaredTerms(claims: readonly Claim[]): Declared | undefined;
