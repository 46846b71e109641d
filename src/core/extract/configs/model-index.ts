import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import type { Context } from '../context.ts';
import { itemsAt, parseJson, textAt, unreadable } from './located-data.ts';
import { originClaims } from './recorded-origin.ts';

const via = 'model-index';

/** Entries of a pipeline that are written as `[library, class]` or as nothing. */
const OF_FILE = { confidence: 'likely', relation: 'unsaid', via } as const;

/**
 * `model_index.json` of diffusers: the pipeline it was saved from (docs/evidence.md, configs and recipes).
 * Class names are implementations and say nothing.
 */
export function modelIndexClaims(source: TextSource, context: Context): Claim[] {
  const { docs, problem } = parseJson(source);
  const [root] = docs;
  const found = textAt(root, '_name_or_path');
  const whole =
    found === undefined ? [] : originClaims({ ...OF_FILE, raw: found.text, place: found.place }, context);
  const entries = root?.is === 'map' ? root.entries : [];
  // Modular pipelines put an object with the component's repository as third item.
  const parts = entries.flatMap(({ key, value }) => {
    const spec = itemsAt(value)[2];
    const repo = textAt(spec, 'pretrained_model_name_or_path') ?? textAt(spec, 'repo');
    return repo === undefined
      ? []
      : originClaims(
          {
            via: 'config-component',
            confidence: 'likely',
            relation: 'component',
            part: key,
            raw: repo.text,
            place: repo.place,
          },
          context,
        );
  });
  return [...unreadable(source.file, via, problem), ...whole, ...parts];
}
