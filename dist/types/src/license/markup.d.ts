/** The text without tags, entities read. Line breaks stay where they are, so lines keep their numbers. */
export declare function withoutMarkup(text: string): string;
