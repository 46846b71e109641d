/** A wheel of the Python registry, `NAME==VERSION`. */
interface Wheel {
  readonly wheel: string;
}

/** A commit of a public repository on GitHub. */
interface Commit {
  readonly repository: string;
  readonly commit: string;
  /** The folder that is taken, without what lies above its last name; the whole where none is said. */
  readonly folder?: string;
  /** What the commit is: a release's tag, a version. */
  readonly is: string;
  /** The repository that this one is a fork of. */
  readonly forkOf?: string;
}

/** Released code that `build-code-index.ts` reads: what each folder under `.cache/code-sources` holds. */
export interface CodeSource {
  /** The folder's name. */
  readonly label: string;
  /** How it is got by `fetch-code-sources.ts`; undefined for what lies in this repository. */
  readonly from: Wheel | Commit | undefined;
}

export interface IndexedSource extends CodeSource {
  readonly project: string;
  /** The family of a file, by its path in the folder; undefined for one that is not indexed. */
  readonly family: (file: string) => string | undefined;
  /** By what the project's own files name it; one that bears others' copyright lines alone is not indexed. */
  readonly named: RegExp;
}

const FAMILIES = new Set(
  [
    'llama mistral mixtral ministral gemma gemma2 gemma3 gemma3n phi phi3 phimoe phi4_multimodal',
    'qwen2 qwen2_moe qwen2_vl qwen2_5_vl qwen2_5_omni qwen2_audio qwen3 qwen3_moe qwen3_vl qwen3_next',
    'gpt2 gpt_neo gpt_neox gptj gpt_bigcode gpt_oss codegen falcon bloom opt mpt persimmon stablelm',
    'starcoder2 olmo olmo2 olmoe cohere cohere2 deepseek_v2 deepseek_v3 glm glm4 glm4_moe glm4v chatglm',
    'mamba mamba2 jamba bamba granite granitemoe nemotron exaone4 ernie4_5 hunyuan_v1_dense minimax dbrx',
    'bert roberta deberta_v2 modernbert bart t5 clip siglip siglip2 dinov2 vit whisper wav2vec2',
    'llava llava_next llava_onevision idefics2 mllama llama4 pixtral blip_2 internvl chameleon',
  ].flatMap((line) => line.split(' ')),
);

const transformers = (label: string, from: CodeSource['from']): IndexedSource => ({
  label,
  from,
  project: 'transformers',
  named: /hugging ?face|transformers/i,
  family(file) {
    const [, family, name] = /transformers\/models\/(\w+)\/modeling_(\w+)\.py$/.exec(file) ?? [];
    return family !== undefined && FAMILIES.has(family) && !/^(?:tf|flax)_/.test(name ?? '')
      ? family
      : undefined;
  },
});
/**
 * The commit of huggingface/transformers that follows the branching of a release and gives `main` its
 * next number, as a fork holds it. The fork's own commits are not looked at.
 */
const beforeNext = (is: string, commit: string): IndexedSource =>
  transformers(`transformers-${is}`, {
    repository: 'NielsRogge/transformers',
    forkOf: 'huggingface/transformers',
    commit,
    folder: 'src/transformers',
    is,
  });
const TIMM_PAGE = 'huggingface/pytorch-image-models';
/** vLLM's model files as Neural Magic's fork holds them: its own work is on kernels. */
const NM_VLLM = {
  repository: 'neuralmagic/nm-vllm',
  forkOf: 'vllm-project/vllm',
  folder: 'vllm',
} as const;

const TIMM = /timm\/(?:models\/)?(?:layers\/)?(?:vision_transformer|swin_transformer|convnext|beit|eva)\.py$/;
const timm = (label: string, from: CodeSource['from']): IndexedSource => ({
  label,
  from,
  project: 'timm',
  named: /wightman|timm/i,
  family: (file) => (TIMM.test(file) ? /(\w+)\.py$/.exec(file)?.[1] : undefined),
});
const VLLM = new RegExp(
  String.raw`vllm\/model_executor\/models\/(${[
    'deepseek(?:_v2)?|llama|mixtral|qwen2?(?:_moe|_vl)?|gemma2?|phi3?|baichuan|chatglm|internlm2|internvl',
    'minicpm|falcon|mpt|opt|dbrx|olmo|commandr|llava|siglip|clip|exaone|solar|granite',
  ].join('|')})\.py$`,
);
const vllm = (label: string, from: CodeSource['from']): IndexedSource => ({
  label,
  from,
  project: 'vllm',
  named: /the vllm team|vllm project/i,
  family: (file) => VLLM.exec(file)?.[1],
});
const FLASH = new RegExp(
  String.raw`flash_attn\/(?:bert_padding|modules\/(?:mha|block|mlp|embedding)|` +
    String.raw`models\/(?:gpt|bert|llama|vit)|layers\/rotary)\.py$`,
);

