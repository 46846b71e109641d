/** A finding put off until a day comes back on the next. The engine finds these, after all rules have spoken. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
