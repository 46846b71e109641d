/** Front matter, text, file headers that name different licenses leave the reader to guess. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
