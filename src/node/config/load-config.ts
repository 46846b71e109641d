import { dirname, relative, resolve } from 'node:path';
import { UsageError } from '../../core/model/usage-error.ts';
import { NO_CONFIG, over, type Config, type Written } from '../../core/config/config.ts';
import { findConfig, Folders, isThere, patternPath, readConfig } from './find-config.ts';
import { didYouMean } from '../../core/text/did-you-mean.ts';
import { parseConfig } from '../../core/config/parse.ts';
import { PRESETS, type RuleLevel } from '../../core/config/presets.ts';
import {
  checkContent,
  ownConfig,
  presetConfig,
  writtenIn,
  type Spot,
} from '../../core/config/written-config.ts';

export interface LoadOptions {
  readonly cwd: string;
  /** The config that `--config` names; only if it is JavaScript itself is JavaScript run. */
  readonly explicit?: string | undefined;
  /** The folder that globs are relative to, absolute; that of the config where nothing is said. */
  readonly base?: string | undefined;
  /** `--no-config`. */
  readonly none?: boolean | undefined;
  readonly rules: readonly RuleLevel[];
}

/** One load: the options, and the folder that a config nobody named may not leave. */
interface Load extends LoadOptions {
  readonly root: string | undefined;
  /** The configs that were read, by file: one that several extend is read once. */
  readonly done: Map<string, Chain>;
}

/** A config with all that it extends, and how many files lie on the longest way through them. */
interface Chain {
  readonly config: Config;
  readonly length: number;
}

/** A chain of configs longer than this is a mistake. */
const LONGEST = 20;
/** Files that one config may rest on. */
const MOST = 100;

/**
 * The configuration for what lies in `folder`. Throws `UsageError` with file, line and column of what is not
 * understood.
 */
export function loadConfig(folder: string, options: LoadOptions): Promise<Config> {
  return configLoader(options)(folder);
}

/** `loadConfig` for the repositories of a run: each folder is looked into once, each file read once. */
export function configLoader(
  options: LoadOptions,
  folders = new Folders(),
): (folder: string) => Promise<Config> {
  const known = new Map<string, Promise<Config>>();
  const once = (file: string, root: string | undefined) => {
    // A config is the same for everybody under it, unless its bounds are others.
    const key = `${root ?? ''}\0${file}`;
    const config =
      known.get(key) ?? read(file, { ...options, root, done: new Map() }, []).then((chain) => chain.config);
    known.set(key, config);
    return config;
  };
  return async (folder) => {
    if (options.none) return NO_CONFIG;
    if (options.explicit !== undefined) return once(resolve(options.cwd, options.explicit), undefined);
    const { file, root, code } = findConfig(folder, options.cwd, folders);
    const notes = code.map(
      (one) => `"${shownFrom(options, one)}" was not run: code is read only where \`--config\` names it`,
    );
    if (file !== undefined) return once(file, root);
    return notes.length === 0 ? NO_CONFIG : { ...NO_CONFIG, notes };
  };
}

const shownFrom = ({ cwd }: LoadOptions, file: string) => relative(cwd, file).replaceAll('\\', '/') || file;
const isCode = (file: string) => /\.[mc]?js$/.test(file);

