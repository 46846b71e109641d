import type { Repo } from '../model/repo.ts';
import type { Source } from '../model/source.ts';
export { wanted } from './wanted.ts';
/** Every file of a repository that bears evidence, the card first. What cannot be read is a source with a problem: never throws. */
export declare function readSources(repo: Repo): Promise<Source[]>;
