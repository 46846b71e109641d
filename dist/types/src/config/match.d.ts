/** Whether a path matches a glob of `*`, `**` and `?`; a pattern without a slash matches any part of the path. */
export declare function matches(path: string, pattern: string): boolean;
