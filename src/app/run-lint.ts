import { dataDates } from '../core/data/data-dates.ts';
import { rules as shipped } from '../../rules/index.ts';
import { readLevels } from '../core/config/level-flags.ts';
import type { Config } from '../core/config/config.ts';
import { didYouMean } from '../core/text/did-you-mean.ts';
import { configLoader } from '../node/config/load-config.ts';
import { isPreset, presetLevels, PRESETS } from '../core/config/presets.ts';
import type { Levels } from '../core/evaluate/evaluate.ts';
import { catalogueOf, shippedCatalogue, type Catalogue } from '../core/data/catalogue.ts';
import type { Repo } from '../core/model/repo.ts';
import { UsageError } from '../core/read/read-error.ts';
import { configOptions, frozenAt, type Frozen } from './frozen-config.ts';
import { findRepos } from '../node/fs/find-repos.ts';
import type { HubClient } from '../node/hub/hub-repo.ts';
import { remoteTarget } from '../node/hub/remote-target.ts';
import type { Formatter, Report, Run, RunHead } from '../core/report/report.ts';
import { message } from '../core/report/terminal/wrap.ts';
import { loadPlugins } from './plugins.ts';
import { checkName, nameOf } from './repo-name.ts';
import { lintAll } from './lint-repositories.ts';
import { exceptionsOver, levelsOfRun } from './run-levels.ts';
import { hubFor, Sources, type Where } from './upstream-sources.ts';
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
  /** Reports keep what was read, for a disclosure. */
  readonly keepFacts?: boolean | undefined;
}

/** The outcome of a run, and what it was made with. */
export interface Linted {
  readonly run: Run;
  /** Rules that failed, one line each. */
  readonly failures: readonly string[];
  /** What is no finding and no failure, one line each. */
  readonly notes: readonly string[];
  readonly config: Config;
  /** That of one of the repositories. */
  readonly configOf: (repo: Repo) => Config;
  readonly repos: readonly Repo[];
  /** The formatters that plugins brought, by name. */
  readonly formats: Readonly<Record<string, Formatter>>;
  /** Who asked the Hub: what a command asks further counts to the same run. */
  readonly client: HubClient | undefined;
}

/** What goes along with a run. */
export interface Watched {
  /** Shows a repository of the disk otherwise than it lies there. */
  readonly seen?: ((repo: Repo) => Repo) | undefined;
  /** Takes the reports as they are made, where there are too many to keep. */
  readonly take?:
    | ((run: RunHead, formats: Linted['formats']) => ((report: Report) => Promise<void>) | undefined)
    | undefined;
  readonly progress?: Progress | undefined;
}

/** Told how far a run has come. */
export interface Progress {
  readonly begin: (repositories: number) => void;
  readonly done: (repositories: number) => void;
}

/** Repositories whose reports are kept until the last is done; of more each leaves when it is made. */
const KEPT = 32;

/**
 * Finds what is asked for, lints it, and gives the outcome. Throws `UsageError` for what is not understood.
 */
export async function runLint(
  request: Request,
  host: Host,
  { seen = (repo) => repo, take, progress }: Watched = {},
): Promise<Linted> {
  const { debug } = host;
  debug?.run();
  let end = started(debug, 'config');
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
  end();
  end = started(debug, 'discover');
  const looks = local.length > 0 || remote.length === 0;
  const found = looks ? await findLocal(local, request, host, config, frozen) : NOTHING_FOUND;
  const repos = [...found.repos.map((repo) => seen(repo)), ...(await hubRepos(remote, client))];

  checkName(request.name, repos.length);
  end();
  end = started(debug, 'config');
  const settings = await settingsFor(repos, config, load, sources);
  end();
  const configOf = (repo: Repo) => settings.get(repo) ?? config;

  const head = headOf(where, catalogue, plugins);
  progress?.begin(repos.length);
  const { reports, failures } = await lintAll(repos, {
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
    debug,
    take: repos.length > KEPT ? take?.(head, plugins.formats) : undefined,
    done: progress?.done,
  });
  const configs = [config, ...repos.map(configOf)];
  debug?.configs(configs.flatMap(({ files }) => files));
  debug?.locks(sources.locks());
  const notes = new Set([
    ...configs.flatMap((one) => one.notes),
    ...found.notes,
    ...configs.flatMap((one) => exceptionsOver(one, host.today)),
    // Silence would look like a clean run.
    ...(repos.length === 0 && request.lenient !== true ? [nothingLinted(found.skipped)] : []),
    ...found.unread,
  ]);
  return {
    run: { ...head, reports },
    failures,
    notes: [...[...notes].map((note) => message(note)), ...sources.notes()],
    config,
    configOf,
    repos,
    formats: plugins.formats,
    client,
  };
}

