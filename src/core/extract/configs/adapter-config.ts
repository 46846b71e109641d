import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import type { Context } from '../context.ts';
import { parseJson, textAt, unreadable } from './located-data.ts';
import { originClaims } from './recorded-origin.ts';

const via = 'adapter-config';

/**
 * `adapter_config.json` of PEFT or MLX, anywhere in the tree: written by `save_pretrained`, and needed to
 * load the adapter, so what it names is certain (docs/evidence.md, configs and recipes). A local path there
 * is worth saying: nobody else can load it.
 */
export function adapterConfigClaims(source: TextSource, context: Context): Claim[] {
  const { docs, problem } = parseJson(source);
  const [root] = docs;
  const claims = unreadable(source.file, via, problem);
  const peft = textAt(root, 'peft_type');
  const peftBase = textAt(root, 'base_model_name_or_path');
  const mlx = textAt(root, 'fine_tune_type') ?? textAt(root, 'adapter_path');
  const base = peftBase ?? (peft === undefined ? textAt(root, 'model') : undefined);
  const tool =
    peft !== undefined || peftBase !== undefined
      ? 'PEFT'
      : mlx !== undefined || base !== undefined
        ? 'MLX'
        : undefined;
  if (tool !== undefined && root !== undefined)
    claims.push({
      kind: 'form',
      relation: 'adapter',
      tool,
      via,
      confidence: 'certain',
      place: (peft ?? mlx ?? peftBase ?? base ?? root).place,
    });
  if (base !== undefined)
    claims.push(
      ...originClaims(
        { raw: base.text, place: base.place, via, confidence: 'certain', relation: 'adapter', owesId: true },
        context,
      ),
    );
  return claims;
}
