import type { Account } from './account.ts';
/**
 * Fingerprints that are unique within a run, as GitLab wants them: the finding's own, with the repository's path and, for the same
 * finding once more in one file, its number. 32 hex digits.
 */
export declare function uniquely(): (account: Account) => string;
