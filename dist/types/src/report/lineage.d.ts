import type { Finding } from '../model/finding.ts';
import type { Report } from './report.ts';
/** One model of a lineage, as every drawing of it needs it. */
export interface Node {
    readonly model: string;
    /** How the one below stands to it; undefined for the root. */
    readonly relation: string | undefined;
    /** The license in short, or why it is not known. */
    readonly license: string;
    readonly known: boolean;
    /** Where this repository names it (the first step only), and where its license was read. */
    readonly read: string | undefined;
    /** What is wrong at this node. */
    readonly findings: readonly Finding[];
    readonly children: readonly Node[];
}
/** The lineage of one repository as a tree: each upstream once, under the model that leads to it. */
export declare function lineageOf(report: Report): Node;
