/** Runs a module by its path and gives what it exports. */
export async function runCode(file: string): Promise<unknown> {
  const { pathToFileURL } = await import('node:url');
  return importer(pathToFileURL(file).href);
}

/** Loads the module at an address. */
export type Importer = (url: string) => Promise<unknown>;

let importer: Importer = (url) => import(url);

/** Has modules loaded by `other`: a program that was compiled from kept code has no `import()` of its own. */
export function importBy(other: Importer): void {
  importer = other;
}
