import type { Catalogue } from '../license/catalogue.ts';
import { type Env } from './hub-auth.ts';
import type { Upstreams } from './upstreams.ts';
/**
 * What huggingface_hub has downloaded to this machine: `models--org--name/refs/main` names a commit, and its card lies in
 * `snapshots/<commit>/README.md` (hub-docs, local-cache). Links are followed into the cache's own `blobs` alone.
 */
export declare function hubCache(env: Env, catalogue: Catalogue): Upstreams;
