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
import { remoteTarget } from '../../node/hub/remote-target.ts';
import { message, printable } from '../../core/report/terminal/wrap.ts';
import { LOCK_FILE, LockFinder } from '../../node/lock/find-lock.ts';
import { EMPTY_LOCK, writeLock } from '../../core/resolve/lock/lock.ts';
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

/** What the command may touch of the world. */
export interface ResolveWorld {
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
  world: ResolveWorld,
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
    const folders = new Folders();
    const load = configLoader(
      { cwd: world.cwd, explicit: config || undefined, none: config === false, rules },
      folders,
    );
    const { ignores } = await load(world.cwd);
    world.debug?.run();
    const end = world.debug?.start('discover');
    const { repos } = await findRepos(positionals, { cwd: world.cwd, ignores });
    end?.();
    checkName(values.name, repos.length);
    world.debug?.count('repositories', repos.length);
    const finder = new LockFinder(world.cwd, folders);
    const placeFor = (folder: string) =>
      values.lock === undefined ? finder.placeFor(folder) : absolute(world.cwd, values.lock);
    const rootFor = (path: string) => finder.rootOf(values.lock === undefined ? dirname(path) : world.cwd);
    const groups = new Map<string, OwnedRepo[]>();
    // What the lock of this folder holds may have lost its last repository.
    if (
      positionals.length === 0 &&
      repos.length > 0 &&
      (values.lock !== undefined || finder.find(world.cwd) !== undefined)
    )
      groups.set(placeFor(world.cwd), []);
    for (const repo of repos) {
      const folder = repo.folder ?? world.cwd;
      const { value, from } = nameOf(folder, values.name);
      const path = placeFor(folder);
      const { facts, files } = await load(folder);
      world.debug?.configs(files);
      world.debug?.count('files', repo.files.length);
      const owned = { repo, self: from === 'folder' ? undefined : value, facts };
      groups.set(path, [...(groups.get(path) ?? []), owned]);
    }
    const client = values.online ? await hubFor(world, positionals, world.now) : undefined;
    const outcomes: Outcome[] = [];
    const answers: unknown[] = [];
    for (const [path, owned] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const shown = values.lock ?? shownFrom(world.cwd, path);
      // All that may stand under a lock was looked at: then what none of it needs goes.
      const whole =
        positionals.length === 0 && (values.lock !== undefined || isWithin(dirname(path), world.cwd));
      const read = await readLock(path, shown, values.lock === undefined ? rootFor(path) : undefined);
      const unheard = new Map<string, string>();
      const choice = {
        lock: read?.lock ?? EMPTY_LOCK,
        frozenLock: values['frozen-lock'] ?? false,
        online: values.online ?? false,
        hubCache: values['hub-cache'] ?? false,
        unheard,
      };
      const known = await upstreamsOf(
        owned,
        (facts) => sourcesToLock({ ...choice, facts }, world, catalogue, client),
        catalogue,
      );
      world.debug?.locks(read ? [shown] : []);
      const plan = planLock(choice.lock, known, whole);
      // What nobody else knew either stands in the report itself.
      const notes = [...unheard]
        .filter(([model]) => !plan.unresolved.has(model))
        .map(([model, why]) => message(`The Hub did not answer for "${model}": ${why}`))
        .sort()
        .join('');
      const written =
        !values['frozen-lock'] && write({ path, shown, root: rootFor(path), before: read?.text }, plan);
      answers.push(lockValue(plan, shown, written));
      if (values['frozen-lock']) outcomes.push(frozenOutcome(plan, shown, notes));
      else
        outcomes.push({
          stdout: told(plan, shown, written),
          stderr: notes,
          code: plan.unresolved.size > 0 ? 1 : 0,
        });
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

/** Where a lock lies, and what it held. */
interface LockPlace {
  readonly path: string;
  readonly shown: string;
  /** Out of which no link may lead. */
  readonly root: string;
  /** Undefined where there is none yet. */
  readonly before: string | undefined;
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

function told(
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
  return {
    stdout: '',
    stderr: `${notes}${message(`${shown} would change`)}${problems.map((problem) => line('-', problem)).join('')}${hint}\n`,
    code: 1,
  };
}
