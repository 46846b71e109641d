/**
 * Runs a module by its address and gives what it exports. A file of its own in the bundle: what Node 20 starts from a code
 * cache cannot import.
 */
export function runCode(url: string): Promise<unknown> {
  return import(url) as Promise<unknown>;
}
