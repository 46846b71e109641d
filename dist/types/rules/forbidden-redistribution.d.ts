/** Some upstreams let nobody pass the model on, or no changed version of it. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
