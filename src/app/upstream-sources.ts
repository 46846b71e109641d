import { relative, resolve } from 'node:path';
import { FAILURE_WORDS } from '../core/evaluate/facts/terms/term-labels.ts';
import type { Catalogue } from '../core/data/catalogue.ts';
import { UsageError } from '../core/model/usage-error.ts';
import type { Resolution } from '../core/model/lineage.ts';
import type { HubClient } from '../core/hub/hub-repo.ts';
import { message } from '../core/report/terminal/wrap.ts';
import { withCopyright } from '../core/resolve/copyright-holders.ts';
import { LOCK_FILE, LockFinder } from '../node/lock/find-lock.ts';
import type { Newer } from '../core/resolve/lock/lock-with-drift.ts';
import type { Lock } from '../core/resolve/lock/lock.ts';
import { readLock } from '../node/lock/read-lock.ts';
import type { RecordedFact } from '../core/resolve/recorded-facts.ts';
import { snapshot } from '../core/resolve/snapshot.ts';
import { firstOf, freshFirst, remembered, type Upstreams } from '../core/resolve/upstreams.ts';
import type { Host } from './host.ts';

/** Where a run may look for upstreams. */
export interface Where {
  readonly online: boolean;
  readonly hubCache: boolean;
  readonly frozenLock: boolean;
  /** The lock that `--lock` names; else each repository's nearest counts. */
  readonly lock: string | undefined;
  /** No lock counts but the one that is named. */
  readonly onlyLock?: boolean;
}

type Setting = Pick<Host, 'cwd' | 'env' | 'today'>;

/**
 * The Hub, for runs that may ask it; `paths` are those that the run was given. Loaded only then: offline no
 * line of it runs.
 */
export async function hubFor(
  { cwd, env, watch }: Pick<Host, 'cwd' | 'env' | 'watch'>,
  paths: readonly string[] = [],
  now?: () => Date,
): Promise<HubClient> {
  const { hubClient } = await import('../node/hub/client.ts');
  return hubClient({
    env,
    trees: [cwd, ...paths.map((path) => resolve(cwd, path))],
    ...(now === undefined ? {} : { now }),
    waits: watch && (await import('./hub-waiting.ts')).waitingOn(watch),
  });
}

/**
 * The sources of a run: one composed list for each repository, of which all but facts and lock are shared.
 */
export class Sources {
  readonly #where: Where;
  readonly #host: Setting;
  readonly #catalogue: Catalogue;
  readonly #client: HubClient | undefined;
  readonly #finder: LockFinder;
  readonly #locks = new Map<string, Promise<Upstreams>>();
  readonly #unheard = new Map<string, string>();
  /** Models of which the Hub did not tell, and something older does: why it did not. */
  readonly #older = new Map<string, string>();
  #shared: Promise<Upstreams> | undefined;

  constructor(where: Where, host: Setting, catalogue: Catalogue, client?: HubClient) {
    this.#where = where;
    this.#host = host;
    this.#catalogue = catalogue;
    this.#client = client;
    this.#finder = new LockFinder(host.cwd);
  }

