import { PatternSet } from '../text/patterns/pattern-set.ts';
import { folderOf, isPartName, nameOf } from './component-folders.ts';

/** How a file is read. */
export type ReadAs = 'card' | 'text' | 'gguf' | 'safetensors';

/** One kind of file that bears evidence: which, how much of each, how many at most. */
interface Kind {
  readonly reading: ReadAs;
  readonly name: Pick<RegExp, 'test'>;
  /**
   * `top`: the repository's own folder; `parts`: component folders too; `code`: folders but those of tests
   * and examples; `any`: everywhere.
   */
  readonly where: 'top' | 'parts' | 'code' | 'any';
  /** Bytes of one file. */
  readonly limit: number;
  /** Files of this kind in one repository. */
  readonly most: number;
  /** Nobody needs to know that there are more than are read. */
  readonly quiet?: boolean;
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** Text by nature, whatever stands behind the dot (`LICENSE-2.0`), but no code, data or picture. */
const NO_PROSE = `(?!.*\\.(?:${[
  'py|ipynb|c|cc|cpp|h|js|ts|mjs|cjs|json|jsonl|ya?ml|toml|sh|bat|csv|tsv',
  'pdf|docx?|odt|png|jpe?g|gif|webp|svg|ico',
  'zip|gz|safetensors|bin|gguf|pt|onnx|parquet',
].join('|')})$)`;
/** The first shard carries a set's metadata; the others repeat nothing. */
const NO_LATER_SHARD = '(?!.*-(?!0*1-of-)\\d{1,9}-of-\\d{1,9}\\.)';

/** Cards beside the card: `MODEL_CARD.md`, the card in another language (`README_zh.md`, `README.ko.md`). */
export const FURTHER_CARD =
  /^(?:model[_-]?card|readme[_.-](?:[a-z]{2}(?:[_-][a-z]{2,4})?|chinese|english|korean|japanese))\.md$/i;

/** Configs beside `config.json`, of pipelines, quantizers and trainers. */
const FURTHER_CONFIG = new RegExp(
  `^(?:${[
    'model_index|modules|config_sentence_transformers',
    'quantize_config|quant_config|hf_quant_config',
    'generation_config|training_args|params',
  ].join('|')})\\.json$`,
);

/** Where licenses, notices and upstreams are written: card, legal files, configs, code, headers. */
const KINDS: readonly Kind[] = [
  { reading: 'card', name: /^README\.md$/, where: 'top', limit: 2 * MIB, most: 1 },
  {
    reading: 'text',
    name: new PatternSet([
      [`^${NO_PROSE}.*(?:^|[^a-z])(?:un)?licen[cs]es?(?:[^a-z].*)?$`, ['licen']],
      [
        `^${NO_PROSE}(?:copying|notices?|attributions?|third[ _-]?party|(?:acceptable[ _-])?` +
          'use[ _-]policy|copyright|credits|acknowledge?ments?)(?:[^a-z].*)?$',
        ['copying', 'notice', 'attribution', 'party', 'policy', 'copyright', 'credits', 'acknowledg'],
      ],
    ]),
    where: 'any',
    limit: MIB,
    most: 100,
  },
  { reading: 'text', name: FURTHER_CARD, where: 'top', limit: 2 * MIB, most: 10 },
  { reading: 'text', name: /^(?:config|tokenizer_config)\.json$/, where: 'parts', limit: 2 * MIB, most: 60 },
  { reading: 'text', name: /^adapter_config\.json$/, where: 'any', limit: MIB, most: 60 },
  {
    reading: 'text',
    name: new PatternSet([
      ['^mergekit[\\w.-]*\\.ya?ml$', ['mergekit']],
      ['^merge[_-]?config\\.ya?ml$', ['merge']],
    ]),
    where: 'any',
    limit: MIB,
    most: 20,
  },
  {
    reading: 'text',
    name: FURTHER_CONFIG,
    where: 'parts',
    limit: MIB,
    most: 60,
  },
  {
    reading: 'text',
    name: new PatternSet([['^reuse\\.toml$', ['reuse']]]),
    where: 'top',
    limit: MIB,
    most: 1,
  },
  {
    reading: 'text',
    name: new PatternSet([['^(?:axolotl[\\w.-]*|config)\\.ya?ml$', ['axolotl', 'config'], ['ml']]]),
    where: 'top',
    limit: MIB,
    most: 10,
  },
  {
    reading: 'text',
    name: new PatternSet([['^(?:modelfile(?:[.-].*)?|.+\\.modelfile)$', ['modelfile']]]),
    where: 'any',
    limit: MIB,
    most: 20,
  },
  {
    reading: 'text',
    name: new PatternSet([
      [
        '^(?:modeling|modular|configuration|tokenization|processing|image_processing|' +
          'video_processing|feature_extraction|pipeline)_.*\\.py$',
        ['.py'],
      ],
    ]),
    where: 'any',
    limit: 512 * KIB,
    most: 60,
  },
  { reading: 'text', name: /\.py$/, where: 'top', limit: 512 * KIB, most: 60 },
  // Code that ships with the model to run it: `inference/`, `vllm_plugin/`, an encoder's folder.
  { reading: 'text', name: /\.py$/, where: 'code', limit: 512 * KIB, most: 60, quiet: true },
  {
    reading: 'gguf',
    name: new PatternSet([[`^${NO_LATER_SHARD}.*\\.gguf$`, ['.gguf']]]),
    where: 'any',
    limit: 0,
    most: 40,
  },
  {
    reading: 'safetensors',
    name: new PatternSet([[`^${NO_LATER_SHARD}.*\\.safetensors$`, ['.safetensors']]]),
    where: 'any',
    limit: 0,
    most: 40,
  },
];

/** Files in REUSE's folder are license texts whatever their name. */
const REUSE = new PatternSet([[`^licenses/${NO_PROSE.replaceAll('.*', '[^/]*')}[^/]+$`, ['licenses/']]]);

/** Folders whose code runs no model. */
const NO_MODEL_CODE = new RegExp(
  String.raw`^(?:${[
    '\\..*|tests?|docs?|examples?|demos?|eval(?:uation)?s?|bench(?:marks?)?|scripts?|tools?',
    'node_modules|site-packages|__pycache__',
  ].join('|')})$`,
  'i',
);

function kindOf(file: string): Kind | undefined {
  const name = nameOf(file);
  if (name.length > 255) return undefined;
  if (REUSE.test(file)) return KINDS[1];
  return KINDS.find((kind) => kind.name.test(name) && isPlace(folderOf(file), kind.where));
}

function isPlace(folder: string, where: Kind['where']): boolean {
  if (where === 'any' || folder === '') return true;
  if (where === 'code') return !folder.split('/').some((name) => NO_MODEL_CODE.test(name));
  return where === 'parts' && folder.split('/').every(isPartName);
}

/** How a file of a repository is to be read, or undefined where it bears no evidence. */
export function wanted(file: string): ReadAs | undefined {
  return kindOf(file)?.reading;
}

export interface Wanted {
  readonly file: string;
  readonly reading: ReadAs;
  /** Bytes; 0 for headers, whose readers know their own. */
  readonly limit: number;
}

/** Files of one kind that are not read, because there are so many. */
export interface LeftOut {
  /** The first of them. */
  readonly file: string;
  readonly count: number;
  /** How many of the kind are read. */
  readonly most: number;
}

/**
 * The files to read: the card first, then as listed, no more of a kind than its cap; and what is beyond that.
 */
export function wantedFiles(
  files: readonly string[],
  card: string,
): { readonly picked: readonly Wanted[]; readonly leftOut: readonly LeftOut[] } {
  const counts = new Map<Kind, number>();
  const leftOut = new Map<Kind, LeftOut>();
  const [cardKind] = KINDS;
  const picked: Wanted[] = [];
  for (const file of files) {
    const isCard = file === card;
    const kind = isCard ? cardKind : kindOf(file);
    if (kind === undefined || (kind === cardKind && !isCard)) continue;
    const count = counts.get(kind) ?? 0;
    if (count >= kind.most && kind.quiet === true) continue;
    if (count >= kind.most) {
      const before = leftOut.get(kind);
      leftOut.set(kind, { file: before?.file ?? file, count: (before?.count ?? 0) + 1, most: kind.most });
      continue;
    }
    counts.set(kind, count + 1);
    const one = { file, reading: kind.reading, limit: kind.limit };
    if (isCard) picked.unshift(one);
    else picked.push(one);
  }
  return { picked, leftOut: [...leftOut.values()] };
}
