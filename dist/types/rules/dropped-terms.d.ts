/** A derivative cannot hand out rights that its upstream kept back. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
