/** Who makes families of models and the code for them: under which names, accounts and families. */
export interface Maker {
  /** Names in copyright lines and cards, as people write them. */
  readonly names: readonly string[];
  /** Owners on the Hub and on GitHub, in lower case. */
  readonly accounts: readonly string[];
  /** What the names of their families begin with, letters and digits in lower case. */
  readonly families: readonly string[];
  /** Where a copyright line of theirs was read, and the line; empty where none was found. */
  readonly seen: string;
}

/** The names divided by `|`, the accounts and the families by blanks, and the line that was seen. */
type Row = readonly [names: string, accounts: string, families: string, seen?: string];

/**
 * Held against the copyright lines of their own code, or of their code as transformers and vLLM carry it,
 * on 2026-11-30 (docs/evidence.md, makers of code); rows without a line are from general knowledge. A row
 * only says whose name is no stranger's: nothing here says who trained what.
 */
const ROWS: readonly Row[] = [
  [
    'Hugging Face|HuggingFace',
    'huggingface',
    '',
    'transformers 5.18.0, models/llama4: Copyright 2025 HuggingFace Inc. team.',
  ],
  [
    'Alibaba Cloud|Alibaba Group|Alibaba|DAMO Academy|Qwen|Tongyi|AIDC-AI',
    'qwen qwenlm alibaba-nlp x-plug aidc-ai damo-nlp-sg',
    'qwen',
    'QwenLM/Qwen at 2df8e8a: Copyright (c) Alibaba Cloud.',
  ],
  [
    'Alibaba Wan|Wan-AI',
    'wan-ai wan-video',
    'wan',
    'Wan-Video/Wan2.2 at 42bf4cf: Copyright 2024-2025 The Alibaba Wan Team Authors.',
  ],
  [
    'DeepSeek|DeepSeek-AI|Deepseek AI|High-Flyer',
    'deepseek-ai',
    'deepseek janus',
    'deepseek-ai/DeepSeek-VL2 at ef9f91e: Copyright (c) 2023-2024 DeepSeek.',
  ],
  [
    'Zhipu|Zhipu AI|ZhipuAI|Z.ai|GLM',
    'zai-org thudm',
    'glm chatglm cogvlm cogview',
    'transformers 5.18.0, models/glm: ' + 'Copyright 2024 The GLM & ZhipuAI team and HuggingFace Inc. team.',
  ],
  [
    'Meta|Meta AI|Meta Platforms|Facebook',
    'meta-llama facebook facebookresearch',
    'llama mllama dinov2 dinov3',
    'meta-llama/llama-models at a9c89c4: Copyright (c) Meta Platforms, Inc. and affiliates.',
  ],
  [
    'EleutherAI|Eleuther AI',
    'eleutherai',
    'gptneox gptneo gptj',
    'transformers 5.18.0, models/gpt_neox: Copyright 2022 EleutherAI and The HuggingFace Inc. team.',
  ],
  [
    'Mistral AI|Mixtral AI|Mistral',
    'mistralai',
    'mistral mixtral pixtral',
    'transformers 5.18.0, models/mistral: Copyright 2023 Mistral AI and the HuggingFace Inc. team.',
  ],
  [
    'Google|Google AI|DeepMind|Google DeepMind|T5 Authors',
    'google google-deepmind google-research',
    'gemma t5 mt5 siglip bert paligemma',
    'google-research/bert at eedf571: Copyright 2018 The Google AI Language Team Authors.',
  ],
  [
    'Microsoft',
    'microsoft',
    'phi florence deberta',
    'transformers 5.18.0, models/phi3: Copyright 2024 Microsoft and the HuggingFace Inc. team.',
  ],
  [
    'OpenGVLab|Shanghai AI Laboratory|InternLM',
    'opengvlab internlm',
    'intern internvl internlm internvision',
    'OpenGVLab/InternVL at 2410d1d: Copyright (c) 2024 OpenGVLab',
  ],
  [
    'Baichuan|Baichuan Inc|Baichuan Intelligent Technology',
    'baichuan-inc',
    'baichuan',
    'modeling_baichuan.py as vLLM and others carry it: ' +
      'Copyright 2023 Baichuan Inc. All Rights Reserved.',
  ],
  [
    'OpenBMB|ModelBest',
    'openbmb',
    'minicpm',
    'vLLM 0.6, models/minicpm.py: Copyright 2024 The ModelBest team.',
  ],
  [
    'MiniMax|MiniMax AI|MiniMaxAI',
    'minimaxai',
    'minimax',
    'MiniMax-AI/MiniMax-M2.1 at a878624: Copyright 2025 MiniMax AI.',
  ],
  [
    'Moonshot|Moonshot AI|Kimi',
    'moonshotai',
    'kimi',
    'vLLM, processing of Kimi-VL: Copyright 2025 The Moonshot Team and HuggingFace Inc. team.',
  ],
  [
    'LG AI Research|EXAONE',
    'lgai-exaone lg-ai-exaone',
    'exaone',
    'transformers 5.18.0, models/exaone4: ' + 'Copyright 2025 The LG AI Research and HuggingFace Inc. team.',
  ],
  [
    'Upstage',
    'upstage',
    'solar',
    'transformers 5.18.0, models/solar_open: Copyright 2026 Upstage and HuggingFace Inc. team.',
  ],
  [
    'NAVER|NAVER Cloud|HyperCLOVA',
    'naver-hyperclovax',
    'hyperclovax hcx',
    'transformers 5.18.0, models/hyperclovax: ' +
      'Copyright 2026 NAVER CLOUD Corp. and The HuggingFace Inc. team.',
  ],
  ['KT Corporation|KT Corp', 'k-intelligence kt-ai', 'midm'],
  [
    'SK Telecom|SKT',
    'skt skt-ai',
    'ax',
    'transformers 5.18.0, models/axk1: Copyright 2026 SK Telecom and the HuggingFace Inc. team.',
  ],
  [
    'Kakao|Kakao Corp|Kakao Brain',
    'kakaocorp kakaobrain',
    'kanana',
    "vLLM's reward model for Kanana: Copyright 2024 Kakao Corp. (Kanana-X Team)",
  ],
  [
    'Technology Innovation Institute|Technological Innovation Institute|TII',
    'tiiuae',
    'falcon',
    'transformers 5.18.0, models/falcon_mamba: ' +
      'Copyright 2024 Tri Dao, Albert Gu, Technological Innovation Institute and HuggingFace Inc. team.',
  ],
  [
    'Ant Group|Antgroup|inclusionAI|Bailing',
    'inclusionai',
    'bailing ling ming',
    'inclusionAI/Ling, modeling_bailing_moe.py: ' + 'Copyright 2023 Antgroup and The HuggingFace Inc. team.',
  ],
  [
    'Tencent|Hunyuan',
    'tencent tencent-hunyuan',
    'hunyuan',
    'Tencent-Hunyuan/Hunyuan-7B at 49c25a0: Copyright 2024 Tencent Inc. All Rights Reserved.',
  ],
  [
    'NVIDIA',
    'nvidia efficient-large-model nvlabs',
    'nemotron megatron',
    'NVlabs/VILA at b760c34: Copyright 2024 NVIDIA CORPORATION & AFFILIATES',
  ],
  ['Allen Institute for AI|AllenAI|Ai2', 'allenai', 'olmo molmo'],
  [
    'OpenAI',
    'openai',
    'clip whisper gpt2 gptoss',
    'transformers 5.18.0, models/gpt2: ' +
      'Copyright 2018 The OpenAI Team Authors and HuggingFace Inc. team.',
  ],
  [
    'MosaicML|Databricks',
    'mosaicml databricks',
    'mpt dbrx',
    'mosaicml/llm-foundry at 8c8dd48: Copyright 2024 MosaicML LLM Foundry authors',
  ],
  [
    'IBM',
    'ibm-granite',
    'granite',
    'transformers 5.18.0, models/granite: Copyright 2024 IBM and the HuggingFace Inc. team.',
  ],
  [
    'Cohere',
    'cohereforai coherelabs',
    'cohere',
    'transformers 5.18.0, models/cohere: Copyright 2024 Cohere team.',
  ],
  [
    'Stability AI',
    'stabilityai',
    'stablelm',
    'transformers 5.18.0, models/stablelm: Copyright 2024 Stability AI and The HuggingFace Inc. team.',
  ],
  [
    'Baidu|PaddlePaddle',
    'baidu paddlepaddle',
    'ernie',
    'transformers 5.18.0, models/ernie4_5: Copyright (c) 2025 Baidu, Inc. and HuggingFace Inc. team.',
  ],
  [
    'AI21|AI21 Labs',
    'ai21labs',
    'jamba',
    'transformers 5.18.0, models/jamba: Copyright 2024 AI21 Labs Ltd. and the HuggingFace Inc. team.',
  ],
  [
    'ByteDance|Bytedance Seed|Bytedance-Seed',
    'bytedance bytedance-seed',
    'seed bagel',
    'transformers 5.18.0, models/seed_oss: ' +
      'Copyright 2025 Bytedance-Seed Ltd and the HuggingFace Inc. team.',
  ],
  ['Xiaomi', 'xiaomimimo', 'mimo', 'XiaomiMiMo/MiMo-Audio at 691ce54: Copyright 2025 Xiaomi Corporation.'],
  [
    'BigCode',
    'bigcode bigcode-project',
    'starcoder gptbigcode',
    'transformers 5.18.0, models/starcoder2: Copyright 2024 BigCode and the HuggingFace Inc. team.',
  ],
  [
    'Salesforce',
    'salesforce',
    'codegen blip',
    'transformers 5.18.0, models/blip_2: ' +
      'Copyright 2023 The Salesforce Authors and The HuggingFace Team.',
  ],
  [
    'Arcee AI|Arcee',
    'arcee-ai',
    'afmoe',
    'transformers 5.18.0, models/afmoe: Copyright 2025 Arcee AI and the HuggingFace Inc. team.',
  ],
  [
    'Kyutai',
    'kyutai kyutai-labs',
    'helium moshi',
    'transformers 5.18.0, models/helium: Copyright 2024 The Kyutai and HuggingFace Inc. teams.',
  ],
  ['vLLM', 'vllm-project', 'vllm', 'vLLM 0.6, models/llama.py: Copyright 2023 The vLLM team.'],
  [
    'Ross Wightman',
    'rwightman',
    'timm',
    'timm 1.0.29, models/vision_transformer.py: Copyright 2020, Ross Wightman',
  ],
  [
    'Tri Dao|Albert Gu',
    'dao-ailab state-spaces',
    'flashattn mamba',
    'state-spaces/mamba, its LICENSE: Copyright 2023 Tri Dao, Albert Gu',
  ],
];

