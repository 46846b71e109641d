import type { Policy } from './config/config.ts';
import { type Failed, type Levels, type Rule } from './evaluate/evaluate.ts';
import type { Catalogue } from './license/catalogue.ts';
import type { Repo, RepoName } from './model/repo.ts';
import type { Report } from './report/report.ts';
import type { Upstreams } from './resolve/upstreams.ts';
export interface LintOptions {
    readonly catalogue: Catalogue;
    readonly upstreams: Upstreams;
    readonly rules: readonly Rule[];
    readonly levels?: Levels;
    /** ISO 8601: what expires is held against it. */
    readonly today?: string;
    readonly requireReason?: boolean;
    /** False where comments in the files turn nothing off; each is then told of as a note. */
    readonly inlineConfig?: boolean;
    /** The intended use, where the config says it. */
    readonly policy?: Policy;
}
/** The whole of licet: read, extract, resolve, evaluate. Reporting is the caller's. */
export declare function lint(repo: Repo, name: RepoName, options: LintOptions): Promise<Report & {
    readonly failed: readonly Failed[];
}>;
