import type { Policy } from './config/config.ts';
import type { Levels, Rule } from './evaluate/evaluate.ts';
import type { Catalogue } from './license/catalogue.ts';
import type { Repo } from './model/repo.ts';
import type { Report } from './report/report.ts';
import type { Upstreams } from './resolve/upstreams.ts';
/** What one run of the linter needs, however it was started. */
export interface Session {
    readonly cwd: string;
    readonly catalogue: Catalogue;
    readonly upstreams: Upstreams;
    readonly rules: readonly Rule[];
    readonly levels: (repo: Repo) => Levels;
    readonly name?: string | undefined;
    /** ISO 8601. */
    readonly today: string;
    readonly requireReason: (repo: Repo) => boolean;
    readonly policy: (repo: Repo) => Policy;
}
export interface Linted {
    readonly reports: readonly Report[];
    /** Rules that failed: our errors, one line each. */
    readonly failures: readonly string[];
}
/** Lints repositories in the order they were found. */
export declare function lintAll(repos: readonly Repo[], session: Session): Promise<Linted>;
