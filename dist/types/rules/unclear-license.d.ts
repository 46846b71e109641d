/** One name, several texts: nobody can tell what may be done. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
