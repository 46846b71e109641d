/** A tower, encoder or tokenizer from elsewhere is an upstream of its own, with its own license. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
