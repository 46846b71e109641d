import { type Formatter } from './report.ts';
/** One JSON document (schema: `schema/report.schema.json`). Same input, same bytes. */
export declare const json: Formatter;
/** The document that `json` prints, as a value. */
export declare function documentOf(run: Parameters<Formatter>[0]): {
    version: number;
    licet: string;
    data: string;
    repositories: {
        path: string;
        name: string;
        license: {
            declared: string;
            spdx: string;
        } | {
            declared: null;
            spdx: null;
        };
        upstreams: {
            model: string;
            relation: import("../model/lineage.ts").Relation | "unsaid";
            license: string | null;
            spdx: string | null;
            resolution: string;
            asOf: string | null;
            path: string[];
        }[];
        findings: {
            rule: string;
            severity: import("../model/finding.ts").Severity;
            confidence: import("../model/confidence.ts").Confidence;
            message: string;
            file: string;
            line: number | null;
            column: number | null;
            endLine: number | null;
            endColumn: number | null;
            key: string | null;
            upstream: string | null;
            clauses: {
                license: string;
                section: string;
                says: string;
            }[];
            fix: {
                title: string;
                safe: boolean;
                edits: {
                    file: string;
                    start: number;
                    end: number;
                    text: string;
                }[];
            } | null;
            fingerprint: string;
        }[];
    }[];
    summary: import("./report.ts").Totals;
};
