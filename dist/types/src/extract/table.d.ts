/** A stretch of a table between two bars, without blanks; offsets are of the table's text. */
export interface Cell {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}
/** A name and its value: the cells of a row of two, or a column's head and a cell below. */
export interface Field {
    readonly label: Cell;
    readonly value: Cell;
    /** All cells of the row, where the label is the head of a column. */
    readonly row?: readonly Cell[];
}
/** The fields of a Markdown table whose names are asked for: rows of a table of two columns, and cells under a head. */
export declare function fieldsOf(table: string, isName?: (label: Cell) => boolean): Field[];
