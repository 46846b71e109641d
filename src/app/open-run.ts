import { rules as shipped } from '../../rules/index.ts';
import { readLevels } from '../core/config/level-flags.ts';
import type { Config } from '../core/config/config.ts';
import { didYouMean } from '../core/text/did-you-mean.ts';
import { configLoader } from '../node/config/load-config.ts';
import { isPreset, presetLevels, PRESETS } from '../core/config/presets.ts';
import type { Levels, Rule } from '../core/evaluate/evaluate.ts';
import { catalogueOf, shippedCatalogue, type Catalogue } from '../core/data/catalogue.ts';
import type { Repo } from '../core/model/repo.ts';
import { UsageError } from '../core/read/read-error.ts';
import { configOptions, frozenAt, type Frozen } from './frozen-config.ts';
import type { HubClient } from '../core/hub/hub-repo.ts';
import { remoteTarget } from '../core/hub/remote-target.ts';
import { loadPlugins } from './plugins/plugins.ts';
import { nameOf } from './repo-name.ts';
import type { RunSettings } from './lint-repositories.ts';
import { levelsOfRun } from './run-levels.ts';
import { hubFor, Sources, type Where } from './upstream-sources.ts';
import type { Host } from './host.ts';

/** What somebody asks to be linted, and how; from the command line, the Action or the API. */
export interface Request {
  readonly paths: readonly string[];
  readonly name?: string | undefined;
  readonly card?: string | undefined;
  readonly preset?: string | undefined;
  /** `name: level`, each. */
  readonly levels?: readonly string[] | undefined;
  /** The config that `--config` names; `false` for `--no-config`. */
  readonly config?: string | false | undefined;
  readonly online?: boolean | undefined;
  readonly hubCache?: boolean | undefined;
  readonly frozenLock?: boolean | undefined;
  readonly lock?: string | undefined;
  /**
   * `--frozen-config`: the config, or its folder, beside which lock and baseline lie; nothing of the kind in
   * what is linted counts.
   */
  readonly frozenConfig?: string | undefined;
  /** False for `--no-inline-config`. */
  readonly inlineConfig?: boolean | undefined;
  /** Paths that match nothing, or belong to no model repository, are passed over. */
  readonly lenient?: boolean | undefined;
  /** Reports keep what was read, for a disclosure. */
  readonly keepFacts?: boolean | undefined;
  /** Repositories that are linted at the same time, each in a thread of its own. */
  readonly jobs?: number | undefined;
}

/** What a run lints with, before it has looked for repositories. */
export interface OpenRun {
  readonly frozen: Frozen | undefined;
  /** The config of a folder. */
  readonly load: ReturnType<typeof configLoader>;
  /** That of the current one. */
  readonly config: Config;
  readonly plugins: ReturnType<typeof loadPlugins>;
  readonly rules: readonly Rule[];
  readonly catalogue: Catalogue;
  readonly flags: Levels;
  /** The paths that are addresses of the Hub, and the others. */
  readonly remote: readonly string[];
  readonly local: readonly string[];
  readonly client: HubClient | undefined;
  readonly where: Where;
  readonly sources: Sources;
}

/** Reads configs, plugins and flags. Throws `UsageError` for what is not understood. */
export async function openRun(request: Request, host: Host): Promise<OpenRun> {
  const frozen = frozenOf(request, host);
  const load = configLoader({
    ...configOptions({ config: request.config, frozen }, host.cwd),
    rules: shipped,
  });
  const config = await load(host.cwd);
  const plugins = loadPlugins(config, shipped);
  const rules = [...shipped, ...plugins.rules];
  const catalogue = catalogueWith(plugins.licenses);
  const flags = levelsOf(request.preset, request.levels ?? [], rules);

  const remote = request.paths.filter((path) => remoteTarget(path) !== undefined);
  const local = request.paths.filter((path) => !remote.includes(path));
  const client = remote.length > 0 || request.online ? await hubFor(host, local) : undefined;
  const where = whereOf(request, remote.length > 0, frozen);
  const sources = new Sources(where, host, catalogue, client);
  return { frozen, load, config, plugins, rules, catalogue, flags, remote, local, client, where, sources };
}

/** How each repository of a run is linted. */
export function settingsOf(
  { catalogue, sources, rules, flags, plugins }: OpenRun,
  request: Request,
  host: Host,
  configOf: (repo: Repo) => Config,
): RunSettings {
  return {
    catalogue,
    upstreams: (repo) => sources.for(repo.folder, configOf(repo).facts),
    rules,
    ...levelsOfRun(configOf, flags, host.today),
    name: (repo) => repo.name ?? nameOf(repo.folder ?? host.cwd, request.name, configOf(repo)),
    today: host.today,
    requireReason: (repo) => configOf(repo).requireReason,
    inlineConfig: request.inlineConfig ?? true,
    policy: (repo) => configOf(repo).policy,
    reviewRoles: (repo) => configOf(repo).reviewRoles,
    pluginOf: plugins.owners,
    keepFacts: request.keepFacts,
    memory: host.memory,
    debug: host.debug,
  };
}

/** The licenses that licet ships, and those that plugins define. */
function catalogueWith(licenses: OpenRun['plugins']['licenses']): Catalogue {
  const own = shippedCatalogue();
  return licenses.length === 0 ? own : catalogueOf([...own.entries, ...licenses]);
}

/** Where a run looks for upstreams; one that reads from the Hub asks it for them too. */
function whereOf(request: Request, readsHub: boolean, frozen: Frozen | undefined): Where {
  return {
    online: request.online ?? readsHub,
    hubCache: request.hubCache ?? false,
    frozenLock: request.frozenLock ?? false,
    lock: request.lock ?? frozen?.lock,
    onlyLock: frozen !== undefined,
  };
}

/** The frozen files of a run. Throws `UsageError` where they do not go together with what else was asked. */
export function frozenOf({ frozenConfig, config }: Request, { cwd }: Pick<Host, 'cwd'>): Frozen | undefined {
  if (frozenConfig === undefined) return undefined;
  if (config !== undefined)
    throw new UsageError(
      `Options "--frozen-config" and "${config === false ? '--no-config' : '--config'}" do not go together`,
      '`--frozen-config` names the config itself',
    );
  return frozenAt(frozenConfig, cwd);
}

/**
 * The levels that flags set: a preset, and single rules over it. Throws `UsageError` for what is not known.
 */
export function levelsOf(
  preset: string | undefined,
  flags: readonly string[],
  rules: Parameters<typeof presetLevels>[1],
): Levels {
  if (preset !== undefined && !isPreset(preset))
    throw new UsageError(
      `No preset named "${preset}"`,
      didYouMean(preset, PRESETS) ?? `Presets are ${PRESETS.join(', ')}`,
    );
  return new Map([...(preset === undefined ? [] : presetLevels(preset, rules)), ...readLevels(flags, rules)]);
}
