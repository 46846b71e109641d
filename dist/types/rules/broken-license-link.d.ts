/** A link to a file that is not there leaves the reader without the terms. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
