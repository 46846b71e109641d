import { type Config } from './config/config.ts';
import type { Repo } from './model/repo.ts';
import type { Formatter, Run } from './report/report.ts';
import type { World } from './world.ts';
/** What somebody asks to be linted, and how; from the command line, the Action or the API. */
export interface Request {
    readonly paths: readonly string[];
    readonly name?: string | undefined;
    readonly card?: string | undefined;
    readonly preset?: string | undefined;
    /** `name: level`, each. */
    readonly levels?: readonly string[] | undefined;
    /** The config that `--config` names; `false` for `--no-config`. */
    readonly config?: string | false | undefined;
    readonly online?: boolean | undefined;
    readonly hubCache?: boolean | undefined;
    readonly frozenLock?: boolean | undefined;
    readonly lock?: string | undefined;
}
/** The outcome of a run, and the rules that failed. Throws `UsageError` for what is not understood. */
export declare function runLint(request: Request, world: World): Promise<{
    readonly run: Run;
    readonly failures: readonly string[];
    readonly config: Config;
    readonly repos: readonly Repo[];
    readonly formats: Readonly<Record<string, Formatter>>;
}>;
