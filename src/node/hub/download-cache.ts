import { join } from 'node:path';
import { isModelId } from '../../core/extract/prose/model-id.ts';
import type { Catalogue } from '../../core/data/catalogue.ts';
import type { Resolution } from '../../core/model/lineage.ts';
import type { Repo } from '../../core/model/repo.ts';
import { diskRepo, repoOf } from '../fs/disk-repo.ts';
import { readPlain } from '../fs/plain-file.ts';
import { decode } from '../../core/read/decode-text.ts';
import { canonicalId } from '../../core/data/model-aliases.ts';
import { hubCacheFolder, type Env } from './auth.ts';
import { cardFields } from '../../core/resolve/card-fields.ts';
import { basesIn, bounded, declaredIn, licenseOf } from '../../core/resolve/model-record.ts';
import { failed } from '../../core/hub/response-status.ts';
import type { Upstreams } from '../../core/resolve/upstreams.ts';

const CARD = 'README.md';
const CARD_LIMIT = 2 * 1024 * 1024;

/**
 * What huggingface_hub has downloaded to this machine: `models--org--name/refs/main` names a commit, and its
 * card lies in `snapshots/<commit>/README.md` (hub-docs, local-cache). Links are followed into the cache's
 * own `blobs` alone.
 */
export function hubCache(env: Env, catalogue: Catalogue): Upstreams {
  const root = hubCacheFolder(env);
  return {
    async find(model) {
      if (!isModelId(model)) return failed('not-a-hub-id', 'it is no Hub id');
      for (const id of new Set([model, canonicalId(model)])) {
        const found = await inFolder(join(root, `models--${id.replace('/', '--')}`), id, catalogue);
        if (found !== undefined) return found;
      }
      return failed('offline', 'it is neither in the snapshot nor in the Hub cache of this machine');
    },
  };
}

/** What huggingface_hub has downloaded of a model to this machine; undefined where that is nothing. */
export async function downloadedRepo(model: string, env: Env): Promise<Repo | undefined> {
  if (!isModelId(model)) return undefined;
  for (const id of new Set([model, canonicalId(model)])) {
    const folder = join(hubCacheFolder(env), `models--${id.replace('/', '--')}`);
    const ref = refIn(join(folder, 'refs', 'main'));
    if (ref === undefined) continue;
    const repo = await diskRepo(join(folder, 'snapshots', ref.sha), { hubCache: true });
    if (repo.files.length > 0) return repo;
  }
  return undefined;
}

async function inFolder(
  folder: string,
  model: string,
  catalogue: Catalogue,
): Promise<Resolution | undefined> {
  const ref = refIn(join(folder, 'refs', 'main'));
  if (ref === undefined) return undefined;
  const text = await cardIn(join(folder, 'snapshots', ref.sha));
  const fields = text === undefined ? undefined : cardFields(text);
  if (fields === undefined) return undefined;
  const declared = declaredIn(fields);
  return {
    is: 'found',
    ...licenseOf(declared, model, catalogue),
    ...bounded(basesIn(fields)),
    from: 'Hub cache',
    asOf: ref.date,
    revision: ref.sha,
    ...(declared === undefined ? {} : { declared }),
  };
}

/** The commit, and the day on which it was written here: the day of the reading. */
function refIn(file: string): { readonly sha: string; readonly date: string } | undefined {
  const read = readPlain(file, 100);
  if (read.is === 'unread') return undefined;
  const sha = read.bytes.toString('utf8').trim();
  return /^[0-9a-f]{40}$/.test(sha) ? { sha, date: read.modified.toISOString().slice(0, 10) } : undefined;
}

async function cardIn(snapshot: string): Promise<string | undefined> {
  try {
    const bytes = await repoOf(snapshot, [CARD], { hubCache: true }).bytes(CARD, 0, CARD_LIMIT);
    const { text, binary } = decode(bytes, true);
    return binary ? undefined : text;
  } catch {
    return undefined;
  }
}
