/** The terms of a closed model's API bind whoever called it; a reader of the card should know. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
