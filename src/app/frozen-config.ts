import { dirname, join, relative, resolve } from 'node:path';
import type { LoadOptions } from '../node/config/load-config.ts';
import { Folders, isThere, isWithin } from '../node/config/find-config.ts';
import { BASELINE_FILE } from '../core/evaluate/baseline.ts';
import { UsageError } from '../core/model/usage-error.ts';
import { kindAt } from '../node/fs/plain-file.ts';
import { LOCK_FILE } from '../node/lock/find-lock.ts';

/**
 * Config, lock and baseline of a run that takes none of them from what it lints. Absolute; undefined where
 * there is none.
 */
export interface Frozen {
  readonly config: string | undefined;
  readonly lock: string | undefined;
  readonly baseline: string | undefined;
  /**
   * A pattern, as `ignores` has it, for the checkout of the frozen files where it lies within the current
   * folder.
   */
  readonly ignores: readonly string[];
}

/**
 * What `--frozen-config` names: a config, or a folder that holds one. Lock and baseline are those beside it.
 * Throws `UsageError` where nothing is there, or where the folder's only config is code, which has to be
 * named itself.
 */
export function frozenAt(path: string, cwd: string): Frozen {
  const named = resolve(cwd, path);
  const kind = kindAt(named);
  if (kind === undefined)
    throw new UsageError(
      `Frozen config "${path}" does not exist`,
      'Name a config, or a folder that may hold one, such as a checkout of the base branch',
    );
  const folder = kind === 'folder' ? named : dirname(named);
  const { file, code } = kind === 'folder' ? new Folders().look(folder) : { file: named, code: [] };
  const [script] = code;
  if (file === undefined && script !== undefined)
    throw new UsageError(
      `Frozen config "${path}" holds a config that is code, which is run only where it is named`,
      `Write \`--frozen-config ${relative(cwd, script).replaceAll('\\', '/')}\``,
    );
  const beside = (name: string) => (isThere(join(folder, name)) ? join(folder, name) : undefined);
  return {
    config: file,
    lock: beside(LOCK_FILE),
    baseline: beside(BASELINE_FILE),
    ignores: checkoutWithin(folder, cwd),
  };
}

/** Another checkout within what is linted is no part of it. */
function checkoutWithin(folder: string, cwd: string): readonly string[] {
  if (folder === cwd || !isWithin(folder, cwd) || !isThere(join(folder, '.git'))) return [];
  return [
    `/${relative(cwd, folder)
      .replaceAll('\\', '/')
      .replace(/[\\*?[\]!# ]/g, '\\$&')}/`,
  ];
}

/**
 * How the config of a run is found: the frozen one counts for all, from the current folder, as ESLint's
 * `--config` does.
 */
export function configOptions(
  { config, frozen }: { readonly config?: string | false | undefined; readonly frozen?: Frozen | undefined },
  cwd: string,
): Omit<LoadOptions, 'rules'> {
  if (frozen) return { cwd, explicit: frozen.config, none: frozen.config === undefined, base: cwd };
  return { cwd, explicit: config === false ? undefined : config, none: config === false };
}
