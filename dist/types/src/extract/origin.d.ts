import type { Claim, Via } from '../model/claim.ts';
import type { Confidence } from '../model/confidence.ts';
import type { Relation } from '../model/lineage.ts';
import type { Place } from '../model/place.ts';
import type { Context } from './context.ts';
/** What the string that somebody once gave to `from_pretrained` tells. */
export type Origin = {
    readonly is: 'hub';
    readonly id: string;
}
/** The repository itself. */
 | {
    readonly is: 'own';
}
/** A folder or file of the machine that wrote it; `suggests` is the id that its name hints at. */
 | {
    readonly is: 'local';
    readonly suggests?: string;
}
/** A word or an address that names no Hub model. */
 | {
    readonly is: 'other';
    readonly why: 'url' | 'word' | 'comma-list' | 'bad-id';
};
/** Reads a recorded name or path (hub-spec 3.1): cache folders give the id away, other local paths give nothing. */
export declare function originOf(raw: string, context: Context): Origin;
export declare function sameId(a: string, b: string | undefined): boolean;
/** True for what can only be a path on somebody's machine. */
export declare function isLocal(raw: string): boolean;
/** A recorded name, and what a claim on it would be worth. */
export interface Recorded {
    readonly raw: string;
    readonly place: Place;
    readonly via: Via;
    readonly confidence: Confidence;
    readonly relation: Relation | 'unsaid';
    readonly part?: string | undefined;
    /** True where a local path is itself worth saying: the file names the upstream by duty. */
    readonly owesId?: boolean;
}
/** The upstream that a recorded name gives, if any; a claim that it is no Hub id where the file owes one. */
export declare function originClaims(recorded: Recorded, context: Context): Claim[];
