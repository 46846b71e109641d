import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { UsageError } from '../model/errors.ts';
import { NO_CONFIG, over, type Config, type Written } from './config.ts';
import { didYouMean } from './nearest.ts';
import { isPreset, presetLevels, PRESETS, type RuleLevel } from './presets.ts';
import { troubleIn, type Trouble } from './schema.ts';

/** Looked for in each folder, the first that is there. Code is not among them: linting somebody's repository must not run their code. */
const NAMES = ['licet.config.yaml', 'licet.config.yml', 'licet.config.json'] as const;
const LARGEST = 1_000_000;

export interface LoadOptions {
  readonly cwd: string;
  /** The config that `--config` names; JavaScript is run only here. */
  readonly explicit?: string | undefined;
  /** `--no-config`. */
  readonly none?: boolean | undefined;
  readonly rules: readonly RuleLevel[];
}

/** The configuration for what lies in `folder`. Throws `UsageError` with file, line and column of what is not understood. */
export async function loadConfig(folder: string, options: LoadOptions): Promise<Config> {
  if (options.none) return NO_CONFIG;
  const file = options.explicit === undefined ? findConfig(folder) : resolve(options.cwd, options.explicit);
  if (file === undefined) return NO_CONFIG;
  if (!existsSync(file)) throw new UsageError(`Config "${options.explicit ?? file}" does not exist`);
  return read(file, options, []);
}

/** The nearest config from a folder upwards, to the root of its git checkout. */
export function findConfig(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = NAMES.map((name) => join(at, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    const manifest = join(at, 'package.json');
    if (existsSync(manifest) && /"licet"\s*:\s*\{/.test(readFileSync(manifest, 'utf8').slice(0, LARGEST))) return manifest;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return undefined;
  }
}

async function read(file: string, options: LoadOptions, seen: readonly string[]): Promise<Config> {
  const shown = relative(options.cwd, file) || file;
  if (seen.includes(file)) throw new UsageError(`Config "${shown}" extends itself`);
  const written = /\.m?js$/.test(file) ? await code(file, shown) : text(file, shown, options);
  checkRules(written, shown, options);
  const own: Config = {
    files: [shown],
    levels: new Map(Object.entries(written.rules ?? {})),
    overrides: (written.overrides ?? []).map((one) => ({ files: one.files, levels: new Map(Object.entries(one.rules)) })),
    ignores: written.ignores ?? [],
    policy: written.policy ?? {},
    facts: written.facts ?? [],
    requireReason: written.settings?.requireReason ?? false,
    plugins: written.plugins ?? [],
  };
  let base = NO_CONFIG;
  for (const name of [written.extends ?? []].flat()) base = over(base, await extended(name, file, shown, options, [...seen, file]));
  return over(base, own);
}

async function extended(name: string, from: string, shown: string, options: LoadOptions, seen: readonly string[]): Promise<Config> {
  if (isPreset(name)) return { ...NO_CONFIG, levels: presetLevels(name, options.rules) };
  const file = resolve(dirname(from), name);
  if (!/[./\\]/.test(name) || !existsSync(file)) throw new UsageError(`"${shown}" extends "${name}", which is no preset and no file`, didYouMean(name, PRESETS) ?? 'Presets are recommended, strict, publish and consume');
  if (/\.m?js$/.test(file) && options.explicit === undefined) throw new UsageError(`"${shown}" extends code, "${name}"`, 'Name the config with `--config` to run it');
  return read(file, options, seen);
}

async function code(file: string, shown: string): Promise<Written> {
  const loaded = (await import(pathToFileURL(file).href)) as { readonly default?: unknown };
  const trouble = troubleIn(loaded.default);
  if (trouble) throw new UsageError(`${shown}: ${say(trouble)}`, didYouMean(trouble.word, trouble.known));
  return loaded.default as Written;
}

function text(file: string, shown: string, options: LoadOptions): Written {
  const content = readFileSync(file, 'utf8');
  if (content.length > LARGEST) throw new UsageError(`Config "${shown}" has ${content.length} characters`, `Keep it below ${LARGEST}`);
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  const spot = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${shown}:${line}:${col}`;
  };
  if (error) throw new UsageError(`${spot(error.pos[0])}: ${error.message.split('\n')[0] ?? 'cannot be read'}`, 'Correct the YAML');
  const inManifest = file.endsWith('package.json');
  const whole: unknown = document.toJS({ maxAliasCount: 20 });
  const value = inManifest ? (whole as { readonly licet?: unknown }).licet : (whole ?? {});
  const trouble = troubleIn(value);
  if (!trouble) {
    if ((value as Written).plugins !== undefined && options.explicit === undefined) throw new UsageError(`${shown}: plugins are code`, 'Name the config with `--config` to load them');
    return value as Written;
  }
  const path = [...(inManifest ? ['licet'] : []), ...trouble.path];
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  const range = (node as { readonly range?: readonly number[] } | undefined)?.range;
  throw new UsageError(`${spot(range?.[0] ?? 0)}: ${say(trouble)}`, didYouMean(trouble.word, trouble.known) ?? (trouble.known.length > 0 ? `Known here: ${trouble.known.join(', ')}` : undefined));
}

const say = ({ path, what }: Trouble) => `${path.length === 0 ? 'the config' : `"${path.join('.')}"`} ${what}`;

function checkRules(written: Written, shown: string, { rules, explicit }: LoadOptions): void {
  // Plugins bring rules of their own: their names are checked when they are loaded.
  if (explicit !== undefined && (written.plugins?.length ?? 0) > 0) return;
  const known = rules.map(({ name }) => name);
  const named = [...Object.keys(written.rules ?? {}), ...(written.overrides ?? []).flatMap((one) => Object.keys(one.rules))];
  const strange = named.find((name) => !known.includes(name));
  if (strange !== undefined) throw new UsageError(`${shown}: no rule named "${strange}"`, didYouMean(strange, known));
}
