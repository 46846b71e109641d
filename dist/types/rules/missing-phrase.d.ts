/** Some licenses want a phrase shown, such as "Built with Llama". */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
