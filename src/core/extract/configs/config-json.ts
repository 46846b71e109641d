import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import type { Context } from '../context.ts';
import { at, itemsAt, parseJson, textAt, unreadable, type Data } from './located-data.ts';
import { isLocal, originClaims } from './recorded-origin.ts';

const via = 'config';
const MAX_NESTING = 4;

/**
 * Folders of a pipeline that hold one component each; other folders (`checkpoint-500`, `onnx`) hold the model
 * again.
 */
const COMPONENT_FOLDER = new RegExp(
  `^(?:${[
    'unet|vae|vqvae|movq|transformer|prior|decoder|controlnet',
    'text_encoder|image_encoder|audio_encoder|tokenizer|text_decoder',
    'feature_extractor|safety_checker|scheduler|vocoder|language_model|llm',
    'vision_tower|vision_model|vision_encoder',
    'audio_tower|audio_model|speech_encoder|projector|draft_model',
  ].join('|')})(?:_\\d+)?$`,
);

/** Keys by which wrappers record where a tower came from. LLaVA writes `mm_vision_tower`. */
const TOWER_KEYS = [
  'mm_vision_tower',
  'vision_tower',
  'image_tower',
  'mm_audio_tower',
  'audio_tower',
  'speech_encoder',
  'mm_speech_encoder',
  'vision_encoder',
  'image_encoder',
  'text_encoder',
  'audio_encoder',
  'speech_tower',
  'vision_encoder_name_or_path',
  'text_encoder_name_or_path',
  'audio_encoder_name_or_path',
  'vision_model_name_or_path',
  'audio_model_name_or_path',
];

const PARTS =
  'vision|visual|image|audio|speech|text|video|language|llm|lm|tokeni[sz]er|vae|projector|backbone';
/**
 * Any other key of a part whose value is a name or path: `llm_name_or_path`, `vision_tower_path`. What is
 * written or trained with (`output_path`, `data_path`) is no part.
 */
const PART_KEY = new RegExp(
  `^(?:mm_)?(?:${PARTS}|encoder|decoder|tower)(?:_(?:encoder|decoder|tower|model|backbone|module))*` +
    '_(?:(?:pretrained_)?(?:model_)?name_or_path|pretrained|path)$|^pretrained_model_name_or_path$',
);

/**
 * `config.json` of transformers or diffusers, at the root or in a component's folder (docs/evidence.md,
 * configs and recipes). `architectures` and `model_type` name an implementation, never an origin, and are not
 * looked at.
 */
export function configJsonClaims(source: TextSource, context: Context): Claim[] {
  if (tellsNothing(source.text)) return [];
  const { docs, problem } = parseJson(source);
  const [root] = docs;
  return [
    ...unreadable(source.file, via, problem),
    ...ownOrigin(source.file, root, context),
    ...nestedOrigins(root, context),
    ...towers(root, context),
    ...autoMapClaims(root, context),
    ...forms(root),
    ...companions(root),
  ];
}

/** Parts of the keys that are read, one of which stands in every config that says something. */
const TELLING = [
  'name_or_path',
  '_path"',
  '_pretrained"',
  'auto_map',
  'tower',
  '_encoder"',
  'quantization',
  'compression_config',
  'unsloth',
  'ControlNet',
  'T2IAdapter',
];
/** A file this small is no burden to read twice; and what has fewer brackets cannot be nested too deeply. */
const SMALL = { length: 20_000, brackets: 60 };

/**
 * Whether a file is sound JSON without any key that is read: most configs are, and places in it need not be
 * known.
 */