  /**
   * For what lies in a folder: the team's facts, the lock, the machine's Hub cache where it was asked for,
   * the snapshot, and last the Hub where that was. Offline is a shorter list. Throws `UsageError` for a lock
   * that cannot be read, or that is asked for and not there.
   */
  async for(folder: string | undefined, facts: readonly RecordedFact[]): Promise<Upstreams> {
    const all: Upstreams[] = [];
    if (facts.length > 0)
      all.push((await import('../core/resolve/recorded-facts.ts')).recorded(facts, this.#catalogue));
    const lock = await this.lockFor(folder);
    if (lock !== undefined) all.push(lock);
    if (!this.#where.frozenLock) all.push(await (this.#shared ??= this.#beyond()));
    return remembered(withCopyright(firstOf(all)));
  }

  /** What the lock of a folder answers, read once. Throws `UsageError` as `for` does. */
  lockFor(folder = this.#host.cwd): Promise<Upstreams | undefined> {
    const lock = this.#lockOf(folder);
    if (lock === undefined) return Promise.resolve(undefined);
    return this.#locked(lock, this.#where.lock === undefined ? this.#finder.rootOf(folder) : undefined);
  }

  /** The locks that were read, as messages show them. */
  locks(): string[] {
    return [...this.#locks.keys()].map((path) => this.#shown(path));
  }

  /** What the user should know and that is no finding, one line each. */
  notes(): string[] {
    const told = (silent: ReadonlyMap<string, string>, what: (models: string) => string) => {
      const reasons = new Map<string, string[]>();
      for (const [model, why] of silent) reasons.set(why, [...(reasons.get(why) ?? []), model]);
      return [...reasons].map(([why, models]) =>
        message(`${what(models.length === 1 ? `"${models[0] ?? ''}"` : `${models.length} models`)}: ${why}`),
      );
    };
    return [
      ...told(this.#unheard, (models) => `the lock was not held against the Hub for ${models}`),
      ...told(this.#older, (models) => `the Hub did not tell of ${models}, so what licet ships speaks`),
    ].sort();
  }

  #lockOf(folder: string): string | undefined {
    const { lock, frozenLock, onlyLock = false } = this.#where;
    if (lock !== undefined) return resolve(this.#host.cwd, lock);
    if (onlyLock && frozenLock)
      throw new UsageError(`No ${LOCK_FILE} beside the frozen config`, 'Name one with `--lock`');
    const found = onlyLock ? undefined : this.#finder.find(folder);
    if (found === undefined && frozenLock)
      throw new UsageError(
        `No ${LOCK_FILE} in or above "${this.#shown(folder)}"`,
        'Write it with `licet resolve`',
      );
    return found;
  }

  #shown(path: string): string {
    return shownFrom(this.#host.cwd, path);
  }

  #locked(path: string, root: string | undefined): Promise<Upstreams> {
    const known = this.#locks.get(path);
    if (known) return known;
    const answer = this.#open(path, root);
    this.#locks.set(path, answer);
    return answer;
  }

  async #open(path: string, root: string | undefined): Promise<Upstreams> {
    const shown =
      this.#where.lock === undefined || this.#where.onlyLock === true ? this.#shown(path) : this.#where.lock;
    const lock = (await readLock(path, shown, root))?.lock;
    if (lock === undefined)
      throw new UsageError(`Lock "${shown}" could not be read`, 'Write it with `licet resolve`');
    const { heldLock } = await import('../core/resolve/lock/lock-with-drift.ts');
    return remembered(
      heldLock(lock, this.#catalogue, await this.#newerThan(lock), { frozen: this.#where.frozenLock }),
    );
  }

  /** What may tell that a lock is stale, whether or not it may answer for it: the Hub's own word first. */
  async #newerThan(lock: Lock): Promise<Newer[]> {
    const { hubCache, online } = this.#where;
    const all: Newer[] = [{ upstreams: snapshot(this.#catalogue) }];
    if (hubCache)
      all.unshift({
        upstreams: (await import('../node/hub/download-cache.ts')).hubCache(this.#host.env, this.#catalogue),
      });
    if (!online) return all;
    const { hub } = await import('../core/hub/hub-upstreams.ts');
    const { lockKey } = await import('../core/resolve/lock/lock.ts');
    // A text is fetched only where the commit is another than the one that was locked.
    const texts = (model: string, sha: string) => {
      const entry = lock.get(lockKey(model));
      return entry?.textHash !== undefined && entry.revision !== sha;
    };
    const asked = noted(
      hub({ client: this.#client ?? (await hubFor(this.#host)), catalogue: this.#catalogue, texts }),
      this.#unheard,
    );
    return [
      {
        upstreams: asked,
        live: true,
        asks: ({ source, date }) => !(isHub(source) && date === this.#host.today),
      },
      ...all,
    ];
  }

  /** The Hub's word of now, then a card that lies on this machine, then what others once read of it. */
  async #beyond(): Promise<Upstreams> {
    const fresh: Upstreams[] = [];
    const silent = new Map<string, string>();
    if (this.#where.online) {
      const client = this.#client ?? (await hubFor(this.#host));
      const { hub } = await import('../core/hub/hub-upstreams.ts');
      fresh.push(noted(hub({ client, catalogue: this.#catalogue }), silent));
    }
    if (this.#where.hubCache)
      fresh.push((await import('../node/hub/download-cache.ts')).hubCache(this.#host.env, this.#catalogue));
    const shipped = snapshot(this.#catalogue);
    if (fresh.length === 0) return remembered(shipped);
    const all = freshFirst(firstOf(fresh), shipped);
    return remembered({
      find: async (model) => {
        const found = await all.find(model);
        const why = silent.get(model);
        if (found.is === 'found' && why !== undefined) this.#older.set(model, why);
        return found;
      },
    });
  }
}

/** What is asked when a lock is written. */
export interface Locking extends Omit<Where, 'lock'> {
  readonly lock: Lock;
  /** Of the config: they go before the lock and are not written into it. */
  readonly facts: readonly RecordedFact[];
  /** Why the Hub did not tell, by model. */
  readonly unheard: Map<string, string>;
}

/**
 * Who is asked when a lock is written: the Hub before what was written down of it, the Hub's words before
 * those that licet ships.
 */
export async function sourcesToLock(
  { lock, facts, frozenLock, online, hubCache, unheard }: Locking,
  { env }: Pick<Host, 'env'>,
  catalogue: Catalogue,
  client: HubClient | undefined,
): Promise<Upstreams> {
  const { lockFile, lockOf } = await import('../core/resolve/lock/lock.ts');
  const all: Upstreams[] = [(await import('../core/resolve/recorded-facts.ts')).recorded(facts, catalogue)];
  if (online && client)
    all.push(
      noted(
        (await import('../core/hub/hub-upstreams.ts')).hub({
          client,
          catalogue,
          fresh: 0,
          texts: () => true,
        }),
        unheard,
      ),
    );
  if (frozenLock) return remembered(firstOf([...all, lockFile(lock, catalogue, { frozen: true })]));
  // What an older licet took from its snapshot is taken anew; what came from the Hub is better than any
  // snapshot.
  all.push(lockFile(lockOf([...lock.values()].filter(({ source }) => source !== 'snapshot')), catalogue));
  if (hubCache) all.push((await import('../node/hub/download-cache.ts')).hubCache(env, catalogue));
  return remembered(firstOf([...all, snapshot(catalogue), lockFile(lock, catalogue)]));
}

/** A path as messages show it. */
export function shownFrom(cwd: string, path: string): string {
  return relative(cwd, path).replaceAll('\\', '/') || '.';
}

const isHub = (source: string) => /^Hub(?! cache)/.test(source);

/** Keeps why a source did not tell. */
function noted(upstreams: Upstreams, unheard: Map<string, string>): Upstreams {
  return {
    async find(model) {
      const found: Resolution = await upstreams.find(model);
      if (found.is === 'failed') unheard.set(model, found.detail ?? FAILURE_WORDS[found.why].why);
      return found;
    },
  };
}
