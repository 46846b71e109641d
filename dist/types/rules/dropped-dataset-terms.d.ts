/** Whether training makes a derivative of the data is open; that the data's limits go unsaid is not. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
