/** A policy says what the model is meant for; a limit on just that is worth knowing before, not after. Silent without one. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
