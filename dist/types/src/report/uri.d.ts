/** A shown path as an RFC 3986 reference: relative with `/`, or absolute where the path is. No character is left that a URI may not hold. */
export declare function uriOf(path: string): string;
/** True where the reference stands by itself: no base is to be put before it. */
export declare function isAbsolute(uri: string): boolean;
