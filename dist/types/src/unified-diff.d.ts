/** The change of one file as a unified diff that \`patch -p1\` and \`git apply\` take; empty where nothing changed. `before` is undefined for a new file. */
export declare function unifiedDiff(file: string, before: string | undefined, after: string): string;