/** Projects whose model code is copied about, several versions each. */
export const INDEXED: readonly IndexedSource[] = [
  beforeNext('4.29.0.dev0', '888c4a2ae02fb4e6c4b53a4e6eb0b973a771362f'),
  beforeNext('4.37.0.dev0', '3ed3e3190c0d6503a89971fd9744429694522484'),
  beforeNext('4.45.0.dev0', '26a9443dae41737e665910fbb617173e17a0cd18'),
  beforeNext('4.49.0.dev0', 'f63829c87bd89a4a0cea45d81c1cd870996b30c4'),
  transformers('transformers-4.57.6', { wheel: 'transformers==4.57.6' }),
  transformers('transformers-5.18.0', { wheel: 'transformers==5.18.0' }),
  timm('timm-0.6.12', {
    repository: TIMM_PAGE,
    commit: 'ce4d3485b690837ba4e1cb4e0e6c4ed415e36cea',
    folder: 'timm',
    is: 'v0.6.12',
  }),
  timm('timm-0.9.16', {
    repository: TIMM_PAGE,
    commit: '6e6f3686a7e06bcba37bbd3b7c755f04a516a1e7',
    folder: 'timm',
    is: 'v0.9.16',
  }),
  timm('timm-1.0.29', { wheel: 'timm==1.0.29' }),
  vllm('nm-vllm-0.3.0', { ...NM_VLLM, commit: 'c9d9587627dafbe4870c24a24b150c08137c27c4', is: '0.3.0' }),
  vllm('nm-vllm-2024-09-18', {
    ...NM_VLLM,
    commit: '9545e0263096a2ddd84736cf3885ec44d1c69631',
    is: 'of 2024-09-18, after 0.6',
  }),
  {
    // test/fixtures/code of this repository: licet's own, for tests and pages.
    label: '',
    from: undefined,
    project: 'licet-example',
    named: /licet/i,
    family: (file) => /^modeling_(\w+)\.py$/.exec(file)?.[1],
  },
  {
    label: 'flash-attn-2.8.3',
    from: {
      repository: 'Dao-AILab/flash-attention',
      commit: '060c9188beec3a8b62b33a3bfa6d5d2d44975fab',
      folder: 'flash_attn',
      is: 'v2.8.3',
    },
    project: 'flash-attention',
    named: /tri dao/i,
    family: (file) => (FLASH.test(file) ? /(\w+)\.py$/.exec(file)?.[1] : undefined),
  },
];

/** Code that is nobody's in particular, or of other makers: what stands there too tells nothing. */
export const BACKGROUND: readonly CodeSource[] = [
  { label: 'torchvision-0.29.1', from: { wheel: 'torchvision==0.29.1' } },
  { label: 'keras-3.15.1', from: { wheel: 'keras==3.15.1' } },
  { label: 'flax-0.12.8', from: { wheel: 'flax==0.12.8' } },
  ...(
    [
      ['litgpt', 'Lightning-AI/litgpt', '26857050fe3ff627cd714fe92f5838f51a3d5efa'],
      ['torchtitan', 'pytorch/torchtitan', 'b5bcd76c66d0acb1a08b176d9639425bc55e0b2a'],
      ['x-transformers', 'lucidrains/x-transformers', '9252ed7838021ee61e6c5be0930b3a9a88efdf06'],
      ['exllamav2', 'turboderp-org/exllamav2', 'da07facd10b5c7f35b03664c41a3090c9f093de5'],
    ] as const
  ).map(([label, repository, commit]) => ({ label, from: { repository, commit, is: 'of 2026' } })),
  {
    label: 'megatron-2026',
    from: {
      repository: 'NVIDIA/Megatron-LM',
      commit: 'd98e8a64ddf34856e74b24714e3bedb2f5a39553',
      folder: 'megatron',
      is: 'of 2026',
    },
  },
];
