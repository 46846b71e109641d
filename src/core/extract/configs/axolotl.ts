import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import type { Context } from '../context.ts';
import { at, itemsAt, parseYaml, textAt, unreadable, type Data } from './located-data.ts';
import { originClaims, sameId } from './recorded-origin.ts';
import { isHubDataset } from './training-args.ts';

const via = 'axolotl';

/**
 * True where a YAML document is an axolotl configuration: a base model, data sets with a `path`, and its own
 * keys of training.
 */
export function isAxolotl(root: Data | undefined): boolean {
  const own = ['sequence_len', 'micro_batch_size', 'sample_packing', 'val_set_size', 'dataset_prepared_path'];
  // In a card people cut it short; data sets by path and type are its way alone.
  const data = itemsAt(root, 'datasets').some(
    (one) => textAt(one, 'path') !== undefined && textAt(one, 'type') !== undefined,
  );
  return textAt(root, 'base_model') !== undefined && (data || own.some((key) => at(root, key) !== undefined));
}

/** An axolotl YAML file. */
export function axolotlFileClaims(source: TextSource, context: Context): Claim[] {
  const { docs, problem } = parseYaml(source);
  return [
    ...unreadable(source.file, via, problem),
    ...docs.slice(0, 1).flatMap((root) => axolotlClaims(root, context)),
  ];
}

/**
 * What an axolotl configuration names, as base and as training data: the tool trained on exactly these
 * (docs/evidence.md, configs and recipes).
 */
export function axolotlClaims(root: Data, context: Context): Claim[] {
  const base = textAt(root, 'base_model');
  const relation = textAt(root, 'adapter') === undefined ? 'finetune' : 'adapter';
  const own = textAt(root, 'hub_model_id')?.text;
  const isOwn = base !== undefined && sameId(base.text, own);
  const upstream =
    base === undefined || isOwn
      ? []
      : originClaims({ raw: base.text, place: base.place, via, confidence: 'certain', relation }, context);
  const datasets = itemsAt(root, 'datasets').flatMap((one): Claim[] => {
    const path = textAt(one, 'path');
    return path !== undefined && isHubDataset(path.text)
      ? [{ kind: 'dataset', dataset: path.text, place: path.place, via, confidence: 'certain' }]
      : [];
  });
  return [...upstream, ...datasets];
}
