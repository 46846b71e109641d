import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import { autoMapClaims } from './config-json.ts';
import type { Context } from '../context.ts';
import { parseJson, textAt, unreadable } from './located-data.ts';
import { originClaims } from './recorded-origin.ts';

const via = 'tokenizer';

/**
 * `tokenizer_config.json`: older files keep the name that the tokenizer was loaded under (docs/evidence.md,
 * configs and recipes). A fine-tune carries its base's tokenizer, so this is only a possible component; the
 * dispatcher drops it where the model is known anyway.
 */
export function tokenizerClaims(source: TextSource, context: Context): Claim[] {
  // Vocabularies make these files megabytes long; most hold neither key.
  if (!/"(?:name_or_path|auto_map)"/.test(source.text)) return [];
  const { docs, problem } = parseJson(source);
  const [root] = docs;
  const found = textAt(root, 'name_or_path');
  const named =
    found === undefined
      ? []
      : originClaims(
          {
            raw: found.text,
            place: found.place,
            via,
            confidence: 'possible',
            relation: 'component',
            part: 'tokenizer',
          },
          context,
        );
  return [...unreadable(source.file, via, problem), ...named, ...autoMapClaims(root, context)];
}
