/** What the Hub cannot parse it does not read: a license in a broken block is no license. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
