/** What an upstream asks cannot be checked while its license is not known: never a pass, never a failure. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
