import { type Catalogue } from '../license/catalogue.ts';
import { type Outcome, type World } from './command.ts';
export declare const help = "Usage: licet compat <upstream\u2026> <declared> [--relation R] [--json]\n\nSays whether works under the upstream licenses may go out under the declared\none: ids, names, SPDX expressions. Several upstreams are the parents of a merge.\nThe answer goes by the licenses' words; whether copyleft reaches model weights\nat all is not decided here.\n\n  --relation R   how the work stands to its upstreams (finetune): copy, finetune,\n                 merge, quantized, adapter, component, outputs, dataset, code\n  --json         {\"verdict\",\"dropped\":[\u2026],\"duties\":[\u2026],\"reasons\":[\u2026]}\n\nVerdict and exit code: ok 0, cannot-tell 0, conflict 1; wrong usage 2.\n";
/** `licet compat\`: whether licenses go together, and why. */
export declare function run(args: readonly string[], world: World, catalogue?: Catalogue): Promise<Outcome>;