async function read(file: string, load: Load, seen: readonly string[]): Promise<Chain> {
  const shown = shownFrom(load, file);
  const before = load.done.get(file);
  if (seen.length + (before?.length ?? 1) > LONGEST)
    throw new UsageError(
      `Config "${shown}" ${before === undefined || before.length === 1 ? 'ends' : 'is part of'} a ` +
        `chain of more than ${LONGEST}`,
    );
  if (before) return before;
  if (load.done.size >= MOST)
    throw new UsageError(
      `Config "${shown}" is one of more than ${MOST} that extend each other`,
      'Put several of them into one',
    );
  if (/\.[mc]?tsx?$/.test(file))
    throw new UsageError(`Config "${shown}" is TypeScript`, 'Write it as YAML, JSON, .js or .mjs');
  const { written, spot } = isCode(file) ? await code(file, shown) : text(file, shown, load);
  check(written, spot, load, isCode(file));
  const own = ownConfig(written, { files: [shown], folder: patternPath(load.base ?? dirname(file)) });
  let base = NO_CONFIG;
  let length = 0;
  const names = [written.extends ?? []].flat();
  // The last of two that are the same settles what both say.
  const last = new Map(names.map((name, index) => [name, index]));
  for (const [index, name] of names.entries()) {
    if (last.get(name) !== index) continue;
    const at = spot(typeof written.extends === 'string' ? ['extends'] : ['extends', index]);
    const under = await extended(name, at, file, load, [...seen, file]);
    base = over(base, under.config);
    length = Math.max(length, under.length);
  }
  const chain = { config: over(base, own), length: length + 1 };
  load.done.set(file, chain);
  return chain;
}

async function extended(
  name: string,
  at: string,
  from: string,
  load: Load,
  seen: readonly string[],
): Promise<Chain> {
  const preset = presetConfig(name, load.rules);
  if (preset) return { config: preset, length: 0 };
  if (!/[./\\]/.test(name))
    throw new UsageError(
      `${at}: no preset named "${name}"`,
      didYouMean(name, PRESETS) ??
        'Presets are recommended, strict, publish and consume; a file begins with `./`',
    );
  const file = resolve(dirname(from), name);
  if (isCode(file) && !isCode(from))
    throw new UsageError(
      `${at}: "${name}" is code`,
      'Only a config that is code itself may extend code: write it as `licet.config.mjs`',
    );
  const way = [...seen, file].map((one) => `"${shownFrom(load, one)}"`);
  if (seen.includes(file))
    throw new UsageError(
      `${at}: ${way.slice(seen.indexOf(file)).join(' extends ')}`,
      'Take one of them out of the circle',
    );
  if (!isThere(file))
    throw new UsageError(
      `${at}: "${name}" does not exist`,
      'A path counts from the folder of the config that names it',
    );
  return read(file, load, seen);
}

interface Read {
  readonly written: Written;
  readonly spot: Spot;
}

/**
 * Runs a config that is code: only ever one that the user named, or one that it extends by way of code alone.
 */
async function code(file: string, shown: string): Promise<Read> {
  readConfig(file, shown);
  let value: unknown;
  try {
    const { runCode } = await import('./run-code.ts');
    const loaded = await runCode(file);
    value =
      typeof loaded === 'object' && loaded !== null && 'default' in loaded ? await loaded.default : undefined;
  } catch (error) {
    const said = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    throw new UsageError(
      `Config "${shown}" failed: ${said}`,
      /^Cannot find package 'licet'/.test(said)
        ? 'What imports licet needs it beside it: `npm install --save-dev licet`'
        : undefined,
    );
  }
  if (value === undefined)
    throw new UsageError(`Config "${shown}" has no default export`, 'Write `export default { … }`');
  return { written: writtenIn(value, () => shown), spot: () => shown };
}

function text(file: string, shown: string, load: Load): Read {
  const { value, spot } = parseConfig(readConfig(file, shown, load.root), shown);
  if (!file.endsWith('package.json')) return { written: writtenIn(value ?? {}, spot), spot };
  const inner =
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'licet') && 'licet' in value
      ? value.licet
      : undefined;
  if (inner === undefined) throw new UsageError(`"${shown}" has no key "licet"`);
  const within: Spot = (path) => spot(['licet', ...path]);
  return { written: writtenIn(inner, within), spot: within };
}

function check(written: Written, spot: Spot, { rules }: Load, isRun: boolean): void {
  const plugins = written.plugins !== undefined && written.plugins.length > 0;
  if (plugins && !isRun)
    throw new UsageError(
      `${spot(['plugins'])}: plugins are code`,
      'Write the config as `licet.config.mjs`, import them there and name it with `--config`',
    );
  checkContent(written, spot, rules);
}
