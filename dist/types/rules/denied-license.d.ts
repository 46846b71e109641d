/** A policy names the licenses that are welcome; silent without one. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
