/** The few colours of the terminal report; nothing where colour is off. */
export interface Paint {
    red(text: string): string;
    yellow(text: string): string;
    blue(text: string): string;
    dim(text: string): string;
    bold(text: string): string;
    underline(text: string): string;
}
/** ANSI codes, or plain text. */
export declare function paint(color: boolean): Paint;
