import { fileURLToPath } from 'node:url';
import type { CodeSplittingGroup, Plugin } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Which file of a bundle each module goes to: to the first part whose roots import it, directly or through others, but not
 * by an `import()`; what no part takes goes to `rest`. Entries stay by themselves, since reading one runs it.
 */
export function parts(entries: readonly string[], list: readonly (readonly [name: string, roots: readonly string[]])[]): { readonly plugin: Plugin; readonly groups: CodeSplittingGroup[] } {
  const partOf = new Map<string, string>();
  const doors = new Set(entries.map((file) => root + file));
  const plugin: Plugin = {
    name: 'parts',
    buildEnd() {
      for (const [name, roots] of list) {
        const open = roots.map((file) => root + file);
        for (let id = open.pop(); id !== undefined; id = open.pop()) {
          if (partOf.has(id)) continue;
          partOf.set(id, name);
          open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      }
    },
  };
  const names = [...list.map(([name]) => name), 'rest'];
  const groups = names.map((name, at) => ({ name, priority: names.length - at, test: (id: string) => !doors.has(id) && (partOf.get(id) ?? 'rest') === name }));
  return { plugin, groups };
}
