import { sep } from 'node:path';

/**
 * The path of a name in a folder, whose path is in order: `join` goes through all letters of both, and a run
 * asks for some names in each folder up to the root.
 */
export const pathIn = (folder: string, name: string): string =>
  folder.endsWith(sep) ? folder + name : folder + sep + name;
