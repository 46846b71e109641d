import { fileURLToPath } from 'node:url';
import type { CodeSplittingGroup, Plugin } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A part of a bundle: what its roots import, directly or through others but not by an `import()`; or the
 * modules that match alone.
 */
export type Part = readonly [name: string, modules: readonly string[] | RegExp];

/**
 * Which file of a bundle each module goes to: to the first part that takes it, else to `rest`. Entries stay
 * by themselves, since reading one runs it.
 */
export function parts(
  entries: readonly string[],
  list: readonly Part[],
): { readonly plugin: Plugin; readonly groups: CodeSplittingGroup[] } {
  const partOf = new Map<string, string>();
  const doors = new Set(entries.map((file) => root + file));
  const plugin: Plugin = {
    name: 'parts',
    buildEnd() {
      for (const [name, modules] of list) {
        if (modules instanceof RegExp) {
          for (const id of this.getModuleIds())
            if (!partOf.has(id) && modules.test(id.slice(root.length))) partOf.set(id, name);
          continue;
        }
        const open = modules.map((file) => root + file);
        const seen = new Set<string>();
        for (let id = open.pop(); id !== undefined; id = open.pop()) {
          if (seen.has(id)) continue;
          seen.add(id);
          if (!partOf.has(id)) partOf.set(id, name);
          open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      }
    },
  };
  const names = [...list.map(([name]) => name), 'rest'];
  const groups = names.map((name, at) => ({
    name,
    priority: names.length - at,
    test: (id: string) => !doors.has(id) && (partOf.get(id) ?? 'rest') === name,
  }));
  return { plugin, groups };
}
