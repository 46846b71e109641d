/** A model without a README.md has no place where license and origin are said. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
