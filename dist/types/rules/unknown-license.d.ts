/** The Hub reads only the ids on its list, in lower case; anything else is no license to its filters and tools. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
