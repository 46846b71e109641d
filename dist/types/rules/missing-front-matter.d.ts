/** Without front matter the Hub knows no license, no base model and no data set of a repository. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
