import type { WeightFile } from './disclosure.ts';
import type { Known } from './subject.ts';
import type { Repo } from '../model/repo.ts';
import { POINTER_LIMIT } from '../read/decode-text.ts';

const WEIGHTS =
  /\.(?:safetensors|gguf|ggml|onnx|pt|pth|ckpt|bin|h5|msgpack|tflite|nemo|mlmodel|pkl|joblib|npz)$/i;
const OID = /^oid sha256:([0-9a-f]{64})$/m;
const SIZE = /^size (\d{1,15})$/m;
/** Weight files of one repository that are looked at. */
const MOST = 2000;

/**
 * What is known of a repository without reading its weights: the commit, where the Hub or `--revision` tells
 * it, and the hashes that pointers and the Hub's list hold. A folder may have changed since its commit, so
 * that is not looked up.
 */
export async function knownOf(repo: Repo | undefined, revision: string | undefined): Promise<Known> {
  if (!repo) return { revision };
  const weights: WeightFile[] = [];
  for (const file of repo.files.filter((one) => WEIGHTS.test(one)).slice(0, MOST)) {
    const hash = await hashOf(repo, file);
    if (hash) weights.push(hash);
  }
  return { revision: repo.revision ?? revision, weights };
}

async function hashOf(repo: Repo, file: string): Promise<WeightFile | undefined> {
  const size = await repo.size(file);
  const told = repo.hashes?.get(file);
  if (told !== undefined) return { file, sha256: told, size: size ?? null };
  if (repo.hashes !== undefined || (size ?? 0) > POINTER_LIMIT) return undefined;
  return pointedAt(file, await startOf(repo, file));
}

/** The start of a file; empty where it cannot be read, of which the findings tell. */
async function startOf(repo: Repo, file: string): Promise<string> {
  try {
    return String.fromCharCode(...(await repo.bytes(file, 0, POINTER_LIMIT + 1)));
  } catch {
    return '';
  }
}

/** What a Git LFS pointer says. A Xet pointer holds a hash of another kind. */
function pointedAt(file: string, pointer: string): WeightFile | undefined {
  if (!pointer.startsWith('version https://git-lfs.github.com/spec/')) return undefined;
  const sha256 = OID.exec(pointer)?.[1];
  const size = SIZE.exec(pointer)?.[1];
  return sha256 === undefined ? undefined : { file, sha256, size: size === undefined ? null : Number(size) };
}
