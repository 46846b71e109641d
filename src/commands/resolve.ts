import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve as absolute } from 'node:path';
import { rules } from '../../rules/index.ts';
import { loadConfig } from '../config/load.ts';
import { FAILURE_WORDS } from '../evaluate/words.ts';
import { shippedCatalogue, type Catalogue } from '../license/catalogue.ts';
import type { Resolution } from '../model/lineage.ts';
import { nameOf } from '../name.ts';
import { codeOf, ReadError, UsageError } from '../read/errors.ts';
import { findRepos } from '../read/find-repos.ts';
import { printable } from '../report/wrap.ts';
import { hubCache } from '../resolve/hub-cache.ts';
import { hubClient } from '../resolve/hub-client.ts';
import { hub } from '../resolve/hub.ts';
import { EMPTY_LOCK, LOCK_FILE, lockFile, lockOf, parseLock, writeLock, type Lock, type LockRead } from '../resolve/lock.ts';
import { frozenProblems, planLock, upstreamsOf, type LockPlan, type OwnedRepo } from '../resolve/plan-lock.ts';
import { recorded, type RecordedFact } from '../resolve/recorded.ts';
import { snapshot } from '../resolve/snapshot.ts';
import { firstOf, remembered, type Upstreams } from '../resolve/upstreams.ts';
import { readOptions, usage, type Outcome } from './command.ts';

export const help = `Usage: licet resolve [options] [file, folder, glob …]

Writes ${LOCK_FILE}: what every upstream model says of its license, where and
when it was read. Commit it: licet then says the same on every machine, and a
license that changes upstream shows up in review.

  --online        ask the Hub (HF_ENDPOINT, HF_TOKEN); without it no packet leaves
  --hub-cache     use what huggingface_hub has downloaded to this machine
  --frozen-lock   write nothing; exit 1 where the lock would change
  --lock FILE     another lock file
  --config FILE   the config whose facts and ignores hold; --no-config: none
  --name ORG/M    the repository's own id on the Hub

Exit code 0 where every upstream is known, 1 where one is not or the frozen lock
would change, 2 for wrong usage.
`;

