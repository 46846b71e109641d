/** Even the shortest licenses ask that the copyright line stays. Only lines on record are asked for: none is made up. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
