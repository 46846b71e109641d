/** Released code that `build-code-index.ts` reads: what each folder under `.cache/code-sources` holds. */
export interface CodeSource {
  /** The folder's name. */
  readonly label: string;
  /** How it is got: a wheel by pip, or a commit of a public repository. */
  readonly from: string;
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

const transformers = (label: string, from: string): IndexedSource => ({
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
const GIT = 'src/ of github NielsRogge/transformers, a fork of huggingface/transformers, after the release,';

const TIMM = /timm\/(?:models\/)?(?:layers\/)?(?:vision_transformer|swin_transformer|convnext|beit|eva)\.py$/;
const timm = (label: string, from: string): IndexedSource => ({
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
const vllm = (label: string, from: string): IndexedSource => ({
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
  transformers('transformers-4.28', `${GIT} 888c4a2ae02fb4e6c4b53a4e6eb0b973a771362f`),
  transformers('transformers-4.36', `${GIT} 3ed3e3190c0d6503a89971fd9744429694522484`),
  transformers('transformers-4.44', `${GIT} 26a9443dae41737e665910fbb617173e17a0cd18`),
  transformers('transformers-4.48', `${GIT} f63829c87bd89a4a0cea45d81c1cd870996b30c4`),
  transformers('transformers-4.57.6', 'pip download --no-deps transformers==4.57.6'),
  transformers('transformers-5.18.0', 'pip download --no-deps transformers==5.18.0'),
  timm('timm-0.6.12', 'timm/ of github huggingface/pytorch-image-models at v0.6.12'),
  timm('timm-0.9.16', 'timm/ of github huggingface/pytorch-image-models at v0.9.16'),
  timm('timm-1.0.29', 'pip download --no-deps timm==1.0.29'),
  vllm('vllm-0.3.0', 'vllm/model_executor of github neuralmagic/nm-vllm at 0.3.0'),
  vllm(
    'vllm-0.6',
    'vllm/model_executor of github neuralmagic/nm-vllm at 9545e0263096a2ddd84736cf3885ec44d1c69631',
  ),
  {
    label: '',
    from: "test/fixtures/code of this repository: licet's own, for tests and pages",
    project: 'licet-example',
    named: /licet/i,
    family: (file) => /^modeling_(\w+)\.py$/.exec(file)?.[1],
  },
  {
    label: 'flash-attn-2.8.3',
    from: 'flash_attn/ of github Dao-AILab/flash-attention at v2.8.3',
    project: 'flash-attention',
    named: /tri dao/i,
    family: (file) => (FLASH.test(file) ? /(\w+)\.py$/.exec(file)?.[1] : undefined),
  },
];

/** Code that is nobody's in particular, or of other makers: what stands there too tells nothing. */
export const BACKGROUND: readonly CodeSource[] = [
  { label: 'torchvision-0.29.1', from: 'pip download --no-deps torchvision==0.29.1' },
  { label: 'keras-3.15.1', from: 'pip download --no-deps keras==3.15.1' },
  { label: 'flax-0.12.8', from: 'pip download --no-deps flax==0.12.8' },
  { label: 'litgpt', from: 'github Lightning-AI/litgpt at 26857050fe3ff627cd714fe92f5838f51a3d5efa' },
  { label: 'torchtitan', from: 'github pytorch/torchtitan at b5bcd76c66d0acb1a08b176d9639425bc55e0b2a' },
  {
    label: 'x-transformers',
    from: 'github lucidrains/x-transformers at 9252ed7838021ee61e6c5be0930b3a9a88efdf06',
  },
  { label: 'exllamav2', from: 'github turboderp-org/exllamav2 at da07facd10b5c7f35b03664c41a3090c9f093de5' },
  {
    label: 'megatron-2026',
    from: 'megatron/ of github NVIDIA/Megatron-LM at d98e8a64ddf34856e74b24714e3bedb2f5a39553',
  },
];
