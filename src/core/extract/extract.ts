import { lettersAndDigits } from '../text/normalize-spacing.ts';
import { textId } from '../license/texts/text-id.ts';
import type { Claim, ClaimOf, Matter, Via } from '../model/claim.ts';
import type { Source, TextSource } from '../model/source.ts';
import { adapterConfigClaims } from './configs/adapter-config.ts';
import { axolotlFileClaims, isAxolotl } from './configs/axolotl.ts';
import { cardClaims, furtherCardClaims } from './card/card.ts';
import { withDocumentedOrigins } from './documented-origins.ts';
import { configJsonClaims } from './configs/config-json.ts';
import { FURTHER_CARD } from '../read/evidence-files.ts';
import type { Context } from './context.ts';
import { parseYaml } from './configs/located-data.ts';
import type { Shape } from './legal/license-file.ts';
import { isMerge, mergekitClaims } from './configs/mergekit.ts';
import { modelIndexClaims } from './configs/model-index.ts';
import { quantizeConfigClaims } from './configs/quantize-config.ts';
import { sentenceTransformersClaims } from './configs/sentence-transformers.ts';
import { tokenizerClaims } from './configs/tokenizer.ts';
import { isTraining, trainingArgsClaims } from './configs/training-args.ts';

type Extractor = (source: TextSource, context: Context, shape: Shape) => Claim[] | Promise<Claim[]>;

/**
 * By file name, the first that fits. Content decides only among YAML files, which any tool names as it likes.
 * What reads files that few repositories hold is loaded for these.
 */
const EXTRACTORS: readonly { readonly name: RegExp; readonly via: Via; readonly extract: Extractor }[] = [
  { name: /^readme\.md$/i, via: 'front-matter', extract: cardClaims },
  { name: FURTHER_CARD, via: 'prose', extract: furtherCardClaims },
  { name: /^config\.json$/, via: 'config', extract: configJsonClaims },
  { name: /^adapter_config\.json$/, via: 'adapter-config', extract: adapterConfigClaims },
  { name: /^model_index\.json$/, via: 'model-index', extract: modelIndexClaims },
  { name: /^tokenizer_config\.json$/, via: 'tokenizer', extract: tokenizerClaims },
  {
    name: /^(?:quantize_config|quant_config|hf_quant_config)\.json$/,
    via: 'quantize-config',
    extract: quantizeConfigClaims,
  },
  {
    name: /^(?:config_sentence_transformers|sentence_bert_config|config_setfit)\.json$/,
    via: 'sentence-transformers',
    extract: sentenceTransformersClaims,
  },
  {
    name: /^(?:training_args|train_args|training_config)\.json$/,
    via: 'training-args',
    extract: trainingArgsClaims,
  },
  { name: /^(?:mergekit[\w.-]*|merge[_-]?config)\.ya?ml$/i, via: 'mergekit', extract: mergekitClaims },
  { name: /\.ya?ml$/i, via: 'training-args', extract: yamlClaims },
  {
    name: /^(?:modelfile(?:[.-].*)?|.+\.modelfile)$/i,
    via: 'modelfile',
    extract: async (source, context) =>
      (await import('./configs/modelfile.ts')).modelfileClaims(source, context),
  },
  {
    name: /\.py$/,
    via: 'remote-code',
    extract: async (source, context) =>
      (await import('./code/remote-code.ts')).remoteCodeClaims(source, context),
  },
  {
    name: /^reuse\.toml$/i,
    via: 'reuse',
    extract: async (source, context) => (await import('./legal/reuse.ts')).reuseClaims(source, context),
  },
  { name: /[^/]\.license$/i, via: 'license-file', extract: tagFileOrText },
  {
    name: /^(?:notices?|attributions?|third[ _-]?party|copyright|credits|acknowledge?ments?)(?:[^a-z].*)?$/i,
    via: 'notice-file',
    extract: async (source, context) =>
      (await import('./legal/notice-file.ts')).noticeFileClaims(source, context),
  },
  {
    name: /(?:^|[^a-z])(?:un)?licen[cs]es?(?:[^a-z].*)?$|^copying(?:[^a-z].*)?$|use[ _-]policy/i,
    via: 'license-file',
    extract: async (source, context, shape) =>
      (await import('./legal/license-file.ts')).licenseFileClaims(source, context, shape),
  },
];

