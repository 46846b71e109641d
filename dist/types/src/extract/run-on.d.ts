/**
 * Puts each quoted value of a YAML text on one line, by blanks in place of its line breaks, so that every offset stays. Python's
 * reader and older ones of JavaScript take such values however their lines are indented; newer ones refuse lines that begin
 * at the margin. Undefined where no value runs over lines.
 */
export declare function onOneLine(yaml: string): string | undefined;
