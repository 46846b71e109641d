/** The family that a class name carries, such as `glm4_moe` of `Glm4MoeAttention`. */
export declare function familyOf(className: string): string | undefined;
/** True for a family that is the file's own, or an older or newer sister of it: `deepseek` and `deepseek_v2`. */
export declare function isSameFamily(a: string, b: string): boolean;
