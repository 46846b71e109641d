/**
 * Words of others stay words: what a repository, a config, a lock, a file's name or the Hub says may be shown, and steers
 * nothing. Every text that leaves licet passes here, to a stream, to a log or to a file.
 */
/** What of a text is licet's own, or a plugin's, and stays. */
export interface Keeps {
    readonly color?: boolean;
    /** `own`: the annotations of the format `github`; `all`: a patch that has to fit its file, or a plugin's format. */
    readonly commands?: 'own' | 'all';
}
/** A text with lines as it may leave. Every UTF-16 code unit stays one, so that columns still point at the same character. */
export declare function outgoing(text: string, { color, commands }?: Keeps): string;
/**
 * Untrusted text as it may stand within a line: characters that steer a terminal, turn the reading direction, break lines or
 * hide become replacement signs, tabs one space, and no runner takes it for a command. Every UTF-16 code unit stays one.
 */
export declare function printable(text: string): string;
/** A value as JSON that steers nothing wherever it is printed, and is read as the same value. `indent` is a number of spaces. */
export declare function jsonText(value: unknown, indent?: number): string;
