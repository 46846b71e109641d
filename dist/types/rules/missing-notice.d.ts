/** Some licenses want a fixed sentence in a notice file. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
