import { resolve } from 'node:path';
import { rules as shipped } from '../../rules/index.ts';
import { printConfig } from '../core/config/config.ts';
import { ownLevel } from '../core/config/presets.ts';
import { loadConfig } from '../node/config/load-config.ts';
import { loadPlugins } from '../app/plugins/plugins.ts';
import { configOptions } from '../app/frozen-config.ts';
import { kindAt } from '../node/fs/plain-file.ts';
import { frozenOf, levelsOf, type Request } from '../app/open-run.ts';
import type { Host } from '../app/host.ts';

/**
 * `--print-config`: what holds for the current folder or the path that is named, every rule's level and the
 * flags included.
 */
export async function printedConfig(request: Request, host: Host): Promise<string> {
  const path = resolve(host.cwd, request.paths[0] ?? '.');
  const folder = kindAt(path) === 'file' ? resolve(path, '..') : path;
  const config = await loadConfig(folder, {
    ...configOptions({ config: request.config, frozen: frozenOf(request, host) }, host.cwd),
    rules: shipped,
  });
  const rules = [...shipped, ...loadPlugins(config, shipped).rules];
  const own = rules.map((rule) => [rule.name, ownLevel(rule)] as const);
  return printConfig({
    ...config,
    levels: new Map([...own, ...config.levels, ...levelsOf(request.preset, request.levels ?? [], rules)]),
  });
}
