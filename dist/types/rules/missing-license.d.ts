/** Nobody may use what no license covers, and the Hub shows none. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
