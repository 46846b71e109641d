/** What could not be read was not checked, and a reader of the report should know it. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
