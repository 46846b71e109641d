/** Card and files that name different upstreams, or another relation to them, cannot both be right. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
