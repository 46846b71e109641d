import type { Claim } from '../model/claim.ts';
import type { Repo, RepoKind } from '../model/repo.ts';

/** Keys that only a data set's card has (hub-docs, datasetcard.md). */
const DATASET_KEYS: ReadonlySet<string> = new Set([
  'task_categories',
  'task_ids',
  'size_categories',
  'annotations_creators',
  'language_creators',
  'source_datasets',
  'multilinguality',
  'pretty_name',
  'dataset_info',
  'configs',
  'paperswithcode_id',
]);
const MODEL_KEYS: ReadonlySet<string> = new Set([
  'base_model',
  'library_name',
  'pipeline_tag',
  'base_model_relation',
  'model-index',
]);
const WEIGHTS = new RegExp(
  [
    String.raw`\.(?:safetensors|gguf|onnx|bin|pt|pth|ckpt|h5|msgpack)$`,
    String.raw`(?:^|\/)(?:config|adapter_config|model_index)\.json$`,
  ].join('|'),
  'i',
);
const TABLES = /\.(?:parquet|jsonl|arrow|csv|tsv)$/i;

/**
 * What the repository is: a Space says `sdk`, a data set's card has keys of its own; everything else is a
 * model.
 */
export function kindOf(claims: readonly Claim[], repo: Pick<Repo, 'files' | 'root'>): RepoKind {
  const keys = new Set(claims.flatMap((claim) => (claim.kind === 'key' ? [claim.key] : [])));
  if (keys.has('sdk') && !keys.has('base_model')) return 'space';
  if ([...keys].some((key) => MODEL_KEYS.has(key)) || repo.files.some((file) => WEIGHTS.test(file)))
    return 'model';
  if ([...keys].some((key) => DATASET_KEYS.has(key)) || repo.files.some((file) => TABLES.test(file)))
    return 'dataset';
  return 'model';
}
