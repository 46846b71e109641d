import type { Outcome, World } from '../world.ts';
/** Runs a command; each is loaded only when it is asked for. A folder of a command's name is `./name`. */
export declare function runCommand(command: string, args: readonly string[], world: World): Promise<Outcome>;
