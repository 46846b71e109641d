import type { Claim, Matter } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/** What else the repository holds, as far as it says what an unnamed LICENSE is about. */
export interface Shape {
    readonly code: boolean;
}
/** `LICENSE`, `COPYING`, `MODEL_LICENSE`, `LICENSES/*`, `USE_POLICY.md` (hub-spec 3.8): what text it is, what it covers, what was left blank. */
export declare function licenseFileClaims(source: TextSource, context: Context, shape?: Shape): Claim[];
/** Whether the name of a license file leaves open which part it covers. */
export declare const saysNoPart: (file: string) => boolean;
/** From the file's name, else from what lies beside it: with scripts in the repository a bare LICENSE may mean either. */
export declare function matterOf(file: string, shape: Shape): Matter;
