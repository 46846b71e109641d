/** Who makes families of models and the code for them: under which names, accounts and families. */
export interface Maker {
  /** Names in copyright lines and cards, as people write them. */
  readonly names: readonly string[];
  /** Owners on the Hub and on GitHub, in lower case. */
  readonly accounts: readonly string[];
  /** What the names of their families begin with, letters and digits in lower case. */
  readonly families: readonly string[];
}

const row = (names: string, accounts: string, families: string): Maker => ({
  names: names.split('|'),
  accounts: accounts.split(' '),
  families: families.split(' '),
});

/**
 * Written from general knowledge on 2026-11-30, and not yet held row by row against the copyright lines of
 * their own code. A row only says whose name is no stranger's: nothing here says who trained what.
 */
const MAKERS: readonly Maker[] = [
  row('Hugging Face|HuggingFace', 'huggingface', ''),
  row(
    'Alibaba Cloud|Alibaba Group|Alibaba|DAMO Academy|Qwen|Tongyi',
    'qwen qwenlm alibaba-nlp x-plug aidc-ai damo-nlp-sg',
    'qwen',
  ),
  row('Alibaba Wan|Wan-AI', 'wan-ai wan-video', 'wan'),
  row('DeepSeek|DeepSeek-AI|High-Flyer', 'deepseek-ai', 'deepseek janus'),
  row('Zhipu|Zhipu AI|ZhipuAI|Z.ai|GLM', 'zai-org thudm', 'glm chatglm cogvlm cogview'),
  row('Meta|Meta AI|Meta Platforms|Facebook', 'meta-llama facebook', 'llama mllama'),
  row('EleutherAI', 'eleutherai', 'gptneox gptneo gptj'),
  row('Mistral AI|Mistral', 'mistralai', 'mistral mixtral pixtral'),
  row(
    'Google|Google AI|DeepMind|Google DeepMind',
    'google google-deepmind',
    'gemma t5 mt5 siglip bert paligemma',
  ),
  row('Microsoft', 'microsoft', 'phi florence deberta'),
  row(
    'OpenGVLab|Shanghai AI Laboratory|InternLM',
    'opengvlab internlm',
    'intern internvl internlm internvision',
  ),
  row('Baichuan|Baichuan Intelligent Technology', 'baichuan-inc', 'baichuan'),
  row('OpenBMB|ModelBest', 'openbmb', 'minicpm'),
  row('MiniMax', 'minimaxai', 'minimax'),
  row('Moonshot|Moonshot AI|Kimi', 'moonshotai', 'kimi'),
  row('LG AI Research|EXAONE', 'lgai-exaone', 'exaone'),
  row('Upstage', 'upstage', 'solar'),
  row('NAVER|NAVER Cloud|HyperCLOVA', 'naver-hyperclovax', 'hyperclovax hcx'),
  row('KT Corporation|KT Corp', 'k-intelligence kt-ai', 'midm'),
  row('SK Telecom|SKT', 'skt', 'ax'),
  row('Kakao', 'kakaocorp', 'kanana'),
  row('Technology Innovation Institute|TII', 'tiiuae', 'falcon'),
  row('Ant Group|Antgroup|inclusionAI|Bailing', 'inclusionai', 'bailing ling ming'),
  row('Tencent|Hunyuan', 'tencent', 'hunyuan'),
  row('NVIDIA', 'nvidia efficient-large-model nvlabs', 'nemotron megatron'),
  row('Allen Institute for AI|AllenAI|Ai2', 'allenai', 'olmo molmo'),
  row('OpenAI', 'openai', 'clip whisper gpt2 gptoss'),
  row('MosaicML|Databricks', 'mosaicml databricks', 'mpt dbrx'),
  row('IBM', 'ibm-granite', 'granite'),
  row('Cohere', 'cohereforai coherelabs', 'cohere'),
  row('Stability AI', 'stabilityai', 'stablelm'),
  row('Baidu', 'baidu paddlepaddle', 'ernie'),
  row('AI21', 'ai21labs', 'jamba'),
  row('ByteDance|Bytedance Seed', 'bytedance bytedance-seed', 'seed bagel'),
  row('vLLM', 'vllm-project', 'vllm'),
  row('Ross Wightman', 'rwightman', 'timm'),
];

/** A name as whole words: no letter or digit of another word beside it. */
const whole = (name: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\p{L}\p{N}])`,
    'iu',
  );

/** The maker whose name stands in a copyright line's; undefined for one who is not on the list. */
export function makerNamed(holder: string): Maker | undefined {
  return MAKERS.find(({ names }) => names.some((name) => whole(name).test(holder)));
}

/** The maker behind an account on the Hub or GitHub. */
export function makerOfAccount(account: string | undefined): Maker | undefined {
  const wanted = account?.toLowerCase();
  return wanted === undefined ? undefined : MAKERS.find(({ accounts }) => accounts.includes(wanted));
}

/** Whether a family of code, such as `qwen2_vl`, is this maker's. */
export function makes({ families }: Maker, family: string): boolean {
  const bare = family.toLowerCase().replace(/[^a-z0-9]/g, '');
  return families.some((one) => one !== '' && bare.startsWith(one));
}
