/** Whoever shares a changed work says that it was changed; any word of it in the card, the notice or the metadata counts. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
