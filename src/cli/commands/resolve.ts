import { dirname, resolve as absolute } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { Folders, isWithin } from '../../node/config/find-config.ts';
import { configLoader } from '../../node/config/load-config.ts';
import { FAILURE_WORDS } from '../../core/evaluate/facts/terms/term-labels.ts';
import { shippedCatalogue, type Catalogue } from '../../core/data/catalogue.ts';
import type { Resolution } from '../../core/model/lineage.ts';
import type { DebugLog } from '../../app/debug-log.ts';
import { checkName, nameOf } from '../../app/repo-name.ts';
import { ReadError, UsageError } from '../../core/read/read-error.ts';
import { findRepos } from '../../node/fs/find-repos.ts';
import type { HubClient } from '../../core/hub/hub-repo.ts';
import { remoteTarget } from '../../core/hub/remote-target.ts';
import { message, printable } from '../../core/report/terminal/wrap.ts';
import { LOCK_FILE, LockFinder } from '../../node/lock/find-lock.ts';
import { EMPTY_LOCK, writeLock, type Lock } from '../../core/resolve/lock/lock.ts';
import {
  frozenProblems,
  planLock,
  upstreamsOf,
  type LockPlan,
  type OwnedRepo,
} from '../../node/lock/plan-lock.ts';
import { readLock } from '../../node/lock/read-lock.ts';
import { hubFor, shownFrom, sourcesToLock } from '../../app/upstream-sources.ts';
import { writeNamed } from '../../node/fs/write-file.ts';
import { configOf, FORMAT, formatOf, json, readOptions, usage, type Outcome } from './command.ts';

export const help = `Usage: licet resolve [options] [file, folder, glob …]

Writes ${LOCK_FILE}: the license of every upstream model, with the source and
the date of that information. Commit it, so that licet gives the same result on
every machine and a license change upstream shows up in review. A repository
uses the nearest lock file in its folder or above it, up to the root of the git
checkout; if there is none, one is created in the current folder.

  --online           ask the Hub (HF_ENDPOINT, HF_TOKEN); otherwise no network
                     access
  --hub-cache        use what huggingface_hub has downloaded to this machine
  --frozen-lock      write nothing; exit 1 if the lock file would change
  --lock FILE        lock file path (default: the nearest ${LOCK_FILE})
  --name ORG/MODEL   the model's id on the Hub
  -c, --config FILE  use this config; --no-config: use none
  -f, --format NAME  text (default) or json

Exit status: 0 every upstream is known, 1 one is unknown or the frozen lock
would change, 2 usage or internal error.
`;

/** What the command may touch outside of itself. */
export interface ResolveHost {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly debug?: DebugLog | undefined;
}

const OPTIONS = {
  online: { type: 'boolean' },
  'hub-cache': { type: 'boolean' },
  'frozen-lock': { type: 'boolean' },
  lock: { type: 'string' },
  format: FORMAT,
  name: { type: 'string' },
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `licet resolve`: collects the upstreams of the repositories and writes what is known of them. */
export async function run(
  args: readonly string[],
  host: ResolveHost,
  catalogue: Catalogue = shippedCatalogue(),
): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'resolve');
  if (read.is === 'refused') return read.outcome;
  const { values, positionals } = read;
  if (values.help) return { stdout: help, stderr: '', code: 0 };

  try {
    const format = formatOf(values.format, ['text', 'json']);
    const config = configOf(values);
    const remote = positionals.find((path) => remoteTarget(path) !== undefined);
    if (remote !== undefined)
      return usage(
        `"${remote}" is on the Hub, and a lock file belongs to a repository on this machine`,
        'Clone it and name its folder',
      );
    const places = new LockPlaces(host, values.lock);
    const groups = await reposByLock(positionals, { name: values.name, config }, host, places);
    const client = values.online ? await hubFor(host, positionals, host.now) : undefined;
    const outcomes: Outcome[] = [];
    const answers: unknown[] = [];
    for (const [path, owned] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const place = await places.read(path);
      const { plan, notes } = await planFor(place, owned, {
        values,
        host,
        catalogue,
        client,
        whole: positionals.length === 0 && places.isWhole(path),
      });
      const written = !values['frozen-lock'] && write(place, plan);
      answers.push(lockValue(plan, place.shown, written));
      outcomes.push(
        values['frozen-lock']
          ? frozenOutcome(plan, place.shown, notes)
          : writtenOutcome(plan, place.shown, written, notes),
      );
    }
    return {
      stdout: format === 'json' ? json(answers) : outcomes.map(({ stdout }) => stdout).join(''),
      stderr: outcomes.map(({ stderr }) => stderr).join(''),
      code: outcomes.some(({ code }) => code === 1) ? 1 : 0,
    };
  } catch (error) {
    if (error instanceof UsageError || error instanceof ReadError)
      return usage(error.message, error.hint ?? 'See `licet resolve --help`');
    throw error;
  }
}