function tellsNothing(text: string): boolean {
  if (
    text.length > SMALL.length ||
    !text.startsWith('{') ||
    TELLING.some((part) => text.includes(part)) ||
    (text.match(/[[{]/g)?.length ?? 0) > SMALL.brackets
  )
    return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Diffusers writes the class of a network: a ControlNet is one of its own. */
function companions(root: Data | undefined): Claim[] {
  const found = textAt(root, '_class_name');
  return found === undefined || !/ControlNet|T2IAdapter/.test(found.text)
    ? []
    : [{ kind: 'companion', place: found.place, via, confidence: 'certain', tool: found.text }];
}

/**
 * Keys that nobody's tool fills in: who writes one into a component's config says where it was taken from.
 * They count before `_name_or_path`, which tools copy from file to file.
 */
const ORIGIN_KEYS = ['origin', 'copied_from', 'converted_from', 'derived_from', 'redistributed_from'].concat(
  ['source', 'original', 'upstream'].flatMap((word) => [
    `${word}_model`,
    `${word}_repo`,
    `${word}_repository`,
  ]),
);

/** Where a component was taken from: what stands beside `_name_or_path` and names a model, else that. */
function originIn(data: Data | undefined): ReturnType<typeof textAt> {
  const recorded = textAt(data, '_name_or_path');
  if (recorded === undefined) return undefined;
  const documented = ORIGIN_KEYS.map((key) => textAt(data, key) ?? textAt(data, `_${key}`));
  return (
    documented.find((found) => found !== undefined && NAMES_MODEL.test(found.text) && !isLocal(found.text)) ??
    recorded
  );
}

const NAMES_MODEL = new RegExp(
  String.raw`^(?:https:\/\/(?:huggingface\.co|hf\.co)\/)?(?!datasets\/|spaces\/)[\w.-]+\/[\w.-]+` +
    String.raw`(?:\/(?:tree|blob|resolve)\/\S+)?$`,
);

/** Copied from file to file and easily stale: never more than likely. */
function ownOrigin(file: string, root: Data | undefined, context: Context): Claim[] {
  const part = componentOf(file);
  const found = part === undefined ? textAt(root, '_name_or_path') : originIn(root);
  if (found === undefined) return [];
  const via = part === undefined ? 'config' : 'config-component';
  return originClaims(
    {
      raw: found.text,
      place: found.place,
      via,
      confidence: 'likely',
      relation: part === undefined ? 'unsaid' : 'component',
      part,
    },
    context,
  );
}

/** The component that a file's folder stands for, if it stands for one. */
export function componentOf(file: string): string | undefined {
  const folder = file.split('/').at(-2);
  return folder !== undefined && COMPONENT_FOLDER.test(folder) ? folder : undefined;
}

function nestedOrigins(data: Data | undefined, context: Context, depth = 1): Claim[] {
  if (data?.is !== 'map' || depth > MAX_NESTING) return [];
  return data.entries.flatMap(({ key, value }) => {
    if (value.is !== 'map' || key === 'quantization_config') return [];
    const found = originIn(value);
    const here = found === undefined ? [] : component(found, key, context);
    return [
      ...here,
      ...(found === undefined ? towers(value, context, key) : []),
      ...nestedOrigins(value, context, depth + 1),
    ];
  });
}

/** `around`: the block in which the keys stand, which tells the part where the key itself tells none. */
function towers(root: Data | undefined, context: Context, around?: string): Claim[] {
  const named = TOWER_KEYS.filter((key) => at(root, key) !== undefined);
  const keys = root?.is === 'map' ? root.entries.map(({ key }) => key) : [];
  const further = keys.filter((key) => PART_KEY.test(key) && !named.includes(key));
  return [...named, ...further].flatMap((key) => {
    const part = key === 'pretrained_model_name_or_path' ? (around ?? key) : key;
    // One tower, or several in a list.
    return [at(root, key), ...itemsAt(root, key)].flatMap((value) => {
      const found = textAt(value);
      return found === undefined ? [] : component(found, part, context);
    });
  });
}

function component(found: NonNullable<ReturnType<typeof textAt>>, part: string, context: Context): Claim[] {
  return originClaims(
    {
      raw: found.text,
      place: found.place,
      via: 'config-component',
      confidence: 'likely',
      relation: 'component',
      part,
    },
    context,
  );
}

/**
 * `other/repo--module.Class` loads code from that repository; without `--` the file lies here. Says nothing
 * of weights.
 */
export function autoMapClaims(root: Data | undefined, context: Context): Claim[] {
  const map = at(root, 'auto_map');
  if (map?.is !== 'map') return [];
  const values = map.entries.flatMap(({ value }) => (value.is === 'list' ? value.items : [value]));
  const claims = values.flatMap((value) => {
    const found = textAt(value);
    const [repo, module] = found?.text.split('--') ?? [];
    if (found === undefined || repo === undefined || module === undefined) return [];
    return originClaims(
      { raw: repo, place: found.place, via: 'auto-map', confidence: 'certain', relation: 'code' },
      context,
    );
  });
  return claims.filter(
    (claim, index) => claims.findIndex((other) => modelOf(other) === modelOf(claim)) === index,
  );
}

const modelOf = (claim: Claim) => (claim.kind === 'upstream' ? claim.model : undefined);

/**
 * A quantization block is only a form: gpt-oss and DeepSeek were released quantized, so it names no upstream.
 * Newer MLX versions write `quantization` a second time as `quantization_config`, without a method.
 */
function forms(root: Data | undefined): Claim[] {
  const config = at(root, 'quantization_config') ?? at(root, 'compression_config');
  const mlx = at(root, 'quantization');
  const tool =
    quantizer(config) ??
    (mlx?.is === 'map' && at(mlx, 'bits') !== undefined
      ? 'MLX'
      : config?.is === 'map' && config.entries.length > 0
        ? 'unnamed'
        : undefined);
  const place = config?.is === 'map' && tool !== 'MLX' ? config.place : mlx?.place;
  const quantized: Claim[] =
    tool === undefined || place === undefined
      ? []
      : [{ kind: 'form', relation: 'quantized', tool, place, via, confidence: 'certain' }];
  const unsloth = at(root, 'unsloth_version') ?? at(root, 'unsloth_fixed');
  // Unsloth also uploads copies of others' models with its keys in them, hence no more than possible.
  return unsloth === undefined
    ? quantized
    : [
        ...quantized,
        {
          kind: 'form',
          relation: 'finetune',
          tool: 'Unsloth',
          place: unsloth.place,
          via,
          confidence: 'possible',
        },
      ];
}

function quantizer(config: Data | undefined): string | undefined {
  const method =
    textAt(config, 'quant_method') ??
    textAt(config, 'quant_algo') ??
    itemsAt(config, 'quant_methods').map((item) => textAt(item))[0];
  if (method !== undefined) return method.text;
  const bits = ['load_in_4bit', 'load_in_8bit'].some((key) => {
    const flag = at(config, key);
    return flag?.is === 'scalar' && flag.value === true;
  });
  return bits ? 'bitsandbytes' : undefined;
}