/** What the command may touch of the world. */
export interface ResolveWorld {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

const OPTIONS = {
  online: { type: 'boolean' },
  'hub-cache': { type: 'boolean' },
  'frozen-lock': { type: 'boolean' },
  lock: { type: 'string' },
  name: { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `licet resolve`: collects the upstreams of the repositories and writes what is known of them. */
export async function run(args: readonly string[], world: ResolveWorld, catalogue: Catalogue = shippedCatalogue()): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'resolve');
  if (read.is === 'refused') return read.outcome;
  const { values, positionals } = read;
  if (values.help) return { stdout: help, stderr: '', code: 0 };

  const path = absolute(world.cwd, values.lock ?? LOCK_FILE);
  const shown = values.lock ?? LOCK_FILE;
  try {
    const held = await readLock(path, shown);
    if (held?.is === 'refused') return usage(held.what, held.hint);
    const lock = held?.lock ?? EMPTY_LOCK;
    const { facts, ignores } = await loadConfig(world.cwd, { cwd: world.cwd, explicit: values.config, none: values['no-config'], rules });
    const { repos } = await findRepos(positionals, { cwd: world.cwd, ignores });
    const owned: OwnedRepo[] = await Promise.all(repos.map(async (repo) => {
      const { value, from } = nameOf(repo.folder ?? world.cwd, values.name);
      return { repo, self: from === 'folder' ? undefined : value };
    }));
    const unheard = new Map<string, string>();
    const sources = sourcesOf(lock, { frozen: values['frozen-lock'] ?? false, online: values.online ?? false, cached: values['hub-cache'] ?? false, facts }, world, catalogue, unheard);
    const plan = planLock(lock, await upstreamsOf(owned, remembered(firstOf(sources)), catalogue), positionals.length === 0);
    // What nobody else knew either stands in the report itself.
    const notes = [...unheard].filter(([model]) => !plan.unresolved.has(model)).map(([model, why]) => `licet: the Hub was asked about "${model}" in vain: ${why}\n`).sort().join('');
    if (values['frozen-lock']) return frozenOutcome(plan, shown, notes);
    const written = await write(path, plan, held !== undefined);
    return { stdout: told(plan, shown, written), stderr: notes, code: plan.unresolved.size > 0 ? 1 : 0 };
  } catch (error) {
    if (error instanceof UsageError || error instanceof ReadError) return usage(error.message, error.hint ?? 'See `licet resolve --help`');
    throw error;
  }
}

/** The text of a lock file, read; undefined where there is none. */
export async function readLock(path: string, shown: string): Promise<LockRead | undefined> {
  try {
    return parseLock(await readFile(path, 'utf8'), shown);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    return { is: 'refused', what: `"${shown}" could not be read (${codeOf(error)})`, hint: 'Name a file with `--lock`' };
  }
}

interface Choice {
  readonly frozen: boolean;
  readonly online: boolean;
  readonly cached: boolean;
  /** Of the config: they go before the lock and are not written into it. */
  readonly facts: readonly RecordedFact[];
}

/** Who is asked, in turn: the Hub before what was written down of it, the Hub's words before those that licet ships. */
function sourcesOf(lock: Lock, { frozen, online, cached, facts }: Choice, { env, now }: ResolveWorld, catalogue: Catalogue, unheard: Map<string, string>): readonly Upstreams[] {
  const asked = online ? [noted(hub({ client: hubClient({ env, now }), catalogue, fresh: 0, texts: true }), unheard)] : [];
  if (frozen) return [recorded(facts, catalogue), ...asked, lockFile(lock, catalogue, { frozen })];
  // What an older licet took from its snapshot is taken anew; what came from the Hub is better than any snapshot.
  const better = lockOf([...lock.values()].filter(({ source }) => source !== 'snapshot'));
  return [recorded(facts, catalogue), ...asked, lockFile(better, catalogue), ...(cached ? [hubCache(env, catalogue)] : []), snapshot(catalogue), lockFile(lock, catalogue)];
}

/** Keeps why the Hub did not tell, for models of which another source then does. */
function noted(upstreams: Upstreams, unheard: Map<string, string>): Upstreams {
  return {
    async find(model) {
      const found = await upstreams.find(model);
      if (found.is === 'failed') unheard.set(model, found.detail ?? FAILURE_WORDS[found.why].why);
      return found;
    },
  };
}

/** Writes the lock where it changes; true where it did. Nothing is written where there is nothing to lock and no lock. */
async function write(path: string, { entries }: LockPlan, exists: boolean): Promise<boolean> {
  if (entries.length === 0 && !exists) return false;
  const text = writeLock(entries);
  if (exists && (await readFile(path, 'utf8')) === text) return false;
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new ReadError(`"${path}" could not be written (${codeOf(error)})`, path);
  }
  return true;
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
const line = (mark: string, text: string) => `  ${mark} ${printable(text)}\n`;

function told({ entries, added, removed, changes, unresolved }: LockPlan, shown: string, written: boolean): string {
  if (entries.length === 0 && unresolved.size === 0 && !written) return 'No upstream models, so nothing to lock\n';
  const head = `${printable(shown)}: ${count(entries.length, 'model')}${written ? '' : ', unchanged'}\n`;
  return [
    head,
    ...added.map(({ model, declared, source, date }) => line('+', `${model}  ${licenses(declared?.license)}  (${source}${date === '' ? '' : `, ${date}`})`)),
    ...removed.map(({ model }) => line('-', model)),
    ...changes.map(({ what }) => line('~', what)),
    ...unresolvedLines(unresolved),
  ].join('');
}

function licenses(license: string | readonly string[] | undefined): string {
  return license === undefined ? 'no license' : typeof license === 'string' ? license : license.join(', ');
}

function unresolvedLines(unresolved: ReadonlyMap<string, Extract<Resolution, { is: 'failed' }>>): string[] {
  return [...unresolved].map(([model, { why, detail }]) => `${line('?', `${model}  not known: ${detail ?? FAILURE_WORDS[why].why}`)}      hint  ${FAILURE_WORDS[why].hint}\n`);
}

function frozenOutcome(plan: LockPlan, shown: string, notes: string): Outcome {
  const problems = frozenProblems(plan);
  if (problems.length === 0) return { stdout: `${printable(shown)}: ${count(plan.entries.length, 'model')}, as locked\n`, stderr: notes, code: 0 };
  const hint = 'Run `licet resolve --online`, look at the difference and commit it';
  return { stdout: '', stderr: `${notes}licet: ${printable(shown)} would change\n${problems.map((problem) => line('-', problem)).join('')}${hint}\n`, code: 1 };
}