function headOf({ frozenLock, online }: Where, catalogue: Catalogue, plugins: Plugins): RunHead {
  return {
    version: VERSION,
    docs: RULE_PAGES,
    data: catalogue.date,
    lookup: frozenLock ? 'lock' : online ? 'online' : 'offline',
    models: dataDates().models,
    rules: [...shipped, ...plugins.rules.map(aboutRule)],
  };
}

/** Begins a step of the run for `--debug`; what it gives ends it. */
function started(debug: Host['debug'], step: Parameters<NonNullable<Host['debug']>['start']>[0]): () => void {
  return debug?.start(step) ?? (() => undefined);
}

/** Where nothing is looked for on the disk. */
const NOTHING_FOUND: Awaited<ReturnType<typeof findRepos>> = {
  repos: [],
  skipped: [],
  notes: [],
  unread: [],
};

type Plugins = ReturnType<typeof loadPlugins>;

/** The licenses that licet ships, and those that plugins define. */
function catalogueWith(licenses: Plugins['licenses']): Catalogue {
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

function findLocal(
  paths: readonly string[],
  { card, lenient = false }: Request,
  { cwd }: Host,
  { ignores }: Config,
  frozen: Frozen | undefined,
): ReturnType<typeof findRepos> {
  return findRepos(paths, {
    cwd,
    ...(card === undefined ? {} : { card }),
    ignores: [...ignores, ...(frozen?.ignores ?? [])],
    gitignore: frozen === undefined,
    lenient,
  });
}

/** The repositories on the Hub that are named; nothing of the Hub is loaded where none is. */
async function hubRepos(targets: readonly string[], client: HubClient | undefined): Promise<Repo[]> {
  const repos: Repo[] = [];
  if (client === undefined) return repos;
  for (const target of targets) {
    const { hubRepo } = await import('../node/hub/hub-repo.ts');
    const repo = await hubRepo(target, client);
    repos.push({ ...repo, name: { value: repo.id, from: 'hub' } });
  }
  return repos;
}

/**
 * The config of each repository: it may stand under a config and a lock of its own, of which the nearest
 * counts, as ESLint has it. What is wrong with one of them is told before anything is linted.
 */
async function settingsFor(
  repos: readonly Repo[],
  config: Config,
  load: ReturnType<typeof configLoader>,
  sources: Sources,
): Promise<ReadonlyMap<Repo, Config>> {
  const settings = new Map<Repo, Config>();
  for (const repo of repos) {
    settings.set(repo, repo.folder === undefined ? config : await load(repo.folder));
    await sources.lockFor(repo.folder);
  }
  return settings;
}

function nothingLinted(skipped: readonly string[]): string {
  const paths = skipped.map((path) => `"${path}"`).join(', ');
  return `nothing was linted: \`ignores\` of the config leaves out ${paths}`;
}

/** What a report says of a plugin's rule. */
function aboutRule(rule: Plugins['rules'][number]): Run['rules'][number] {
  const { name, formerly = [], summary, severity, page = null } = rule;
  return { name, formerly, summary, severity, page };
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
