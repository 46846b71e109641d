import { type Marks } from './marks.ts';
import { type Walked } from './walk.ts';
/** A folder as far as it was looked at. Paths are relative to it. */
export interface Tree extends Walked {
    readonly marks: Marks;
    /** Folders that are repositories, sorted. */
    readonly repositories: readonly string[];
}
export interface TreeOptions {
    /** Another name for README.md. */
    readonly card: string | undefined;
    /** What the user's configuration leaves out; the path is absolute. */
    readonly ignored: (path: string, isFolder: boolean) => boolean;
}
/** Looks at folders, each once, whole or only at their surface. */
export declare class Trees {
    #private;
    constructor(options: TreeOptions);
    /** All files below a folder that Git and the configuration do not ignore. Throws `ReadError`. */
    whole(folder: string): Promise<Tree>;
    /** The files of the folder itself and of the parts of a model in it: enough to tell whether it is a repository. */
    surface(folder: string): Promise<Tree>;
}
