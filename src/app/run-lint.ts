import { rules as shipped } from '../../rules/index.ts';
import { readLevels } from '../core/config/level-flags.ts';
import type { Config } from '../core/config/config.ts';
import { levelsFor } from '../core/config/levels.ts';
import { didYouMean } from '../core/text/did-you-mean.ts';
import { patternPath } from '../node/config/find-config.ts';
import { configLoader } from '../node/config/load-config.ts';
import { isPreset, presetLevels, PRESETS } from '../core/config/presets.ts';
import type { Levels } from '../core/evaluate/evaluate.ts';
import { catalogueOf, shippedCatalogue } from '../core/data/catalogue.ts';
import type { Repo } from '../core/model/repo.ts';
import { UsageError } from '../core/read/read-error.ts';
import { configOptions, frozenAt, type Frozen } from './frozen-config.ts';
import { findRepos } from '../node/fs/find-repos.ts';
import type { HubClient } from '../node/hub/hub-repo.ts';
import { remoteTarget } from '../node/hub/remote-target.ts';
import type { Formatter, Run } from '../core/report/report.ts';
import { message } from '../core/report/terminal/wrap.ts';
import { loadPlugins } from './plugins.ts';
import { checkName } from './repo-name.ts';
import { lintAll } from './lint-repositories.ts';
import type { Upstreams } from '../core/resolve/upstreams.ts';
import { hubFor, Sources } from './upstream-sources.ts';
import { RULE_PAGES, VERSION } from '../core/version.ts';
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
}

/**
 * The outcome of a run, and the rules that failed. Throws `UsageError` for what is not understood. `seen` may
 * show a repository of the disk otherwise than it lies there.
 */
export async function runLint(
  request: Request,
  world: Host,
  seen: (repo: Repo) => Repo = (repo) => repo,
): Promise<{
  readonly run: Run;
  readonly failures: readonly string[];
  /** What is no finding and no failure, one line each. */ readonly notes: readonly string[];
  readonly config: Config;
  readonly repos: readonly Repo[];
  readonly formats: Readonly<Record<string, Formatter>>;
  /** Who asked the Hub: what a command asks further counts to the same run. */ readonly client:
    HubClient | undefined;
}> {
  const { debug } = world;
  debug?.run();
  let end = debug?.start('config');
  const frozen = frozenOf(request, world);
  const load = configLoader({
    ...configOptions({ config: request.config, frozen }, world.cwd),
    rules: shipped,
  });
  const config = await load(world.cwd);
  const plugins = loadPlugins(config, shipped);
  const rules = [...shipped, ...plugins.rules];
  const catalogue =
    plugins.licenses.length > 0
      ? catalogueOf([...shippedCatalogue().entries, ...plugins.licenses])
      : shippedCatalogue();
  const flags = levelsOf(request.preset, request.levels ?? [], rules);

  const remote = request.paths.filter((path) => remoteTarget(path) !== undefined);
  const local = request.paths.filter((path) => !remote.includes(path));
  const client = remote.length > 0 || request.online ? await hubFor(world, local) : undefined;
  const sources = new Sources(
    {
      online: request.online ?? remote.length > 0,
      hubCache: request.hubCache ?? false,
      frozenLock: request.frozenLock ?? false,
      lock: request.lock ?? frozen?.lock,
      onlyLock: frozen !== undefined,
    },
    world,
    catalogue,
    client,
  );
  end?.();
  end = debug?.start('discover');
  const found =
    local.length > 0 || remote.length === 0
      ? await findRepos(local, {
          cwd: world.cwd,
          ...(request.card === undefined ? {} : { card: request.card }),
          ignores: [...config.ignores, ...(frozen?.ignores ?? [])],
          gitignore: frozen === undefined,
          lenient: request.lenient ?? false,
        })
      : undefined;
  const repos: Repo[] = (found?.repos ?? []).map(seen);
  for (const target of remote) {
    const { hubRepo } = await import('../node/hub/hub-repo.ts');
    const repo = client && (await hubRepo(target, client));
    if (repo) repos.push({ ...repo, name: { value: repo.id, from: 'hub' } });
  }

  checkName(request.name, repos.length);
  end?.();
  end = debug?.start('config');
  // Every repository may stand under a config and a lock of its own: the nearest one counts, as ESLint has
  // it.
  const settings = new Map<Repo, { readonly config: Config; readonly upstreams: Upstreams }>();
  for (const repo of repos) {
    const own = repo.folder === undefined ? config : await load(repo.folder);
    settings.set(repo, { config: own, upstreams: await sources.for(repo.folder, own.facts) });
  }
  end?.();
  const configOf = (repo: Repo) => settings.get(repo)?.config ?? config;
  const upstreamsOf = async (repo: Repo) =>
    settings.get(repo)?.upstreams ?? sources.for(repo.folder, config.facts);
  const levels = (repo: Repo): Levels =>
    new Map([
      ...(repo.folder === undefined
        ? configOf(repo).levels
        : levelsFor(configOf(repo), patternPath(repo.folder), repo.card)),
      ...flags,
    ]);

  const { reports, failures } = await lintAll(repos, {
    cwd: world.cwd,
    catalogue,
    upstreams: upstreamsOf,
    rules,
    levels,
    name: request.name,
    today: world.today,
    requireReason: (repo) => configOf(repo).requireReason,
    inlineConfig: request.inlineConfig ?? true,
    policy: (repo) => configOf(repo).policy,
    pluginRules: new Set(plugins.rules.map(({ name }) => name)),
    debug,
  });
  debug?.configs([config, ...[...settings.values()].map((one) => one.config)].flatMap(({ files }) => files));
  debug?.locks(sources.locks());
  const said = new Set(
    [config, ...[...settings.values()].map((one) => one.config)].flatMap((one) => one.notes),
  );
  for (const note of found?.notes ?? []) said.add(note);
  // Silence would look like a clean run.
  if (found !== undefined && found.repos.length === 0 && remote.length === 0 && request.lenient !== true)
    said.add(
      `nothing was linted: \`ignores\` of the config leaves out ${found.skipped.map((path) => `"${path}"`).join(', ')}`,
    );
  for (const one of found?.unread ?? []) said.add(one);
  const notes = [...[...said].map((note) => message(note)), ...sources.notes()];
  const about = [
    ...shipped,
    ...plugins.rules.map(({ name, summary, severity, page = null }) => ({ name, summary, severity, page })),
  ];
  return {
    run: { version: VERSION, docs: RULE_PAGES, data: catalogue.date, reports, rules: about },
    failures,
    notes,
    config,
    repos,
    formats: plugins.formats,
    client,
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
  return new Map([
    ...(preset === undefined ? [] : presetLevels(preset, rules)),
    ...readLevels(
      flags,
      rules.map((rule) => rule.name),
    ),
  ]);
}
