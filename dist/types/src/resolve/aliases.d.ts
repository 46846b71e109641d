/** The id that the Hub uses today for a model it renamed (`gpt2` is `openai-community/gpt2`); else the id as given. */
export declare function canonicalId(model: string): string;
/** Every id, the old ones too, that names the model that this one names. */
export declare function idsOf(model: string): string[];
/** Whether two ids name one model on the Hub: case and renames do not count. */
export declare function sameModel(one: string, other: string): boolean;
