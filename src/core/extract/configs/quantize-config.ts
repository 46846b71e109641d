import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import type { Context } from '../context.ts';
import { at, parseJson, textAt, unreadable } from './located-data.ts';
import { originClaims } from './recorded-origin.ts';

const via = 'quantize-config';

/**
 * AutoGPTQ's `quantize_config.json`, AWQ's `quant_config.json`, ModelOpt's `hf_quant_config.json`
 * (docs/evidence.md, configs and recipes).
 */
export function quantizeConfigClaims(source: TextSource, context: Context): Claim[] {
  const { docs, problem } = parseJson(source);
  const [root] = docs;
  const claims = unreadable(source.file, via, problem);
  const mark = ['bits', 'w_bit', 'quant_method', 'quantization', 'quant_algo']
    .map((key) => at(root, key))
    .find((one) => one !== undefined);
  const tool =
    textAt(root, 'quant_method')?.text ??
    textAt(root, 'producer', 'name')?.text ??
    (at(root, 'w_bit') === undefined ? 'gptq' : 'awq');
  if (mark !== undefined)
    claims.push({ kind: 'form', relation: 'quantized', tool, place: mark.place, via, confidence: 'certain' });
  const found = textAt(root, 'model_name_or_path');
  if (found !== undefined)
    claims.push(
      ...originClaims(
        { raw: found.text, place: found.place, via, confidence: 'likely', relation: 'quantized' },
        context,
      ),
    );
  return claims;
}
