import { PatternSet } from '../../core/text/patterns/pattern-set.ts';
import { decode } from '../../core/read/decode-text.ts';
import { folderOf, isInside, isPartName, nameOf } from '../../core/read/component-folders.ts';
import { mapInOrder } from '../../core/read/in-order.ts';

/** Files that only a model repository has. */
const SURE = /^(?:adapter_config\.json|mergekit(?:_moe)?_config\.ya?ml|model_index\.json)$/;
const WEIGHTS = new PatternSet([
  [
    String.raw`^.*\.(?:safetensors|gguf|onnx|pt|pth|ckpt|h5|msgpack|tflite|nemo|keras)(?:\.index\.json)?$`,
    ['.safetensors', '.gguf', '.onnx', '.pt', '.ckpt', '.h5', '.msgpack', '.tflite', '.nemo', '.keras'],
  ],
  [String.raw`^(?:pytorch_model|consolidated\.)`, ['pytorch_model', 'consolidated.']],
  [String.raw`^.*(?:model|weight|lora|adapter|ggml|encoder|checkpoint).*\.bin(?:\.index\.json)?$`, ['.bin']],
]);

/** Code of a model, which lies beside its card: with a README.md, front matter or none, a mark. */
const MODEL_CODE = /^(?:modeling|configuration|tokenization|processing|image_processing)_\w+\.py$/;

/** Bytes read of a README.md or config.json to tell what it is. */
const PEEK = 64 * 1024;
const AT_ONCE = 8;

/** Many programs have a config.json; a model's has one of these. */
const MODEL_KEY = new RegExp(
  String.raw`"(?:architectures?|model_type|_name_or_path|name_or_path|_class_name|` +
    String.raw`_diffusers_version|auto_map|transformers_version|torch_dtype|hidden_size|d_model|` +
    String.raw`n_embd|num_hidden_layers|n_layers?|vocab_size|num_classes|id2label|pretrained_cfg|` +
    String.raw`quantization_config|ss_config|keras_version|preprocessor)"\s*:`,
);

/**
 * Keys of a card on the Hub, and how people misspell the one that matters here: not those of a web page
 * (`layout`, `title`).
 */