/** The options as they were given. */
interface Values {
  readonly online?: boolean | undefined;
  readonly 'hub-cache'?: boolean | undefined;
  readonly 'frozen-lock'?: boolean | undefined;
}

/** Where the locks of a run lie: the one that `--lock` names, else the nearest of each repository. */
class LockPlaces {
  readonly folders = new Folders();
  readonly #cwd: string;
  readonly #debug: DebugLog | undefined;
  readonly #named: string | undefined;
  readonly #finder: LockFinder;

  constructor({ cwd, debug }: ResolveHost, named: string | undefined) {
    this.#cwd = cwd;
    this.#debug = debug;
    this.#named = named;
    this.#finder = new LockFinder(cwd, this.folders);
  }

  /** The lock of a folder, absolute, whether or not it is there yet. */
  of(folder: string): string {
    return this.#named === undefined ? this.#finder.placeFor(folder) : absolute(this.#cwd, this.#named);
  }

  /** Whether the current folder stands under a lock that is named or there. */
  get isLocked(): boolean {
    return this.#named !== undefined || this.#finder.find(this.#cwd) !== undefined;
  }

  /** Whether all that may stand under a lock lies in the current folder. */
  isWhole(path: string): boolean {
    return this.#named !== undefined || isWithin(dirname(path), this.#cwd);
  }

  async read(path: string): Promise<LockPlace> {
    const shown = this.#named ?? shownFrom(this.#cwd, path);
    const isNamed = this.#named !== undefined;
    const root = this.#finder.rootOf(isNamed ? this.#cwd : dirname(path));
    const read = await readLock(path, shown, isNamed ? undefined : root);
    this.#debug?.locks(read ? [shown] : []);
    return { path, shown, root, before: read?.text, lock: read?.lock ?? EMPTY_LOCK };
  }
}

/** The repositories that are asked for, by the lock that they stand under. */
async function reposByLock(
  paths: readonly string[],
  {
    name,
    config: named,
  }: { readonly name?: string | undefined; readonly config: string | false | undefined },
  { cwd, debug }: ResolveHost,
  places: LockPlaces,
): Promise<Map<string, OwnedRepo[]>> {
  const load = configLoader(
    { cwd, explicit: named || undefined, none: named === false, rules },
    places.folders,
  );
  const { ignores } = await load(cwd);
  debug?.run();
  const end = debug?.start('discover');
  const { repos } = await findRepos(paths, { cwd, ignores });
  end?.();
  checkName(name, repos.length);
  debug?.count('repositories', repos.length);
  const groups = new Map<string, OwnedRepo[]>();
  // What the lock of this folder holds may have lost its last repository.
  if (paths.length === 0 && repos.length > 0 && places.isLocked) groups.set(places.of(cwd), []);
  for (const repo of repos) {
    const folder = repo.folder ?? cwd;
    const path = places.of(folder);
    const config = await load(folder);
    const { value, from } = nameOf(folder, name, config);
    debug?.configs(config.files);
    debug?.count('files', repo.files.length);
    const owned = { repo, self: from === 'folder' ? undefined : value, facts: config.facts };
    groups.set(path, [...(groups.get(path) ?? []), owned]);
  }
  return groups;
}

/** What a plan rests on beside the lock and the repositories. */
interface Sources {
  readonly values: Values;
  readonly host: ResolveHost;
  readonly catalogue: Catalogue;
  readonly client: HubClient | undefined;
  /** All that may stand under the lock was looked at: then what none of it needs goes. */
  readonly whole: boolean;
}

