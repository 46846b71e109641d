/** A lock that no longer says what the upstream says hides new terms: what else is reported rests on the old ones. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
