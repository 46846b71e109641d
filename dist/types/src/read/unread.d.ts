import type { Repo } from '../model/repo.ts';
import { type Beyond } from './walk.ts';
type Unread = NonNullable<Repo['unread']>[number];
/** What a walk left unread, one sentence for each reason: silence would look like a clean run. Paths are shown behind `above`. */
export declare function unreadOf(beyond: readonly Beyond[], above?: string): readonly Unread[];
export {};
