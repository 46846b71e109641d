import type { Declared } from './hub-record.ts';
/** The file at a repository's top that holds its license: the one that `license_link` names, else the plainest name. */
export declare function licenseFileIn(files: readonly string[], declared: Declared | undefined): string | undefined;
/** sha256, in hex, of a license text without what editors change: byte order mark, line ends, blanks and lines at the ends. */
export declare function hashOfText(text: string): string;
