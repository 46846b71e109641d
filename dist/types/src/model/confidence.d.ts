/** How much weight a fact bears: declared or written by a tool, written by a person in prose, or guessed. */
export type Confidence = 'certain' | 'likely' | 'possible';
/** The weakest of several: a conclusion is as sure as the weakest thing it rests on. `certain` of nothing. */
export declare function weakest(...all: readonly Confidence[]): Confidence;
/** The strongest of several; `possible` of nothing. */
export declare function strongest(...all: readonly Confidence[]): Confidence;
