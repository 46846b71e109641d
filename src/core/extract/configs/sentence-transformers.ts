import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import type { Context } from '../context.ts';
import { parseJson, textAt, unreadable } from './located-data.ts';
import { originClaims } from './recorded-origin.ts';

const via = 'sentence-transformers';
const KEYS = ['model_name_or_path', 'base_model', '_name_or_path'];

/**
 * The configs of sentence-transformers and SetFit. Usually they hold versions and prompts only
 * (docs/evidence.md, configs and recipes): the origin stands in `config.json` of the first module. Those that
 * do name a model are believed as far as a config is.
 */
export function sentenceTransformersClaims(source: TextSource, context: Context): Claim[] {
  const { docs, problem } = parseJson(source);
  const found = KEYS.map((key) => textAt(docs[0], key)).find((one) => one !== undefined);
  const named =
    found === undefined
      ? []
      : originClaims(
          { raw: found.text, place: found.place, via, confidence: 'likely', relation: 'unsaid' },
          context,
        );
  return [...unreadable(source.file, via, problem), ...named];
}
