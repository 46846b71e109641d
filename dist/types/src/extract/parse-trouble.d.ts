/** What a parser of YAML, or of JSON, that was read as such, complains of. */
interface Complaint {
    readonly code: string;
    readonly message: string;
}
/** One clause in plain words; a parser's own speak of its insides, and quote signs without their pair. */
export declare function troubleOf({ code, message }: Complaint): string;
export {};
