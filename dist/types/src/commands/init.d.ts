import { type Outcome, type World } from './command.ts';
export declare const help = "Usage: licet init\n\nWrites a commented licet.config.yaml into this folder. An existing one stays.\n";
/** \`licet init\`. */
export declare function run(args: readonly string[], world: World): Promise<Outcome>;
