/** How a file is read. */
export type Reading = 'card' | 'text' | 'gguf' | 'safetensors';
/** Cards beside the card: `MODEL_CARD.md`, the card in another language (`README_zh.md`, `README.ko.md`). */
export declare const FURTHER_CARD: RegExp;
/** How a file of a repository is to be read, or undefined where it bears no evidence. */
export declare function wanted(file: string): Reading | undefined;
export interface Wanted {
    readonly file: string;
    readonly reading: Reading;
    /** Bytes; 0 for headers, whose readers know their own. */
    readonly limit: number;
}
/** The files to read: the card first, then as listed, no more of a kind than its cap. */
export declare function wantedFiles(files: readonly string[], card: string): readonly Wanted[];
