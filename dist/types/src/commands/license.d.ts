import { type Catalogue } from '../license/catalogue.ts';
import { type Outcome, type World } from './command.ts';
export declare const help = "Usage: licet license <id, name, expression, address or file> [--json]\n\nSays what a license asks, in plain words, with the clause and the source of\neach; for a file, which license's text it is and how it differs.\n\n  --json   as JSON\n\nExit code 0 where something is known, 1 where nothing is, 2 for wrong usage.\n";
/** `licet license\`: what a name means or what a file is. A name that is known goes before a file of that name. */
export declare function run(args: readonly string[], world: World, catalogue?: Catalogue): Promise<Outcome>;
