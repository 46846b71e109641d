/** The Hub ignores a key that it does not know, and says nothing. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
