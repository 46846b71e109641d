/** A blank that nobody filled in credits nobody. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
