export declare function isOperative(line: string): boolean;
/** Where on a line that begins as a copyright statement a binding sentence sets in; its length where none does. */
export declare function bindingFrom(line: string): number;
