import type { Matter } from '../model/claim.ts';
import type { Identity } from '../model/license.ts';
import type { Context } from './context.ts';
import type { Flat } from './flatten.ts';
/** Words that speak of licenses whatever stands beside them. */
export declare const LICENSE_WORD: RegExp;
/** A license named in a text. Offsets are of the flat text. */
export interface LicenseMention {
    readonly from: number;
    readonly to: number;
    readonly raw: string;
    readonly identity: Identity;
}
/** The license whose name begins within the first words of a stretch. */
export declare function licenseAfter(flat: Flat, from: number, to: number, context: Context, skipped?: number): LicenseMention | undefined;
/** The license whose name ends within the last words of a stretch (`Apache 2.0 라이선스로`). */
export declare function licenseBefore(flat: Flat, from: number, to: number, context: Context): LicenseMention | undefined;
/** A shields.io badge that names a license, `img.shields.io/badge/License-Apache_2.0-blue`, and what its words or its picture's speak of. */
export declare function licenseOfBadge(url: string, alt: string, context: Context): {
    readonly mention: LicenseMention;
    readonly about: Matter;
} | undefined;
