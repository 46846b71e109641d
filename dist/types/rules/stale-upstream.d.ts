/** The Hub leads from old ids to the new ones; who reads the card, and tools that compare ids, may not know. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
