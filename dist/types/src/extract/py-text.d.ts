/** A stretch of a Python file that people wrote for people: a comment line or a docstring's line. Offsets in UTF-16 code units. */
export interface Remark {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    /** True before the first line of code. */
    readonly header: boolean;
}
/** A class that the file defines. */
export interface Definition {
    readonly name: string;
    readonly start: number;
    readonly end: number;
}
export interface PythonText {
    readonly remarks: readonly Remark[];
    readonly classes: readonly Definition[];
    /** Names that the file imports: used, not copied. */
    readonly imported: ReadonlySet<string>;
}
/** Takes a Python file apart, line by line: remarks, classes, imports. No parser: strings that hold code may be taken for code. */
export declare function pythonText(text: string): PythonText;
