/** Code that others wrote is theirs to be named for. A question for disclosure: code tells nothing of where weights come from. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
