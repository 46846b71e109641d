import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Fact } from './config/config.ts';
import type { Catalogue } from './license/catalogue.ts';
import { UsageError } from './model/errors.ts';
import type { HubClient } from './read/hub.ts';
import { withCopyright } from './resolve/copyright.ts';
import { snapshot } from './resolve/snapshot.ts';
import { firstOf, remembered, type Upstreams } from './resolve/upstreams.ts';
import type { World } from './world.ts';

/** Where a run may look for upstreams. */
export interface Where {
  readonly online: boolean;
  readonly hubCache: boolean;
  readonly frozenLock: boolean;
  readonly lock: string | undefined;
}

/** The Hub, for runs that may ask it. Loaded only then: offline no line of it runs. */
export async function hubFor(world: World): Promise<HubClient> {
  const { hubClient } = await import('./resolve/hub-client.ts');
  return hubClient({ env: world.env });
}

/**
 * One composed list: the team's facts, the lock, the snapshot, then what was asked for: the machine's Hub cache, the Hub.
 * Offline is simply a shorter list.
 */
export async function upstreamsFor(where: Where, facts: readonly Fact[], world: World, catalogue: Catalogue, client?: HubClient): Promise<Upstreams> {
  const all: Upstreams[] = [];
  if (facts.length > 0) all.push((await import('./resolve/recorded.ts')).recorded(facts, catalogue));
  const lock = await lockFor(where, world, catalogue);
  if (lock) all.push(lock);
  if (!where.frozenLock) all.push(snapshot(catalogue));
  if (where.hubCache && !where.frozenLock) all.push((await import('./resolve/hub-cache.ts')).hubCache(world.env, catalogue));
  if (where.online && !where.frozenLock) all.push((await import('./resolve/hub.ts')).hub({ client: client ?? (await hubFor(world)), catalogue }));
  return remembered(withCopyright(firstOf(all)));
}

async function lockFor({ lock, frozenLock }: Where, world: World, catalogue: Catalogue): Promise<Upstreams | undefined> {
  const path = resolve(world.cwd, lock ?? 'licet.lock.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    if (lock !== undefined || frozenLock) throw new UsageError(`Lock "${lock ?? 'licet.lock.json'}" could not be read`, 'Write it with `licet resolve`');
    return undefined;
  }
  const { lockFile, parseLock } = await import('./resolve/lock.ts');
  const read = parseLock(text, lock ?? 'licet.lock.json');
  if (read.is === 'refused') throw new UsageError(read.what, read.hint);
  return lockFile(read.lock, catalogue, { frozen: frozenLock });
}
