import type { Identity } from '../model/license.ts';
import type { Catalogue } from './catalogue.ts';
export { identityLabel, spdxOf } from './label.ts';
export { isHubSpelling, suggestHubId } from './spelling.ts';
/** What stands beside `license:`: `license_name` and `license_link`. */
export interface Hints {
    readonly name?: string | undefined;
    readonly link?: string | undefined;
    /** The Hub id of the model whose record says so: a link without a host, and its license file, lie there. */
    readonly of?: string | undefined;
}
/**
 * What a license name, id, expression or address means. Total: whatever is not known comes back as `unknown`, a name
 * that several texts bear as `unclear`. For `other` and `unknown`, the name beside it decides; its link confirms, or settles a name
 * that is unclear. Where the catalogue knows the license file of the model itself, that settles an unclear name too.
 */
export declare function identify(raw: string, hints: Hints | undefined, catalogue: Catalogue): Identity;
