/**
 * Untrusted text as Markdown that shows it letter by letter: no markup, no HTML, and no `@name` that would notify somebody.
 * Stretches in back quotes stay code.
 */
export declare function plain(text: string): string;
/** Untrusted text as a code span, whatever back quotes it holds. Bars are escaped as tables want it. */
export declare function code(text: string): string;
/** Lines as a fenced block, whatever fences they hold. */
export declare function fenced(text: string): string;
