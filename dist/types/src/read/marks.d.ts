/** Whether a file of this name, wherever it lies, means a model. */
export declare function isModelFile(name: string): boolean;
/**
 * Whether the beginning of a Markdown file is a card's: front matter with a key of the Hub, or with none at all.
 * Broken and unclosed front matter counts: to report it is what the user came for.
 */
export declare function isCardText(text: string): boolean;
/** The first bytes of a file as text, or undefined where it cannot be read. */
export type Peek = (file: string) => Promise<string | undefined>;
export declare function peekWith(bytes: (file: string, from: number, limit: number) => Promise<Uint8Array>): Peek;
export interface Marks {
    /** Folders with a card: a README.md with front matter, or the card that was named. */
    readonly cards: ReadonlySet<string>;
    /** Folders with a model's config or weights. */
    readonly models: ReadonlySet<string>;
}
/** Which folders of a tree bear a mark of a model repository. `card`: another name for README.md. */
export declare function marksOf(files: readonly string[], peek: Peek, card: string | undefined): Promise<Marks>;
/**
 * The repositories among the marked folders, sorted. A folder is one if it has a card, or if no folder around it is one.
 * A part (`unet`, `checkpoint-500`) never is, as long as there is something around it: it marks the folder around it instead.
 */
export declare function repositoriesIn(files: readonly string[], marks: Marks): readonly string[];
/** The files of each repository: every file belongs to the innermost repository around it. */
export declare function shareOut(files: readonly string[], repositories: readonly string[]): ReadonlyMap<string, readonly string[]>;
