/** Card and files that name different upstreams cannot both be right. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
