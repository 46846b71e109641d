import type { World as Whole } from '../world.ts';
import { type Outcome, type World } from './command.ts';
export declare const help = "Usage: licet tree [paths] [--format text|json|mermaid|dot] [--name ORG/MODEL]\n\nDraws where the model comes from: every upstream all the way up, how each stands\nto the next, under which license, where that was read, and what is wrong there.\n";
/** \`licet tree\`: the lineage of each repository. */
export declare function run(args: readonly string[], world: World & Whole): Promise<Outcome>;
