import type { ClaimOf } from '../../../model/claim.ts';
import { isPartName, nameOf } from '../../../read/component-folders.ts';
import { latePattern } from '../../../text/patterns/late-pattern.ts';

type UpstreamClaim = ClaimOf<'upstream'>;

/** `qwen2-audio-encoder`, `other-vision-tower-from-x`: whose part lies in a folder, and which part it is. */
const PART_FOLDER = latePattern(
  () =>
    new RegExp(
      String.raw`^([a-z0-9][\w.]*?(?:[-_.][\w.]+?)*?)[-_]` +
        String.raw`(?:((?:vision|audio|speech|image|text|visual)[-_](?:encoder|tower))|` +
        String.raw`(encoder|vae|vocoder|codec))` +
        String.raw`(?:[-_](?:from[-_]([\w.-]+)|[\w.-]*))?$`,
      'i',
    ),
);
/** Models that hardly ever stand for themselves in another model's repository, called by a size or number. */
const PART_MODELS: readonly (readonly [name: RegExp, part: string])[] = [
  [/^(?:siglip2?|(?:open)?clip|dinov[23]|intern-?vit|eva\d*|radio)[-_][\w.-]*\d[\w.-]*$/i, 'vision encoder'],
  [/^(?:whisper|wav2vec2?|hubert|wavlm|data2vec-audio)[-_][\w.-]+$/i, 'audio encoder'],
  [/^(?:sd|sdxl|flux)[-_]vae[\w.-]*$/i, 'VAE'],
];

/** What tells no maker: an own name is left out by who asks. */
const ANY_NAME = latePattern(
  () =>
    new RegExp(
      `^(?:(?:${[
        'my|our|own|main|new|old|base|small|large|tiny|big|pre|pretrained|trained|frozen|model|full|multi',
        'the|multimodal|onnx|quantized|fp16|bf16|int8|text|image|audio|vision|speech|video|cross|bi|auto',
        String.raw`context|query|prompt|[\d.]+`,
      ].join('|')})[-_]?)+$`,
      'i',
    ),
);

/**
 * Parts that a folder is called after, where something lies in it that only a model has: a config or weights.
 * `own`: the repository's name and owner, whose parts are nobody else's.
 */
export function partFolders(files: readonly string[], own: readonly string[]): readonly UpstreamClaim[] {
  const found = new Map<string, UpstreamClaim>();
  for (const file of files) {
    if (!/(?:^|\/)(?:config\.json|[^/]+\.safetensors)$/.test(file)) continue;
    for (const folder of file.split('/').slice(0, -1)) {
      const [, maker = folder, side, alone, origin] = PART_FOLDER().exec(folder) ?? [];
      const part =
        (side ?? alone)?.toLowerCase().replace(/[-_]/, ' ') ??
        PART_MODELS.find(([name]) => name.test(folder))?.[1];
      if (part === undefined || isPartName(folder) || ANY_NAME().test(maker) || isOwn(maker, own)) continue;
      const model = origin ?? folder;
      found.set(model, {
        kind: 'upstream',
        model,
        raw: nameOf(folder),
        hub: false,
        relation: 'component',
        part,
        place: { file, start: 0, end: 0 },
        via: 'path',
        confidence: 'possible',
      });
    }
  }
  return [...found.values()];
}

const folded = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const isOwn = (maker: string, own: readonly string[]) =>
  own.some(
    (name) =>
      folded(name) !== '' && (folded(name).includes(folded(maker)) || folded(maker).includes(folded(name))),
  );

/**
 * Whether a text names a part that no id is known of: "Qwen2.5-VL" in any spelling of its separators. A short
 * name needs its capitals: "CLIP" is no video clip.
 */
export function namesPart(text: string, model: string): boolean {
  const parts = model.split(/[\s_-]+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const spelled = String.raw`(?<![\p{L}\p{N}])${parts.join(String.raw`[\s_-]*`)}(?![\p{L}])`;
  return new RegExp(spelled, model.length > 4 ? 'iu' : 'u').test(text);
}
