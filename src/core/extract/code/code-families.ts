/**
 * Model families whose implementations are copied about, by the prefix of their class names in transformers
 * (its `models/auto` registries; docs/evidence.md, configs and recipes). A prefix tells whose implementation
 * a class carries on, never whose weights. Longer prefixes stand before their beginnings: `Qwen2VL` before
 * `Qwen2`.
 */
const PREFIXES: readonly (readonly [prefix: string, family: string])[] = [
  ['DeepseekV32', 'deepseek_v32'],
  ['DeepseekV3', 'deepseek_v3'],
  ['DeepseekV2', 'deepseek_v2'],
  ['DeepSeek', 'deepseek'],
  ['Deepseek', 'deepseek'],
  ['Glm4MoeLite', 'glm4_moe_lite'],
  ['Glm4Moe', 'glm4_moe'],
  ['Glm4v', 'glm4v'],
  ['Glm4', 'glm4'],
  ['ChatGLM', 'chatglm'],
  ['Glm', 'glm'],
  ['GLM', 'glm'],
  ['Qwen3VLMoe', 'qwen3_vl_moe'],
  ['Qwen3VL', 'qwen3_vl'],
  ['Qwen3OmniMoe', 'qwen3_omni_moe'],
  ['Qwen3Moe', 'qwen3_moe'],
  ['Qwen3Next', 'qwen3_next'],
  ['Qwen3', 'qwen3'],
  ['Qwen2_5_VL', 'qwen2_5_vl'],
  ['Qwen2_5OmniAudio', 'qwen2_5_omni'],
  ['Qwen2_5Omni', 'qwen2_5_omni'],
  ['Qwen2Audio', 'qwen2_audio'],
  ['Qwen2VL', 'qwen2_vl'],
  ['Qwen2Moe', 'qwen2_moe'],
  ['Qwen2', 'qwen2'],
  ['QWen', 'qwen'],
  ['Qwen', 'qwen'],
  ['Llama4', 'llama4'],
  ['Mllama', 'mllama'],
  ['LlavaNext', 'llava_next'],
  ['LlavaOnevision', 'llava_onevision'],
  ['Llava', 'llava'],
  ['Llama', 'llama'],
  ['LLaMA', 'llama'],
  ['Mistral3', 'mistral3'],
  ['Mistral', 'mistral'],
  ['Mixtral', 'mixtral'],
  ['Pixtral', 'pixtral'],
  ['Gemma3n', 'gemma3n'],
  ['Gemma3', 'gemma3'],
  ['Gemma2', 'gemma2'],
  ['Gemma', 'gemma'],
  ['PaliGemma', 'paligemma'],
  ['Exaone4', 'exaone4'],
  ['Exaone', 'exaone'],
  ['SolarOpen', 'solar_open'],
  ['HyperCLOVAX', 'hyperclovax'],
  ['HCXVision', 'hyperclovax_vision'],
  ['PhiMoE', 'phimoe'],
  ['Phi4Multimodal', 'phi4_multimodal'],
  ['Phi3', 'phi3'],
  ['Phi', 'phi'],
  ['Falcon', 'falcon'],
  ['Baichuan', 'baichuan'],
  ['InternLM2', 'internlm2'],
  ['InternLM', 'internlm'],
  ['InternVision', 'internvl'],
  ['InternVL', 'internvl'],
  ['MiniCPM', 'minicpm'],
  ['MiniMax', 'minimax'],
  ['Olmoe', 'olmoe'],
  ['Olmo3', 'olmo3'],
  ['Olmo2', 'olmo2'],
  ['Olmo', 'olmo'],
  ['OLMo', 'olmo'],
  ['GptOss', 'gpt_oss'],
  ['GPTNeoX', 'gpt_neox'],
  ['GPTNeo', 'gpt_neo'],
  ['GPTJ', 'gptj'],
  ['GPTBigCode', 'gpt_bigcode'],
  ['GPT2', 'gpt2'],
  ['Starcoder2', 'starcoder2'],
  ['StableLm', 'stablelm'],
  ['Cohere2', 'cohere2'],
  ['Cohere', 'cohere'],
  ['Dbrx', 'dbrx'],
  ['Jamba', 'jamba'],
  ['GraniteMoe', 'granitemoe'],
  ['Granite', 'granite'],
  ['NemotronH', 'nemotron_h'],
  ['Nemotron', 'nemotron'],
  ['Bloom', 'bloom'],
  ['OPT', 'opt'],
  ['MPT', 'mpt'],
  ['Mamba2', 'mamba2'],
  ['Mamba', 'mamba'],
  ['HunYuan', 'hunyuan'],
  ['Ernie4_5', 'ernie4_5'],
  ['Bailing', 'bailing'],
  ['SmolLM3', 'smollm3'],
  ['Whisper', 'whisper'],
  ['Siglip2', 'siglip2'],
  ['Siglip', 'siglip'],
  ['CLIP', 'clip'],
  ['DINOv3', 'dinov3'],
  ['Dinov2', 'dinov2'],
  ['ModernBert', 'modernbert'],
  ['XLMRoberta', 'xlm_roberta'],
  ['Roberta', 'roberta'],
  ['DistilBert', 'distilbert'],
  ['Deberta', 'deberta'],
  ['Bert', 'bert'],
  ['MT5', 'mt5'],
  ['T5', 't5'],
];

const QUALIFIERS = [
  'Vision|Audio|Text|Code|VL',
  'Sparse|Rotary|Linear|Dynamic|NTK|Yarn|Scaling|Dense',
  'Moe|MoE|Naive|Topk|TopK|Flash|Sdpa',
];
const ROLES = [
  'ForCausalLM|ForConditionalGeneration|ForSequenceClassification|ForTokenClassification',
  'ForQuestionAnswering|ForMaskedLM',
  'PreTrainedModel|PretrainedModel|Model|Config|Tokenizer|TokenizerFast',
  'Attention2?|FlashAttention2|SdpaAttention|MLP|RMSNorm|LayerNorm',
  'DecoderLayer|EncoderLayer|Layer|Block',
  'Embedding|Embeddings|RotaryEmbedding|ScalingRotaryEmbedding|NTKScalingRotaryEmbedding',
  'SparseMoeBlock|MoE|Moe|Router|TopkRouter|Gate|Experts|Expert',
  'Encoder|Decoder|Processor|ImageProcessor|Backbone|Pooler|Rotary|Transformer',
];
/** What implementations call their classes, after the family's name. */
const ROLE = new RegExp(`^(?:${QUALIFIERS.join('|')})*(?:${ROLES.join('|')})$`);

/** The family that a class name carries, such as `glm4_moe` of `Glm4MoeAttention`. */
export function familyOf(className: string): string | undefined {
  const hit = PREFIXES.find(
    ([prefix]) => className.startsWith(prefix) && ROLE.test(className.slice(prefix.length)),
  );
  return hit?.[1];
}

/**
 * True for a family that is the file's own, or an older or newer sister of it: `deepseek` and `deepseek_v2`.
 */
export function isSameFamily(a: string, b: string): boolean {
  const [x, y] = [squeezed(a), squeezed(b)];
  return x !== '' && y !== '' && (x.startsWith(y) || y.startsWith(x));
}

const squeezed = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