/** What a lock is to hold, and a line for each model that the Hub did not answer for. */
async function planFor(
  { lock }: LockPlace,
  owned: readonly OwnedRepo[],
  { values, host, catalogue, client, whole }: Sources,
): Promise<{ readonly plan: LockPlan; readonly notes: string }> {
  const unheard = new Map<string, string>();
  const choice = {
    lock,
    frozenLock: values['frozen-lock'] ?? false,
    online: values.online ?? false,
    hubCache: values['hub-cache'] ?? false,
    unheard,
  };
  const known = await upstreamsOf(
    owned,
    (facts) => sourcesToLock({ ...choice, facts }, host, catalogue, client),
    catalogue,
  );
  const plan = planLock(lock, known, whole);
  // What nobody else knew either stands in the report itself.
  const notes = [...unheard]
    .filter(([model]) => !plan.unresolved.has(model))
    .map(([model, why]) => message(`The Hub did not answer for "${model}": ${why}`))
    .sort()
    .join('');
  return { plan, notes };
}

/** Where a lock lies, and what it held. */
interface LockPlace {
  readonly path: string;
  readonly shown: string;
  /** Out of which no link may lead. */
  readonly root: string;
  /** Its text; undefined where there is none yet. */
  readonly before: string | undefined;
  readonly lock: Lock;
}

/**
 * Writes the lock where it changes; true where it did. Nothing is written where there is nothing to lock and
 * no lock.
 */
function write({ path, shown, root, before }: LockPlace, { entries }: LockPlan): boolean {
  if (entries.length === 0 && before === undefined) return false;
  const text = writeLock(entries);
  if (before === text) return false;
  const trouble = writeNamed({ path, shown, root, text });
  if (trouble !== undefined) throw new ReadError(trouble, path, 'Name another file with `--lock`');
  return true;
}

/** A lock as `--format json` tells of it. */
function lockValue(plan: LockPlan, lock: string, written: boolean) {
  return {
    lock,
    written,
    models: plan.entries.length,
    added: plan.added.map(({ model, declared, source, date }) => ({
      model,
      license: declared?.license ?? null,
      source,
      date,
    })),
    removed: plan.removed.map(({ model }) => model),
    changed: plan.changes.map(({ what }) => what),
    unresolved: [...plan.unresolved].map(([model, { why, detail }]) => ({
      model,
      why,
      says: detail ?? FAILURE_WORDS[why].why,
    })),
  };
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
const line = (mark: string, text: string) => `  ${mark} ${printable(text)}\n`;

function writtenOutcome(plan: LockPlan, shown: string, written: boolean, notes: string): Outcome {
  return {
    stdout: report(plan, shown, written),
    stderr: notes,
    code: plan.unresolved.size > 0 ? 1 : 0,
  };
}

function report(
  { entries, added, removed, changes, unresolved }: LockPlan,
  shown: string,
  written: boolean,
): string {
  if (entries.length === 0 && unresolved.size === 0 && !written)
    return 'No upstream models, nothing to lock\n';
  const head = `${printable(shown)}: ${count(entries.length, 'model')}${written ? '' : ', unchanged'}\n`;
  return [
    head,
    ...added.map(({ model, declared, source, date }) =>
      line('+', `${model}  ${licenses(declared?.license)}  (${source}${date === '' ? '' : `, ${date}`})`),
    ),
    ...removed.map(({ model }) => line('-', model)),
    ...changes.map(({ what }) => line('~', what)),
    ...unresolvedLines(unresolved),
  ].join('');
}

function licenses(license: string | readonly string[] | undefined): string {
  return license === undefined ? 'no license' : typeof license === 'string' ? license : license.join(', ');
}

function unresolvedLines(unresolved: ReadonlyMap<string, Extract<Resolution, { is: 'failed' }>>): string[] {
  return [...unresolved].map(
    ([model, { why, detail }]) =>
      `${line('?', `${model}  unknown: ${detail ?? FAILURE_WORDS[why].why}`)}      hint  ` +
      `${FAILURE_WORDS[why].hint}\n`,
  );
}

function frozenOutcome(plan: LockPlan, shown: string, notes: string): Outcome {
  const problems = frozenProblems(plan);
  if (problems.length === 0)
    return {
      stdout: `${printable(shown)}: ${count(plan.entries.length, 'model')}, as locked\n`,
      stderr: notes,
      code: 0,
    };
  const hint = 'Run `licet resolve --online`, review the change and commit it';
  const lines = [message(`${shown} would change`), ...problems.map((problem) => line('-', problem))];
  return { stdout: '', stderr: `${notes}${lines.join('')}${hint}\n`, code: 1 };
}
