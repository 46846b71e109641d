import type { Run } from './report/report.ts';
import { type Request } from './run-lint.ts';
import type { World } from './world.ts';
export interface FixOptions {
    /** Write nothing; give the diff. */
    readonly dry: boolean;
    /** Only fixes of these rules. */
    readonly types?: readonly string[] | undefined;
    /** The suggested changes too. */
    readonly unsafe: boolean;
}
export interface Mended {
    readonly run: Run;
    readonly failures: readonly string[];
    /** A unified diff of the first pass, for a dry run. */
    readonly diff: string;
    readonly notes: string;
}
/** Mends what can be mended, then lints anew, until nothing changes. A second run changes nothing. */
export declare function fixAll(request: Request, world: World, options: FixOptions): Promise<Mended>;
