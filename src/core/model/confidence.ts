/** How much weight a fact bears: declared or written by a tool, written by a person in prose, or guessed. */
export type Confidence = 'certain' | 'likely' | 'possible';

const ORDER: readonly Confidence[] = ['possible', 'likely', 'certain'];

/** The weakest of several: a conclusion is as sure as the weakest thing it rests on. `certain` of nothing. */
export function weakest(...all: readonly Confidence[]): Confidence {
  return ORDER.find((one) => all.includes(one)) ?? 'certain';
}

/** The strongest of several; `possible` of nothing. */
export function strongest(all: readonly Confidence[]): Confidence {
  return ORDER.findLast((one) => all.includes(one)) ?? 'possible';
}
