/** Runs a module by its path and gives what it exports. */
export async function runCode(file: string): Promise<unknown> {
  const { pathToFileURL } = await import('node:url');
  return import(pathToFileURL(file).href) as Promise<unknown>;
}
