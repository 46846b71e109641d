/** The Hub links only ids: a path or an address in `base_model` names no upstream to anybody else. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
