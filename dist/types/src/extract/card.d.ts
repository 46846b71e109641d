import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/** What a model card says: its front matter, then its text. The Markdown parser is loaded only where a text can hold a claim. */
export declare function cardClaims(source: TextSource, context: Context): Promise<Claim[]>;
/** What a card beside the card says, `MODEL_CARD.md` or one in another language. The Hub reads none of its front matter, so that is as good as its text. */
export declare function furtherCardClaims(source: TextSource, context: Context): Promise<Claim[]>;
/** The front matter's claims, the state of the block first. */
export declare function frontClaims(source: TextSource, context: Context): Claim[];