/**
 * Everything that a repository's files say, in the order of the files: the whole of this layer. Never throws.
 */
export async function extract(
  sources: readonly Source[],
  context: Context,
  card = 'README.md',
): Promise<readonly Claim[]> {
  const shape = { code: sources.some(({ file }) => file.endsWith('.py')) };
  const claims: (readonly Claim[])[] = [];
  for (const source of sources)
    claims.push(problemOf(source, card), await claimsOf(source, context, shape, card));
  return withTextsOfCode(
    withoutKnownParts(
      withoutOwnTokenizer(withoutGuesses(withoutDataSets(withDocumentedOrigins(claims.flat())))),
    ),
  );
}

async function claimsOf(
  source: Source,
  context: Context,
  shape: Shape,
  card: string,
): Promise<readonly Claim[]> {
  if (source.kind === 'unread') return [];
  if (source.kind === 'header')
    return source.format === 'gguf'
      ? (await import('./weights/gguf.ts')).ggufClaims(source, context)
      : (await import('./weights/safetensors.ts')).safetensorsClaims(source, context);
  const extractor = extractorOf(source.file, card);
  if (!extractor) return [];
  const { memory, self, called, catalogue } = context;
  const hear = () => extractor.extract(source, context, shape);
  // Of the card, which is what somebody types in, blocks are remembered.
  if (memory === undefined || source.file === card) return hear();
  const { text, ...rest } = source;
  return memory.ofFile(
    `${JSON.stringify([rest, self, called, memory.numberOf(catalogue), shape])}\n${text}`,
    hear,
  );
}

function extractorOf(file: string, card: string) {
  if (file === card) return EXTRACTORS[0];
  const name = file.split('/').at(-1) ?? file;
  if (/^licenses\/[^/]+$/i.test(file)) return EXTRACTORS.at(-1);
  // Cards of sub-folders (a checkpoint's, a code folder's) are not this repository's card.
  return EXTRACTORS.find((one) => one.name.test(name) && one.via !== 'front-matter');
}

/** `x.license` tags the file `x`, or holds a license. */
async function tagFileOrText(source: TextSource, context: Context, shape: Shape): Promise<Claim[]> {
  const { isTagFile, tagFileClaims } = await import('./legal/reuse.ts');
  return isTagFile(source)
    ? tagFileClaims(source, context)
    : (await import('./legal/license-file.ts')).licenseFileClaims(source, context, shape);
}

function yamlClaims(source: TextSource, context: Context): Claim[] {
  const [root] = parseYaml(source).docs;
  if (isMerge(root)) return mergekitClaims(source, context);
  if (isAxolotl(root)) return axolotlFileClaims(source, context);
  return isTraining(root) ? trainingArgsClaims(source, context) : [];
}

/** What the reader found wrong. A pointer in the place of weights is no trouble: nobody fetched them. */
function problemOf(source: Source, card: string): Claim[] {
  const { file, problem } = source;
  if (problem === undefined) return [];
  const via = source.kind === 'header' ? source.format : (extractorOf(file, card)?.via ?? 'path');
  const { what, hint } = problem;
  return [
    {
      kind: 'unreadable',
      place: { file, start: 0, end: 0 },
      via,
      confidence: 'certain',
      what,
      ...(hint === undefined ? {} : { hint }),
    },
  ];
}

