/**
 * Answers about texts that are asked for again: rules ask of one card the same things, and of a card that
 * somebody types in all texts but one are as they were.
 */

/** What is known of texts, of which the oldest half goes where they are too many. */
export class Kept<V extends NonNullable<unknown>> {
  readonly #most: number;
  #young = new Map<string, V>();
  #old = new Map<string, V>();
  #held = 0;

  /** `most`: the characters of all texts together, in UTF-16 code units. */
  constructor(most: number) {
    this.#most = most;
  }

  get(text: string): V | undefined {
    const young = this.#young.get(text);
    if (young !== undefined) return young;
    const old = this.#old.get(text);
    return old === undefined ? undefined : this.set(text, old);
  }

  set(text: string, value: V): V {
    if (this.#held > this.#most / 2) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#held = 0;
    }
    this.#held += text.length;
    // A piece that was cut out of another text would keep all of that.
    this.#young.set(ownText(text), value);
    return value;
  }
}

/** Characters that answers of one kind are kept about: some cards, and what lies beside them. */
const MOST = 1_000_000;

/** `ask`, which of a text that it was asked about lately gives what it gave. */
export function kept<R extends NonNullable<unknown>>(
  ask: (text: string) => R,
  most = MOST,
): (text: string) => R {
  const answers = new Kept<R>(most);
  // It is asked with a text of its own, so that no answer keeps another text whole.
  return (text) => answers.get(text) ?? answers.set(text, ask(ownText(text)));
}

/** `ask`, which gives of the last `most` texts what it gave: for whole texts, asked about in one run. */
export function lately<R extends NonNullable<unknown>, K = string>(
  ask: (text: K) => R,
  most: number,
): (text: K) => R {
  const answers = new Map<K, R>();
  return (text) => {
    const answer = answers.get(text) ?? ask(text);
    answers.delete(text);
    const [oldest] = answers.keys();
    if (answers.size >= most && oldest !== undefined) answers.delete(oldest);
    answers.set(text, answer);
    return answer;
  };
}

/** The same text, which is no part of another. */
export const ownText = (text: string): string => ` ${text}`.slice(1);
