/** Names longer than this, in characters, are no names. */
export declare const MAX_NAME = 300;
/** A name as words parted by single spaces: case, punctuation, and the joint of letters and digits do not count. */
export declare function foldName(name: string): string;
/** The same with filler words and ".0" gone and long names shortened: what several ways of writing one name share. */
export declare function looseName(folded: string): string;
/** Whether folding a name leaves nothing of it out: no sign that may mean something, no word about conditions, no end cut off. */
export declare function foldsWhole(name: string): boolean;
/** Whether a name tells a kind of license and no license: "Non-Commercial License" is the title of one text, and means any. */
export declare function tellsKind(loose: string): boolean;
/** The name without its version, or `undefined` where nothing would be left, or it has none. */
export declare function versionless(loose: string): string | undefined;
