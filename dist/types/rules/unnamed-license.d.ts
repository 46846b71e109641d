/** `other` alone says only what it is not. The Hub's documentation asks for a name. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
