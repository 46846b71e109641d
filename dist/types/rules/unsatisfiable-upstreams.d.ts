/** Two licenses that each want their own word first, or the whole work for themselves, cannot both be kept. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
