/** A statement that the files of the same repository do not bear out leaves the reader to guess which is true. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
