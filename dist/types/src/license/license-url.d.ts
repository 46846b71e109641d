/** True for what is written as a web address, with or without scheme. */
export declare function looksLikeUrl(raw: string): boolean;
/**
 * One spelling for the addresses of one document: no scheme, `www.`, query, fragment or closing slash, host and path in
 * lower case; raw, resolve and blob addresses of a file are the same.
 */
export declare function foldUrl(raw: string): string;
/** The name that an address of a license steward stands for; `undefined` for an address that follows no such rule. */
export declare function nameInUrl(url: string): string | undefined;
