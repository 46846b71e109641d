/** Whether a text has no letter beyond ASCII: then no expression over all of Unicode need be compiled for it. */
export declare function isAscii(text: string): boolean;
