/** The Hub's tree of models, and everybody downstream, knows only what `base_model` names. */
declare const _default: import("../src/rule.ts").Rule;
export default _default;
