import { posix, win32 } from 'node:path';

/** What is known of the machine and the workspace when a server is chosen. */
export interface Surroundings {
  /** The setting `licet.path`; empty where there is none. An untrusted folder sets none. */
  readonly setting: string;
  /** Absolute paths of the workspace's folders. */
  readonly folders: readonly string[];
  /** Whether the user lets code of the workspace run. */
  readonly trusted: boolean;
  /** The PATH of the editor. */
  readonly path: string;
  readonly platform: NodeJS.Platform;
  /** The folder of the extension's own copy. */
  readonly bundled: string;
  readonly isThere: (file: string) => boolean;
}

/** The program that is started: a module on the editor's Node, or a command; or why there is none. */
export type Server =
  | { readonly is: 'module' | 'command'; readonly file: string; readonly from: From }
  | { readonly is: 'missing'; readonly file: string };
export type From = 'setting' | 'workspace' | 'PATH' | 'extension';

/** The program of the npm package. */
const PROGRAM = ['dist', 'licet.cjs'] as const;

/**
 * The server to start: the one that the setting names, else the workspace's, else the one on the PATH, else
 * the extension's own. Of a workspace that is not trusted nothing is run, not even by way of the PATH.
 */
export function serverFor(around: Surroundings): Server {
  const { setting, folders, trusted, bundled } = around;
  const paths = around.platform === 'win32' ? win32 : posix;
  if (setting !== '' && isAllowed(setting, around, paths)) return named(around, paths);
  const own = trusted ? folders.map((folder) => paths.join(folder, 'node_modules', 'licet', ...PROGRAM)) : [];
  const [installed] = own.filter(around.isThere);
  if (installed !== undefined) return { is: 'module', file: installed, from: 'workspace' };
  return onPath(around, paths) ?? { is: 'module', file: paths.join(bundled, ...PROGRAM), from: 'extension' };
}

/** A path that is set and leads nowhere is said, not passed over. */
function named({ setting, folders, isThere }: Surroundings, paths: typeof posix): Server {
  const file = paths.isAbsolute(setting) ? setting : paths.join(folders[0] ?? '', setting);
  if (!isThere(file)) return { is: 'missing', file };
  return { is: /\.[cm]?js$/.test(file) ? 'module' : 'command', file, from: 'setting' };
}

/** Whether what lies there may run: anything of a workspace that is trusted, else only what lies outside. */
function isAllowed(file: string, { folders, trusted }: Surroundings, paths: typeof posix): boolean {
  if (trusted) return true;
  if (!paths.isAbsolute(file)) return false;
  return folders.every((folder) => /^\.\.(?:[/\\]|$)|^[a-z]:/i.test(paths.relative(folder, file)));
}

function onPath(around: Surroundings, paths: typeof posix): Server | undefined {
  const { path, platform, isThere } = around;
  // An entry that is no absolute path would be looked up in whatever folder is open.
  const entries = path
    .split(paths.delimiter)
    .filter((folder) => paths.isAbsolute(folder) && isAllowed(folder, around, paths));
  for (const folder of entries) {
    const file = paths.join(folder, platform === 'win32' ? 'licet.exe' : 'licet');
    if (isThere(file)) return { is: 'command', file, from: 'PATH' };
    // npm on Windows puts a script there, which cannot be started without a shell, over this module.
    const module = paths.join(folder, 'node_modules', 'licet', ...PROGRAM);
    if (platform === 'win32' && isThere(module)) return { is: 'module', file: module, from: 'PATH' };
  }
  return undefined;
}
