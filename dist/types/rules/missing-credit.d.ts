/** Creative Commons asks that the maker be named, with a link to the work. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
