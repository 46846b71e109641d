/** The owner of a Hub id (`org` of `org/name`), lower case; undefined for a bare name. */
export declare function ownerOf(model: string): string | undefined;
/** Whether two Hub owners are one organisation (THUDM became zai-org). */
export declare function sameOwner(one: string | undefined, other: string | undefined): boolean;
