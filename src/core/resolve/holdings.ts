import { PatternSet } from '../text/patterns/pattern-set.ts';

/**
 * A whole model's weights at the top of a repository, by the names that transformers, Mistral and llama.cpp
 * give them.
 */
const WHOLE_WEIGHTS = new PatternSet([
  [
    '^(?:model|pytorch_model|tf_model|flax_model|consolidated)(?:[-.]\\d+(?:-of-\\d+)?)?' +
      '\\.(?:safetensors|bin|h5|msgpack|pth)$',
    ['model', 'consolidated'],
    ['.safetensors', '.bin', '.h5', '.msgpack', '.pth'],
  ],
  ['.\\.gguf$', ['.gguf']],
]);
/** A delta by its file's name. */
const DELTA = new RegExp(
  `(?:^|[/_.-])(?:${[
    'adapters?|lora|lo[ck]r|loha|dora|ia3|delta',
    'controlnet|control|ip[-_.]?adapter|t2i|prompt|projector',
    'eagle|medusa|draft|head',
  ].join('|')})s?(?:$|[/_.-])`,
  'i',
);

/** The list of a whole model's shards, which is there where the shards are not. */
const INDEX = /^(?:model|pytorch_model|tf_model|flax_model)\.(?:safetensors|bin|h5|msgpack)\.index\.json$/;
/** The part of a diffusers pipeline that is its model. */
const DENOISER =
  /^(?:unet|transformer|prior)(?:_\d)?\/diffusion_pytorch_model[\w.-]*\.(?:safetensors|bin|json)$/;
/** Names that PEFT, MLX and diffusers give to adapters, and to nothing else. */
const ADAPTER_FILE = new RegExp(
  `(?:^|/)(?:${[
    'adapter_config\\.json|adapter_model\\.(?:safetensors|bin)',
    'adapters\\.(?:safetensors|npz)|pytorch_lora_weights\\.(?:safetensors|bin)',
  ].join('|')})$`,
);
/** Formats to which a finished model is converted. */
const CONVERTED =
  /\.(?:onnx|tflite|mlmodel|engine|llamafile)$|\.mlpackage\/|(?:^|\/)openvino_\w+\.(?:xml|bin)$/i;
/** The vision part and the calibration data that lie beside a GGUF model. */
const BESIDE_GGUF = /(?:^|[/_.-])(?:mmproj|imatrix)(?:$|[/_.-])/i;
const WHOLE_FLOATS = /(?:^|[-_.])(?:b?f16|fp16|f32|fp32)(?=[-_.])/i;
const FEW_BITS = /(?:^|[-_.])(?:i?q\d|tq\d|mxfp4|ud-i?q\d)/i;

export const isTop = (file: string) => !file.includes('/');

/** Whether a name, or a folder above it, says that a file is a delta to a model, or a part of one. */
export const isDelta = (file: string) => DELTA.test(file);

/** The first file at the top that holds a whole model by its name. */
export function wholeFile(files: readonly string[]): string | undefined {
  return files.find((file) => isTop(file) && WHOLE_WEIGHTS.test(file) && !isDelta(file));
}

/** What weights a repository holds, by the names of its files. */
export interface Holdings {
  /** A file that holds, or lists, a whole model that was not converted to another format. */
  readonly whole: string | undefined;
  /** A file that belongs to an adapter: one at the top where a whole model is there too. */
  readonly adapter: string | undefined;
  /** A model in the format of llama.cpp, and what its files' names tell of its bits. */
  readonly gguf: { readonly file: string; readonly bits: 'few' | 'whole' | 'unsaid' } | undefined;
  /** A model in another format to which finished models are converted. */
  readonly converted: string | undefined;
}

export const NOTHING_HELD: Holdings = {
  whole: undefined,
  adapter: undefined,
  gguf: undefined,
  converted: undefined,
};

/** What the names of all files of a repository tell of its weights. */
export function holdingsOf(files: readonly string[]): Holdings {
  const adapters = files.filter((file) => ADAPTER_FILE.test(file));
  const ggufs = files.filter((file) => /\.gguf$/i.test(file) && !BESIDE_GGUF.test(file) && !isDelta(file));
  const [gguf] = ggufs;
  const whole = files.find(
    (file) =>
      (INDEX.test(file) || DENOISER.test(file) || (wholeFile([file]) === file && !/\.gguf$/i.test(file))) &&
      !isDelta(file),
  );
  return {
    whole,
    // The checkpoints of a whole model were adapters, often.
    adapter: adapters.find(isTop) ?? (whole === undefined ? adapters[0] : undefined),
    gguf: gguf === undefined ? undefined : { file: gguf, bits: bitsOf(ggufs) },
    converted: files.find((file) => CONVERTED.test(file)),
  };
}

function bitsOf(files: readonly string[]): 'few' | 'whole' | 'unsaid' {
  if (files.some((file) => FEW_BITS.test(file))) return 'few';
  return files.every((file) => WHOLE_FLOATS.test(file)) ? 'whole' : 'unsaid';
}
