import { type Run } from './report.ts';
/** The rules as SARIF's reporting descriptors. A rule that found something but was not handed in is described by what is known. */
export declare function sarifRules(run: Run): {
    defaultConfiguration: {
        level: "error" | "note" | "warning";
    };
    properties: {
        precision?: string;
        tags: string[];
        'problem.severity': "error" | "warning" | "recommendation";
    };
    helpUri?: string;
    id: string;
    name: string;
    shortDescription: {
        text: string;
    };
    fullDescription: {
        text: string;
    };
    help: {
        text: string;
        markdown: string;
    };
}[];
