import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import { familyOf, isSameFamily } from './code-families.ts';
import type { PythonText } from './python-text.ts';

/**
 * Classes that stand for a part which is hardly ever trained anew, as transformers and diffusers call
 * them, the
 * part, and what people call the model that it belongs to.
 */
const PARTS: readonly (readonly [name: RegExp, part: string, model: string])[] = [
  [/^Qwen2_5_VisionTransformer\w*Model$/, 'vision encoder', 'Qwen2.5-VL'],
  [/^Qwen2VisionTransformer\w*Model$/, 'vision encoder', 'Qwen2-VL'],
  [/^Qwen3VL(?:Moe)?Vision\w*$/, 'vision encoder', 'Qwen3-VL'],
  [/^Qwen2AudioEncoder$/, 'audio encoder', 'Qwen2-Audio'],
  [/^Qwen2_5OmniAudioEncoder$/, 'audio encoder', 'Qwen2.5-Omni'],
  [/^Whisper(?:Encoder|Model)$/, 'audio encoder', 'Whisper'],
  [/^Siglip2?Vision(?:Model|Transformer)$/, 'vision encoder', 'SigLIP'],
  [/^CLIPVision(?:Model\w*|Transformer)$/, 'vision encoder', 'CLIP'],
  [/^CLIPText(?:Model\w*|Transformer)$/, 'text encoder', 'CLIP'],
  [/^Dinov2(?:Model|Backbone)$/, 'vision encoder', 'DINOv2'],
  [/^InternVisionModel$/, 'vision encoder', 'InternViT'],
  [/^AutoencoderKLWan$/, 'VAE', 'Wan'],
  [/^AutoencoderKLQwenImage$/, 'VAE', 'Qwen-Image'],
  [/^U?MT5EncoderModel$|^T5EncoderModel$/, 'text encoder', 'T5'],
];

/**
 * Encoders and VAEs of others that a file imports by their class. The class tells whose design it is, and for
 * parts like these nearly always whose weights too; the id stands nowhere, so a name is all that is told.
 */
export function partClaims({ file, text }: TextSource, { imported }: PythonText): Claim[] {
  const own = /_(\w+)\.py$/.exec(file)?.[1] ?? '';
  const found = new Map<string, Claim>();
  for (const name of imported) {
    const [, part, model] = PARTS.find(([pattern]) => pattern.test(name)) ?? [];
    const start = text.indexOf(name);
    if (part === undefined || model === undefined || found.has(`${part} ${model}`)) continue;
    if (isSameFamily(familyOf(name) ?? model, own)) continue;
    found.set(`${part} ${model}`, {
      kind: 'upstream',
      model,
      raw: name,
      hub: false,
      relation: 'component',
      part,
      place: { file, start, end: start + name.length },
      via: 'remote-code',
      confidence: 'likely',
    });
  }
  return [...found.values()];
}
