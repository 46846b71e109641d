import type { Ancestor } from '../model/lineage.ts';
/** `TheBloke/Llama-2-7B-GGUF` and `Llama-2-7B` are one model in two dresses, from whoever's hands; a card may name either. */
export declare function coreOf(model: string): string;
/** Some models and all that their records name as their bases, all the way up; lower case. */
export declare function lineOf(models: readonly string[], ancestors: readonly Ancestor[]): readonly string[];
