import type { Identity } from '../model/license.ts';
import type { Catalogue } from './catalogue.ts';
/** True for words that stand where a license should and name none. */
export declare function namesNothing(value: string): boolean;
/** What an address means: by the addresses that entries list, else by the rules of the stewards' sites. */
export declare function identifyUrl(url: string, catalogue: Catalogue): Identity;
/** What a name, id, expression, address or Markdown link means, with nothing beside it. */
export declare function identifyName(value: string, catalogue: Catalogue): Identity;
