import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import { originClaims } from '../configs/recorded-origin.ts';
import type { Context } from '../context.ts';
import { familyOf, isSameFamily } from './code-families.ts';
import type { PythonText } from './python-text.ts';

/**
 * Classes that stand for a part which is hardly ever trained anew, as transformers and diffusers call
 * them, the part, and what people call the model that it belongs to.
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
export function partClaims({ file, text }: TextSource, { imported }: PythonText, context: Context): Claim[] {
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
  return [...found.values(), ...loadedParts(file, text, context)];
}

/** `CLIPVisionModel.from_pretrained("openai/clip-vit-large-patch14")`: the class, and the id. */
const LOADED = new RegExp(
  String.raw`\b(?:self\.)?(?:(\w+)\s*=\s*)?(\w+)\.from_pretrained\(\s*` +
    String.raw`(?:pretrained_model_name_or_path\s*=\s*)?(["'])([\w.-]+\/[\w.-]+)\3`,
  'g',
);
/** What is loaded as a part: by what it is assigned to or by the class that loads it. */
const SIDES: readonly (readonly [name: RegExp, part: string])[] = [
  [/tokeni[sz]er|processor/i, 'tokenizer'],
  [/vae|autoencoder/i, 'VAE'],
  [/vision|visual|image|clip|siglip|dino/i, 'vision encoder'],
  [/audio|speech|whisper|wav2vec|hubert/i, 'audio encoder'],
  [/text|t5/i, 'text encoder'],
  [/llm|language|lm$|causallm/i, 'language model'],
];

/**
 * Models of others that the code of a model loads by their id when it is built. Scripts load what they
 * measure or show, so only files of an implementation tell; doc strings and comments are examples.
 */
function loadedParts(file: string, text: string, context: Context): Claim[] {
  if (!/(?:^|\/)model(?:l?ing)?(?:_\w+)?\.py$/.test(file)) return [];
  const loads = [...withoutRemarks(text).matchAll(LOADED)];
  // Of several for one name it depends on a setting which is loaded.
  const isOneOfSeveral = (name: string, id: string) =>
    name !== '' && loads.some(({ 1: other, 4: otherId }) => other === name && otherId !== id);
  return loads.flatMap(({ 0: all, 1: name = '', 2: kind = '', 4: id = '', index }) => {
    if (isOneOfSeveral(name, id)) return [];
    const part = SIDES.find(([side]) => side.test(name) || side.test(kind))?.[1];
    const start = index + all.length - id.length - 1;
    const place = { file, start, end: start + id.length };
    return part === undefined
      ? []
      : originClaims(
          { raw: id, place, via: 'remote-code', confidence: 'likely', relation: 'component', part },
          context,
        );
  });
}

/** The text at the same length, its comments and long strings blank. */
const withoutRemarks = (text: string): string =>
  text.replace(/("""|''')[\s\S]*?\1|#[^\n]*/g, (one) => one.replace(/[^\n]/g, ' '));
