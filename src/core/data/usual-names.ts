/** A model's id on the Hub, and how people call it in a sentence: a pattern for each. */
const USUAL: readonly (readonly [id: RegExp, called: (found: RegExpExecArray) => string])[] = [
  [/clip-vit-(b|l|h|g|bigg)[a-z]*-(?:patch)?(\d+)/i, ([, size = '', patch = '']) => clip(size, patch)],
  [/siglip2?-so400m/i, () => String.raw`sig-?lip[\s-]?2?[\s-]*so-?400m|so400m`],
  [
    /siglip2?-(base|large|giant)[\w-]*?-patch(\d+)/i,
    ([, size = '']) => String.raw`sig-?lip[\s-]?2?[\s-]*(?:${size}|${size.charAt(0)})\b`,
  ],
  [/dinov(2|3)/i, ([, version = '']) => String.raw`dino[\s-]?v${version}`],
  [
    /whisper-(tiny|base|small|medium|large)(?:-(v\d))?/i,
    ([, size = '', version = '']) => whisper(size, version),
  ],
  [
    /(?:flan-)?t5-?v?[\d_]*-(small|base|large|xl|xxl)/i,
    ([, size = '']) => String.raw`t5[\s-]*(?:v1[._]1[\s-]*)?${size}`,
  ],
  [/(?:sd|sdxl)-vae/i, () => String.raw`sdxl?[\s-]*vae`],
  [/wav2vec2/i, () => String.raw`wav2vec[\s-]*2`],
  [/eva0?2?-clip/i, () => String.raw`eva-?0?2?[\s-]*clip`],
];

function clip(size: string, patch: string): string {
  const shape = String.raw`${size.charAt(0)}[\w]*\s?[/-]\s?(?:patch)?${patch}\b`;
  return String.raw`clip[\s-]*(?:\(?vit[\s-]*)?${shape}|\bvit[\s-]*${shape}`;
}

function whisper(size: string, version: string): string {
  return String.raw`whisper[\s-]*(?:${version}[\s-]*${size}|${size}[\s-]*${version})`;
}

/**
 * Whether a text calls a model by its usual name: "CLIP ViT-L/14" is `openai/clip-vit-large-patch14`, "SigLIP
 * so400m" `google/siglip-so400m-patch14-384`.
 */
export function calledIn(text: string, model: string): boolean {
  const name = model.slice(model.indexOf('/') + 1);
  return USUAL.some(([id, called]) => {
    const found = id.exec(name);
    return found !== null && new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${called(found)})`, 'iu').test(text);
  });
}
