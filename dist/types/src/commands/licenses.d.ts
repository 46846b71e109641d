import { type Catalogue } from '../license/catalogue.ts';
import { type Outcome, type World } from './command.ts';
export declare const help = "Usage: licet licenses [word\u2026] [--json]\n\nLists the licenses that licet knows, or those whose id, name or SPDX id holds\nevery word. A \"?\" after the id: the full text was not read, so nothing that\nrests on it is ever certain.\n\n  --json   as JSON, one object for each license\n";
/** `licet licenses`: the table of what is known. */
export declare function run(args: readonly string[], _world: World, catalogue?: Catalogue): Promise<Outcome>;
