import type { Repo } from '../model/repo.ts';
/** A repository that lies in memory: for tests, editors and whoever has the files already. */
export declare function memoryRepo(files: Readonly<Record<string, string | Uint8Array>>, options?: {
    readonly root?: string;
    readonly card?: string;
    readonly complete?: boolean;
}): Repo;
