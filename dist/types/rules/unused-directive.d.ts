/** A comment that turns nothing off hides the next finding there. The engine finds these, after all rules have spoken. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
