import type { Catalogue } from '../license/catalogue.ts';
import type { Resolution } from '../model/lineage.ts';
type Found = Extract<Resolution, {
    is: 'found';
}>;
export type Declared = NonNullable<Found['declared']>;
export type Base = Found['bases'][number];
/** What a model's card says of license and bases, from a front matter, the Hub's record of it, or a lock. */
export interface CardFacts {
    /** undefined where no license is declared. */
    readonly declared: Declared | undefined;
    readonly bases: readonly Base[];
}
/**
 * The license that the fields of a model declare. A list has no defined operator: it is read as AND, the strictest reading, and what
 * rests on it is not certain. Nothing declared is the license `none`, which nobody knows.
 */
export declare function licenseOf(declared: Declared | undefined, model: string, catalogue: Catalogue): Pick<Found, 'license' | 'raw' | 'confidence'>;
/** License fields as parsed JSON or YAML has them; undefined where `license` holds nothing. */
export declare function declaredIn(fields: Readonly<Record<string, unknown>>): Declared | undefined;
/** The bases that a card names, as Hub ids; what names none is left out. */
export declare function basesIn(fields: Readonly<Record<string, unknown>>): readonly Base[];
export interface RecordFacts extends CardFacts {
    readonly id: string | undefined;
    readonly sha: string | undefined;
    /** The record has neither card nor tags: that nothing is declared cannot be told from it. */
    readonly silent: boolean;
}
/** The Hub's own record, parsed: card data first, then the tags that the Hub computed. undefined for anything that is no record. */
export declare function recordFacts(record: unknown): RecordFacts | undefined;
export declare function isRecord(value: unknown): value is Readonly<Record<string, unknown>>;
export {};