/** What prose names and the card declares as a data set is none of its models: "tuned on acme/news". */
function withoutDataSets(claims: readonly Claim[]): Claim[] {
  const bare = (id: string) => lettersAndDigits(id.slice(id.indexOf('/') + 1));
  const ids = claims.flatMap((claim) => (claim.kind === 'dataset' ? [claim.dataset] : []));
  const owned = new Set(ids.map((id) => id.toLowerCase()));
  const names = new Set(ids.map(bare));
  return claims.filter(
    (claim) =>
      claim.kind !== 'upstream' ||
      claim.via !== 'prose' ||
      !(claim.hub ? owned.has(claim.model.toLowerCase()) : names.has(bare(claim.raw))),
  );
}

/**
 * A name without an owner, or a path, tells a model where nothing else does: beside an id it tells of a
 * family, or nothing.
 */
function withoutGuesses(claims: readonly Claim[]): Claim[] {
  const isTold = claims.some((claim) => isModel(claim) && claim.hub && claim.guess === undefined);
  return !isTold
    ? [...claims]
    : claims.flatMap((claim): Claim[] => {
        if (claim.kind !== 'upstream' || claim.guess === undefined) return [claim];
        const { family } = claim.guess;
        if (!claim.hub && family !== undefined) return [claim];
        return family === undefined ? [] : [{ ...claim, model: family, hub: false }];
      });
}

/**
 * A part that a class names tells nothing beside an id of that line: the base has it, or the tower is
 * told.
 */
function withoutKnownParts(claims: readonly Claim[]): Claim[] {
  const isPart = (claim: Claim) =>
    claim.kind === 'upstream' && claim.via === 'remote-code' && claim.relation === 'component';
  const known = claims.flatMap((claim) => {
    if (isPart(claim) || claim.kind !== 'upstream') return [];
    return [lettersAndDigits(claim.model)];
  });
  return claims.filter(
    (claim) =>
      claim.kind !== 'upstream' ||
      !isPart(claim) ||
      !known.some((model) => model.includes(lettersAndDigits(claim.model))),
  );
}

/** A tokenizer that came with a model we know of anyway tells nothing. */
function withoutOwnTokenizer(claims: readonly Claim[]): Claim[] {
  const known = new Set(claims.filter(isModel).map(({ model }) => model.toLowerCase()));
  return claims.filter(
    (claim) =>
      !(claim.kind === 'upstream' && claim.via === 'tokenizer' && known.has(claim.model.toLowerCase())),
  );
}

/**
 * A license file whose name says no part is the code's where the card gives its text to the code: "the code
 * is under Apache-2.0, see LICENSE". Not where the card gives it to the weights too, or declares it.
 */
async function withTextsOfCode(claims: readonly Claim[]): Promise<readonly Claim[]> {
  const given = claims.filter(
    (claim): claim is ClaimOf<'license'> =>
      claim.kind === 'license' &&
      claim.whose === 'own' &&
      (claim.via === 'front-matter' || claim.via === 'prose'),
  );
  const idsOf = (matters: readonly Matter[]) =>
    new Set(
      given.flatMap(({ about, identity }) =>
        matters.includes(about) && identity.is === 'known' ? [textId(identity.license.id)] : [],
      ),
    );
  const [code, model] = [idsOf(['code']), idsOf(['weights', 'unsaid'])];
  if (code.size === 0 || !claims.some(({ via }) => via === 'license-file')) return claims;
  const { saysNoPart } = await import('./legal/license-file.ts');
  return claims.map((claim) => {
    const [hit] =
      claim.kind === 'license-text' && claim.via === 'license-file' && saysNoPart(claim.match.file)
        ? claim.match.hits
        : [];
    return claim.kind === 'license-text' && hit && code.has(textId(hit.id)) && !model.has(textId(hit.id))
      ? { ...claim, about: 'code' as const }
      : claim;
  });
}

const isModel = (claim: Claim): claim is ClaimOf<'upstream'> =>
  claim.kind === 'upstream' && claim.via !== 'tokenizer' && claim.relation !== 'code';