const CARD_KEYS: ReadonlySet<string> = new Set([
  'license',
  'licenses',
  'licence',
  'licences',
  'liscense',
  'liscence',
  'lisence',
  'dataset',
  'datasets',
  'language',
  'languages',
  'tags',
  'metrics',
  ...['base_model', 'base-model', 'basemodel'].flatMap((one) => [
    one,
    `${one}s`,
    `${one}_relation`,
    `${one}s_relation`,
  ]),
  ...['library_name', 'pipeline_tag', 'model_index', 'model_name', 'model_creator', 'model_type'].flatMap(
    (one) => [one, one.replace('_', '-')],
  ),
  'quantized_by',
  'sdk',
  'sdk_version',
  'app_file',
  'pretty_name',
  'task_categories',
  'task_ids',
  'size_categories',
  'configs',
  'dataset_info',
  'thumbnail',
  'widget',
  'inference',
  'co2_eq_emissions',
  'finetuned_from',
]);
const CARD_KEY_START = /^(?:licen[cs]e[_-][a-z]+|extra_gated_[a-z_]+)$/;
const KEY = /^['"]?([\w-]+)['"]?[ \t]*:/;
const ANY_KEY = /^[\w'"-][^:#]{0,80}:/;

function isCardKey(line: string): boolean {
  const key = KEY.exec(line)?.[1]?.toLowerCase();
  return key !== undefined && (CARD_KEYS.has(key) || CARD_KEY_START.test(key));
}

/** Whether a file of this name, wherever it lies, means a model. */
export function isModelFile(name: string): boolean {
  return SURE.test(name) || WEIGHTS.test(name);
}

/** Whether the beginning of a config.json is a model's. */
function isModelConfig(text: string): boolean {
  return MODEL_KEY.test(text);
}

/**
 * Whether the beginning of a Markdown file is a card's: front matter with a key of the Hub, or with none at
 * all. Broken and unclosed front matter counts: to report it is what the user came for.
 */
export function isCardText(text: string): boolean {
  const start = text.trimStart();
  if (!start.startsWith('---')) return false;
  const [fence, ...lines] = start.split(/\r\n|\r|\n/);
  if (fence?.trimEnd() !== '---') return false;
  const end = lines.findIndex((line) => line.trimEnd() === '---');
  const block = end < 0 ? lines : lines.slice(0, end);
  return block.some(isCardKey) || (end >= 0 && !block.some((line) => ANY_KEY.test(line)));
}

/** The first bytes of a file as text, or undefined where it cannot be read. */
export type Peek = (file: string) => Promise<string | undefined>;

export function peekWith(bytes: (file: string, from: number, limit: number) => Promise<Uint8Array>): Peek {
  return async (file) => {
    try {
      return decode(await bytes(file, 0, PEEK), true).text;
    } catch {
      return undefined;
    }
  };
}

export interface Marks {
  /** Folders with a card: a README.md with front matter, or the card that was named. */
  readonly cards: ReadonlySet<string>;
  /** Folders with a model's config or weights. */
  readonly models: ReadonlySet<string>;
}

/** Which folders of a tree bear a mark of a model repository. `card`: another name for README.md. */
export async function marksOf(
  files: readonly string[],
  peek: Peek,
  card: string | undefined,
): Promise<Marks> {
  const cards = new Set<string>();
  const models = new Set<string>();
  const open: string[] = [];
  const readmes = new Set(files.filter((file) => nameOf(file) === 'README.md').map(folderOf));
  for (const file of files) {
    const name = nameOf(file);
    if (card !== undefined && (file === card || file.endsWith(`/${card}`)))
      cards.add(file.slice(0, -card.length - 1));
    if (isModelFile(name) || (MODEL_CODE.test(name) && readmes.has(folderOf(file))))
      models.add(folderOf(file));
    else if (name === 'README.md' || name === 'config.json') open.push(file);
  }
  // A config.json beside weights adds nothing: not opened.
  const asked = open.filter((file) => nameOf(file) === 'README.md' || !models.has(folderOf(file)));
  await mapInOrder(asked, AT_ONCE, async (file) => {
    const text = await peek(file);
    if (text === undefined) return;
    if (nameOf(file) === 'README.md' ? isCardText(text) : isModelConfig(text))
      (nameOf(file) === 'README.md' ? cards : models).add(folderOf(file));
  });
  return { cards, models };
}

/**
 * The repositories among the marked folders, sorted. A folder is one if it has a card, or if no folder around
 * it is one. A part (`unet`, `checkpoint-500`) never is, as long as there is something around it: it marks
 * the folder around it instead.
 */
export function repositoriesIn(files: readonly string[], marks: Marks): readonly string[] {
  const readmes = new Set(files.filter((file) => nameOf(file) === 'README.md').map(folderOf));
  const cards = new Set<string>();
  const models = new Set<string>();
  for (const folder of new Set([...marks.cards, ...marks.models])) {
    const whole = wholeOf(
      folder,
      (around) =>
        marks.cards.has(around) ||
        marks.models.has(around) ||
        readmes.has(around) ||
        !marks.cards.has(folder),
    );
    if (whole === folder && marks.cards.has(folder)) cards.add(folder);
    else models.add(whole);
  }
  const repositories: string[] = [];
  for (const folder of [...new Set([...cards, ...models])].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  )) {
    const inside = repositories.some((around) => around !== folder && isInside(folder, around));
    if (cards.has(folder) || !inside) repositories.push(folder);
  }
  return repositories.sort();
}

/**
 * The folder that a part belongs to; the folder itself where it is no part, or where nothing around it
 * `isWhole`.
 */
function wholeOf(folder: string, isWhole: (around: string) => boolean): string {
  let at = folder;
  while (at !== '' && isPartName(nameOf(at))) {
    const around = folderOf(at);
    if (!isWhole(around)) break;
    at = around;
  }
  return at;
}

/** The files of each repository: every file belongs to the innermost repository around it. */
export function shareOut(
  files: readonly string[],
  repositories: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const known = new Set(repositories);
  const shares = new Map<string, string[]>(repositories.map((repository) => [repository, []]));
  // Thousands of repositories have a README.md: each name is held once.
  const names = new Map<string, string>();
  for (const file of files) {
    let folder = folderOf(file);
    while (folder !== '' && !known.has(folder)) folder = folderOf(folder);
    const name = folder === '' ? file : file.slice(folder.length + 1);
    const held = names.get(name);
    if (held === undefined) names.set(name, name);
    shares.get(folder)?.push(held ?? name);
  }
  // A list that grew has room for more than it holds.
  return new Map([...shares].map(([folder, share]) => [folder, share.slice()]));
}
