/** Reads the text of a file somebody named on the command line; undefined where there is none, or it is too large to be a text. */
export declare function fileReader(cwd: string): (path: string) => Promise<string | undefined>;
