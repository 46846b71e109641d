import type { Problem } from './model/finding.ts';
/** What is wrong with the words of a problem: nothing, or one sentence for each trouble. */
export declare function grammarOf({ what, fix }: Pick<Problem, 'what' | 'fix'>): string[];
