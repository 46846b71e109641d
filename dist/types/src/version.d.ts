/** licet's version; the build defines it, a source tree has none. */
export declare const VERSION: string;