let all: readonly Maker[] | undefined;
/** Every maker that is known. */
export const makers = (): readonly Maker[] =>
  (all ??= ROWS.map(([names, accounts, families, seen = '']) => ({
    names: names.split('|'),
    accounts: accounts.split(' '),
    families: families.split(' '),
    seen,
  })));

/** A name as whole words: no letter or digit of another word beside it. */
const whole = (name: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\p{L}\p{N}])`,
    'iu',
  );

let patterns: readonly (readonly [Maker, RegExp])[] | undefined;
/** A pattern for each name, the longest first. */
const named = () =>
  (patterns ??= makers()
    .flatMap((maker) => maker.names.map((name) => [maker, name] as const))
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([maker, name]) => [maker, whole(name)] as const));

/**
 * The maker whose name stands in a copyright line's, the longest name where several do: "Alibaba Wan
 * Team" is Wan's. Undefined for one who is not on the list.
 */
export function makerNamed(holder: string): Maker | undefined {
  return named().find(([, pattern]) => pattern.test(holder))?.[0];
}

/** The maker behind an account on the Hub or GitHub. */
export function makerOfAccount(account: string | undefined): Maker | undefined {
  const wanted = account?.toLowerCase();
  return wanted === undefined ? undefined : makers().find(({ accounts }) => accounts.includes(wanted));
}

/** Whether a family of code, such as `qwen2_vl`, is this maker's. */
export function makes({ families }: Maker, family: string): boolean {
  const bare = family.toLowerCase().replace(/[^a-z0-9]/g, '');
  return families.some((one) => one !== '' && bare.startsWith(one));
}
