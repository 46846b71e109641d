import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
/** What a tool's template leaves in a card: its name, and the blanks nobody filled in. */
export declare function templateClaims(source: TextSource, bodyStart: number): Claim[];
