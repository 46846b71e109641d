import { type Outcome, type World } from './command.ts';
export declare const help = "Usage: licet explain RULE\n\nSays what a rule asks and why, its level under each preset, and how to turn it off.\n";
/** \`licet explain\`: a rule, in words. */
export declare function run(args: readonly string[], _world: World): Promise<Outcome>;
