import type { RepoName } from './model/repo.ts';
/** The Hub id in a git config's remotes, if a remote is the Hub's. */
export declare function hubRemote(config: string): string | undefined;
/**
 * What a repository is called: the flag's word, else its git remote on the Hub, else its folder's name, which is never certain.
 * The folder's own `.git` counts, not a parent's: a monorepo's remote is no model's name.
 */
export declare function nameOf(folder: string, flag: string | undefined): Promise<RepoName>;
