import type { Root } from 'mdast';
/**
 * The syntax tree of a block that is nothing but words, plain links and code, a paragraph or a heading, as the parser would give it:
 * most blocks that are read are, and the parser takes longer to load than all else. Undefined for all other blocks.
 */
export declare function plainTree(markdown: string): Root | undefined;
