/**
 * Runs a module by its address and gives what it exports. A file of its own in the bundle, which few runs
 * need.
 */
export function runCode(url: string): Promise<unknown> {
  return import(url) as Promise<unknown>;
}
