/** Some licenses bind every recipient only if whoever passes the model on tells them. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
