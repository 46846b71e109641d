/** A custom license that cannot be read binds nobody knowingly. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
