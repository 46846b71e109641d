import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import type { Context } from '../context.ts';
import { at, itemsAt, parseJson, parseYaml, textAt, unreadable, type Data } from './located-data.ts';
import { isLocal, originClaims } from './recorded-origin.ts';

const via = 'training-args';
const MODEL_KEYS = ['model_name_or_path', 'model_id', 'pretrained_model_name_or_path', 'base_model'];
const DATASET_KEYS = ['dataset_name', 'dataset_id', 'dataset_mixer', 'dataset', 'datasets'];

/**
 * True where a YAML or JSON document holds the arguments of a training run: a model, and how it was trained.
 */
export function isTraining(root: Data | undefined): boolean {
  const trains = [
    'learning_rate',
    'num_train_epochs',
    'per_device_train_batch_size',
    'finetuning_type',
    'max_steps',
    'do_train',
    'train_batch_size',
  ];
  return (
    MODEL_KEYS.some((key) => at(root, key) !== undefined) && trains.some((key) => at(root, key) !== undefined)
  );
}

/**
 * Arguments of a training run in JSON or YAML (docs/evidence.md, configs and recipes): what was trained, how,
 * and on what. An evaluation trains nothing.
 */
export function trainingArgsClaims(source: TextSource, context: Context): Claim[] {
  const { docs, problem } = /\.json$/i.test(source.file) ? parseJson(source) : parseYaml(source);
  const [root] = docs;
  const skipped = flag(root, 'do_train') === false;
  return [
    ...unreadable(source.file, via, problem),
    ...(skipped ? [] : [...modelClaims(root, context), ...datasetClaims(root)]),
  ];
}

function modelClaims(root: Data | undefined, context: Context): Claim[] {
  const found = MODEL_KEYS.map((key) => textAt(root, key)).find((one) => one !== undefined);
  if (found === undefined) return [];
  const relation = isAdapterRun(root) ? 'adapter' : 'finetune';
  return originClaims({ raw: found.text, place: found.place, via, confidence: 'likely', relation }, context);
}

function isAdapterRun(root: Data | undefined): boolean {
  const type = textAt(root, 'finetuning_type')?.text ?? '';
  return (
    /lora/i.test(type) || ['use_peft', 'use_lora', 'lora', 'peft'].some((key) => flag(root, key) === true)
  );
}

function flag(root: Data | undefined, key: string): boolean | undefined {
  const found = at(root, key);
  return found?.is === 'scalar' && typeof found.value === 'boolean' ? found.value : undefined;
}

function datasetClaims(root: Data | undefined): Claim[] {
  return DATASET_KEYS.flatMap((key) => {
    const data = at(root, key);
    // alignment-handbook writes a mapping from id to share.
    if (data?.is === 'map') return data.entries.flatMap((entry) => dataset(entry.key, entry.value.place));
    const single = textAt(data);
    const texts = single === undefined ? itemsAt(data).flatMap((item) => textAt(item) ?? []) : [single];
    return texts.flatMap(({ text, place }) => dataset(text, place));
  });

  function dataset(id: string, place: Claim['place']): Claim[] {
    return isHubDataset(id) ? [{ kind: 'dataset', dataset: id, place, via, confidence: 'likely' }] : [];
  }
}

/** `owner/name`. Bare words are usually names in a trainer's own register. */
export function isHubDataset(id: string): boolean {
  return (
    /^[\w.-]{1,96}\/[\w.-]{1,96}$/.test(id) &&
    !isLocal(id) &&
    !/\.(?:jsonl?|csv|parquet|txt|arrow|tsv)$/i.test(id)
  );
}
