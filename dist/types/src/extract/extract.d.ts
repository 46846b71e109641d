import type { Claim } from '../model/claim.ts';
import type { Source } from '../model/source.ts';
import type { Context } from './context.ts';
/** Everything that a repository's files say, in the order of the files: the whole of this layer. Never throws. */
export declare function extract(sources: readonly Source[], context: Context, card?: string): Promise<readonly Claim[]>;
