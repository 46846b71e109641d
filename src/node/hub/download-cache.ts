import { join } from 'node:path';
import { frontMatter } from '../../core/extract/card/front-matter.ts';
import { at, parseYaml, type Data } from '../../core/extract/configs/located-data.ts';
import { isModelId } from '../../core/extract/prose/model-id.ts';
import type { Catalogue } from '../../core/data/catalogue.ts';
import type { Resolution } from '../../core/model/lineage.ts';
import type { Repo } from '../../core/model/repo.ts';
import { diskRepo, repoOf } from '../fs/disk-repo.ts';
import { readPlain } from '../fs/plain-file.ts';
import { decode } from '../../core/read/decode-text.ts';
import { canonicalId } from '../../core/data/model-aliases.ts';
import { hubCacheFolder, type Env } from './auth.ts';
import { basesIn, declaredIn, licenseOf } from '../../core/resolve/model-record.ts';
import { failed } from './response-status.ts';
import type { Upstreams } from '../../core/resolve/upstreams.ts';

const CARD = 'README.md';
const CARD_LIMIT = 2 * 1024 * 1024;
const KEYS = [
  'license',
  'license_name',
  'license_link',
  'base_model',
  'base_model_relation',
  'finetuned_from',
];

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
  const fields = text === undefined ? undefined : fieldsIn(text);
  if (fields === undefined) return undefined;
  const declared = declaredIn(fields);
  return {
    is: 'found',
    ...licenseOf(declared, model, catalogue),
    bases: basesIn(fields),
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

/**
 * The front matter's fields; none where there is no block, undefined where it cannot be read: then nothing is
 * known.
 */
function fieldsIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const { yaml, state } = frontMatter(text);
  if (yaml === undefined) return state === 'absent' || state === 'empty' ? {} : undefined;
  const { docs, problem } = parseYaml({ file: CARD, text: text.slice(yaml.start, yaml.end) });
  const [root] = docs;
  if (problem !== undefined || (root !== undefined && root.is !== 'map')) return undefined;
  return Object.fromEntries(KEYS.map((key) => [key, plain(at(root, key))]));
}

function plain(data: Data | undefined): unknown {
  if (data?.is === 'list') return data.items.map((item) => (item.is === 'scalar' ? item.text : undefined));
  return data?.is === 'scalar' ? data.text : undefined;
}
