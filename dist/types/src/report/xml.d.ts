/** Text for XML and HTML, in elements and in quoted attributes. Characters that neither may hold are taken by `printable` before. */
export declare function escaped(text: string): string;
