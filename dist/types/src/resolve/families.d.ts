/** A model family as people name it: what `Llama 2` in a sentence, or in a repository's name, stands for. */
export interface Family {
    readonly name: string;
    /** Spellings, and words beside which it is another family: in lower case, one blank between words. */
    readonly match: readonly string[];
    readonly not?: readonly string[];
    /** Our license id; null where it depends on the model. */
    readonly license: string | null;
    readonly owner: string | null;
    readonly models: readonly string[];
}
/** The family with a name, exactly as the data spells it. */
export declare function familyNamed(name: string): Family | undefined;
/** The family that the name part of a Hub id speaks of: the longest match wins; undefined for none. */
export declare function familyOf(model: string): Family | undefined;
/** The family behind a name of Ollama's own library (`llama3.2:3b`, `qwen2.5:7b`); a user's model there has an owner before it, and tells nothing. */
export declare function familyOfOllama(name: string): Family | undefined;
/** What the versions of a family have in common: `llama` of `Llama 3.1`. */
export declare function familyLine(name: string): string;
