/** A command line that cannot be carried out; the command ends with exit code 2. */
export declare class UsageError extends Error {
    readonly name = "UsageError";
    readonly hint: string | undefined;
    constructor(what: string, hint?: string);
}
