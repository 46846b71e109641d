import type { Outcome, World } from './world.ts';
/** NO_COLOR and FORCE_COLOR as no-color.org and Node have them; flags before both. */
export declare function colored(world: World, flags: {
    readonly color?: boolean | undefined;
    readonly 'no-color'?: boolean | undefined;
}): boolean;
/** An outcome for what was thrown: a wrong call, or an error of our own. */
export declare function failed(error: unknown): Outcome;
/** One run of the command. Never throws: a wrong call and an error of our own are outcomes too. */
export declare function main(argv: readonly string[], world: World): Promise<Outcome>;
