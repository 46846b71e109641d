import type { Dress } from './report.ts';
import type { Node } from './lineage.ts';
/** The lineage as a tree for the terminal: relation, license, where it was read, what is wrong at each model. */
export declare function terminalTree(root: Node, { color, width }: Dress): string;
/** A Mermaid flowchart, from the oldest model down to this one. */
export declare function mermaid(root: Node): string;
/** A Graphviz digraph. */
export declare function dot(root: Node): string;
/** The lineage as plain values. */
export declare function treeValue(node: Node): unknown;
