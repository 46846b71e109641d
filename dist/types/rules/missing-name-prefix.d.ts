/** Some licenses want the name of a derivative to begin with theirs. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
