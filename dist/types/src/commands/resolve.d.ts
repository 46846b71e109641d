import { type Catalogue } from '../license/catalogue.ts';
import { type LockRead } from '../resolve/lock.ts';
import { type Outcome } from './command.ts';
export declare const help = "Usage: licet resolve [options] [file, folder, glob \u2026]\n\nWrites licet.lock.json: what every upstream model says of its license, where and\nwhen it was read. Commit it: licet then says the same on every machine, and a\nlicense that changes upstream shows up in review.\n\n  --online        ask the Hub (HF_ENDPOINT, HF_TOKEN); without it no packet leaves\n  --hub-cache     use what huggingface_hub has downloaded to this machine\n  --frozen-lock   write nothing; exit 1 where the lock would change\n  --lock FILE     another lock file\n  --config FILE   the config whose facts and ignores hold; --no-config: none\n  --name ORG/M    the repository's own id on the Hub\n\nExit code 0 where every upstream is known, 1 where one is not or the frozen lock\nwould change, 2 for wrong usage.\n";
/** What the command may touch of the world. */
export interface ResolveWorld {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly now: () => Date;
}
/** `licet resolve`: collects the upstreams of the repositories and writes what is known of them. */
export declare function run(args: readonly string[], world: ResolveWorld, catalogue?: Catalogue): Promise<Outcome>;
/** The text of a lock file, read; undefined where there is none. */
export declare function readLock(path: string, shown: string): Promise<LockRead | undefined>;
