/** Nearly every license wants its text to travel with the model. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
