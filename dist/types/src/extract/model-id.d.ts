/** What somebody wrote where a model is named. */
export type ModelRef = {
    readonly is: 'hub';
    readonly id: string;
    readonly revision?: string;
} | {
    readonly is: 'invalid';
    readonly why: 'path' | 'url' | 'word' | 'comma-list' | 'bad-id' | 'not-a-string';
    readonly suggests?: string;
};
/** Whether a word is an old one-word id that the Hub still maps. */
export declare function isBareId(word: string): boolean;
/** The Hub's id syntax (huggingface_hub `_validators.py`): letters, digits, `_ - .`, at most one `/`, no `--`, no `..`. */
export declare function isModelId(text: string): boolean;
/** The id in a Hub address, `undefined` for an address of anything but a model. */
export declare function hubUrlId(url: string): {
    readonly id: string;
    readonly revision?: string;
} | undefined;
/**
 * Reads a model reference as cards and configs write it (hub-spec 1.6): an id, an old one-word id, an address, a path, a word.
 * Total: what names no Hub model says why not, and what was probably meant.
 */
export declare function parseModelRef(raw: string): ModelRef;
