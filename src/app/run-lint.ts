import { dataDates } from '../core/data/data-dates.ts';
import { rules as shipped } from '../../rules/index.ts';
import type { Config } from '../core/config/config.ts';
import type { Catalogue } from '../core/data/catalogue.ts';
import type { Repo } from '../core/model/repo.ts';
import { overlaid } from '../core/read/overlay-repo.ts';
import { findRepos } from '../node/fs/find-repos.ts';
import type { HubClient } from '../core/hub/hub-repo.ts';
import type { Formatter, Report, Run, RunHead } from '../core/report/report.ts';
import { message } from '../core/report/terminal/wrap.ts';
import { checkName } from './repo-name.ts';
import { lintAll } from './lint-repositories.ts';
import { openRun, settingsOf, type OpenRun, type Request } from './open-run.ts';
import { exceptionsOver } from './run-levels.ts';
import type { Where } from './upstream-sources.ts';
import { RULE_PAGES, VERSION } from '../core/version.ts';
import type { Host } from './host.ts';
import type { Drafts, Elsewhere } from './threads/lint-elsewhere.ts';

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
  /** Texts to be taken for those that lie on the disk. */
  readonly drafts?: Drafts | undefined;
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
/** Repositories of which V8 would let so much garbage lie that it is worth its time to free it. */
const MANY = 500;

/**
 * Finds what is asked for, lints it, and gives the outcome. Throws `UsageError` for what is not understood.
 */
export async function runLint(
  request: Request,
  host: Host,
  { seen, drafts, take, progress }: Watched = {},
): Promise<Linted> {
  const { debug } = host;
  debug?.run();
  let end = started(debug, 'config');
  const run = await openRun(request, host);
  const { config, plugins, catalogue, client, sources } = run;
  end();
  end = started(debug, 'discover');
  const looks = run.local.length > 0 || run.remote.length === 0;
  const found = looks ? await findLocal(run, request, host) : NOTHING_FOUND;
  const shown = (repo: Repo) => drafted(seen?.(repo) ?? repo, drafts);
  const repos = [...found.repos.map(shown), ...(await hubRepos(run.remote, client))];

  checkName(request.name, repos.length);
  end();
  end = started(debug, 'config');
  const settings = await settingsFor(repos, run);
  end();
  const configOf = (repo: Repo) => settings.get(repo) ?? config;

  const head = headOf(run.where, catalogue, plugins);
  progress?.begin(repos.length);
  const elsewhere = seen === undefined ? await threadsFor(repos, request, host, drafts) : undefined;
  const taken = repos.length > KEPT ? take?.(head, plugins.formats) : undefined;
  const tidies = taken !== undefined && repos.length > MANY;
  const { reports, failures } = await lintAll(repos, {
    ...settingsOf(run, request, host, configOf),
    elsewhere: elsewhere?.lint,
    take: taken,
    tidy: tidies ? (await import('../node/memory/tidy.ts')).tidier() : undefined,
    done: progress?.done,
  }).finally(() => elsewhere?.end());
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

function headOf({ frozenLock, online }: Where, catalogue: Catalogue, plugins: OpenRun['plugins']): RunHead {
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

/** A repository with texts in the place of those that lie on the disk. */
function drafted(repo: Repo, drafts: Drafts | undefined): Repo {
  const draft = repo.folder === undefined ? undefined : drafts?.get(repo.folder);
  return draft === undefined ? repo : overlaid(repo, draft);
}

/**
 * Threads that lint, where several are asked for and there is work for them. One alone asks the Hub, so that
 * one budget holds; times are added up where nothing runs beside.
 */
async function threadsFor(
  repos: readonly Repo[],
  request: Request,
  host: Host,
  drafts: Drafts | undefined,
): Promise<Elsewhere | undefined> {
  const { jobs = 1 } = request;
  if (jobs < 2 || host.threads === undefined || host.debug || request.keepFacts || request.online)
    return undefined;
  if (repos.some(({ folder }) => folder === undefined)) return undefined;
  return (await import('./threads/lint-elsewhere.ts')).elsewhere(repos, request, host, drafts);
}

function findLocal(
  { local, config: { ignores }, frozen }: OpenRun,
  { card, lenient = false }: Request,
  { cwd }: Host,
): ReturnType<typeof findRepos> {
  return findRepos(local, {
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
    const { hubRepo } = await import('../core/hub/hub-repo.ts');
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
  { config, load, sources }: OpenRun,
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
function aboutRule(rule: OpenRun['plugins']['rules'][number]): Run['rules'][number] {
  const { name, formerly = [], summary, severity, page = null } = rule;
  return { name, formerly, summary, severity, page };
}
