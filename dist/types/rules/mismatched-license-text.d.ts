/** The text is what binds: a file that holds another license than the card declares misleads. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
