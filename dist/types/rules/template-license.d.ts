/** A tool's default is nobody's decision. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
