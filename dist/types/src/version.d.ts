/** Under which each rule has its page; `package.json` names the same home. */
export declare const RULE_PAGES = "https://github.com/licet/licet/blob/main/docs/rules";
/** licet's version; the build defines it, a source tree has none. */
export declare const VERSION: string;
