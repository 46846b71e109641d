import { expect, test } from 'vitest';
import { extract } from '../../../src/core/extract/extract.ts';
import type { Source } from '../../../src/core/model/source.ts';
import { header, knowing, text } from '../../support/evidence.ts';

const SELF = 'acme/own';

/** `model relation confidence via [part]` of every upstream, `!raw why` of every name that is no id. */
async function upstreams(...sources: readonly Source[]): Promise<string[]> {
  const claims = await extract(sources, knowing({ self: SELF }));
  return claims.flatMap((claim) => {
    if (claim.kind === 'invalid-upstream') return [`!${claim.raw} ${claim.why} ${claim.confidence}`];
    if (claim.kind !== 'upstream') return [];
    return [
      [
        claim.model,
        claim.relation,
        claim.confidence,
        claim.via,
        claim.part ?? '',
        claim.hub ? '' : '(not an id)',
      ]
        .filter((word) => word !== '')
        .join(' '),
    ];
  });
}

const PY = '# Copyright 2025 Acme\nclass OwnModel:\n    pass\n';

/** Each kind of evidence alone, what it yields, and the traps that look like it and yield nothing. */
const KINDS: readonly {
  readonly kind: string;
  readonly alone: Source;
  readonly yields: readonly string[];
  readonly traps: readonly Source[];
}[] = [
  {
    kind: 'config.json _name_or_path',
    alone: text('config.json', { _name_or_path: 'globex/base-7b' }),
    yields: ['globex/base-7b unsaid likely config'],
    traps: [
      ...[
        './out',
        '../base',
        '/home/me/base',
        '~/base',
        'C:\\models\\base',
        'D:/models/base',
        'out\\base',
        'output/run1',
        'llama-ft/checkpoint-500',
        'a/b/c',
        'llama',
        '',
        'models/base-7b',
        SELF,
        SELF.toUpperCase(),
        'base.safetensors',
        'globex/model.ckpt',
        's3://b/k',
      ].map((path) => text('config.json', { _name_or_path: path })),
      text('config.json', {
        _name_or_path: null,
        architectures: ['LlamaForCausalLM'],
        model_type: 'llama',
        hidden_size: 4096,
      }),
    ],
  },
  {
    kind: 'config.json in the Hub cache',
    alone: text('config.json', {
      _name_or_path: '/root/.cache/huggingface/hub/models--globex--base-7b/snapshots/0e9e/',
    }),
    yields: ['globex/base-7b unsaid likely config'],
    traps: [
      text('config.json', {
        _name_or_path: '/root/.cache/huggingface/hub/datasets--globex--base-7b/snapshots/0e9e',
      }),
      text('config.json', { _name_or_path: '/c/models--acme--own/snapshots/1' }),
    ],
  },
  {
    kind: 'nested component config',
    alone: text('config.json', {
      text_config: { _name_or_path: '' },
      vision_config: { _name_or_path: 'globex/tower' },
    }),
    yields: ['globex/tower component likely config-component vision_config'],
    traps: [
      text('config.json', {
        vision_config: { model_type: 'siglip_vision_model' },
        quantization_config: { _name_or_path: 'globex/tower' },
      }),
    ],
  },
  {
    kind: 'tower recorded by a wrapper',
    alone: text('config.json', { mm_vision_tower: 'globex/tower-patch14' }),
    yields: ['globex/tower-patch14 component likely config-component mm_vision_tower'],
    traps: [
      text('config.json', { mm_vision_tower: './tower' }),
      text('config.json', { mm_projector_type: 'globex/tower' }),
    ],
  },
  {
    kind: 'auto_map',
    alone: text('config.json', {
      auto_map: {
        AutoModel: 'globex/code--modeling_x.X',
        AutoConfig: 'globex/code--configuration_x.XConfig',
      },
    }),
    yields: ['globex/code code certain auto-map'],
    traps: [
      text('config.json', {
        auto_map: { AutoModel: 'modeling_x.X', AutoTokenizer: ['tokenization_x.X', null] },
      }),
      text('config.json', { auto_map: { AutoModel: 'globex/code.X' } }),
      text('config.json', { auto_map: { AutoModel: `${SELF}--modeling_x.X` } }),
    ],
  },
  {
    kind: 'component folder',
    alone: text('vae/config.json', { _name_or_path: 'globex/vae-fix' }),
    yields: ['globex/vae-fix component likely config-component vae'],
    traps: [
      text('unet/config.json', { _name_or_path: '../base/unet' }),
      text('vae/config.json', { _class_name: 'AutoencoderKL' }),
    ],
  },
  {
    kind: 'model_index.json',
    alone: text('model_index.json', {
      _class_name: 'StableDiffusionPipeline',
      _name_or_path: 'globex/pipe',
      unet: ['diffusers', 'UNet2DConditionModel'],
    }),
    yields: ['globex/pipe unsaid likely model-index'],
    traps: [
      text('model_index.json', {
        _class_name: 'StableDiffusionPipeline',
        unet: ['diffusers', 'UNet2DConditionModel'],
      }),
    ],
  },
  {
    kind: 'adapter_config.json',
    alone: text('adapter_config.json', {
      peft_type: 'LORA',
      base_model_name_or_path: 'globex/base-7b',
      auto_mapping: { base_model_class: 'Qwen2ForCausalLM' },
    }),
    yields: ['globex/base-7b adapter certain adapter-config'],
    traps: [null, '', SELF].map((base) =>
      text('adapter_config.json', { peft_type: 'LORA', base_model_name_or_path: base }),
    ),
  },
  {
    kind: 'adapter_config.json in a checkpoint folder',
    alone: text('run/checkpoint-10/adapter_config.json', { base_model_name_or_path: 'globex/base-7b' }),
    yields: ['globex/base-7b adapter certain adapter-config'],
    traps: [text('run/checkpoint-10/other_config.json', { base_model_name_or_path: 'globex/base-7b' })],
  },
  {
    kind: 'adapter_config.json with a local path',
    alone: text('adapter_config.json', {
      peft_type: 'LORA',
      base_model_name_or_path: '/cache/models/Globex--base-7b',
    }),
    yields: ['!/cache/models/Globex--base-7b path certain'],
    traps: [text('adapter_config.json', { peft_type: 'LORA' })],
  },
  {
    kind: 'MLX adapter',
    alone: text('adapters/adapter_config.json', { fine_tune_type: 'lora', model: 'globex/base-7b-4bit' }),
    yields: ['globex/base-7b-4bit adapter certain adapter-config'],
    traps: [text('adapter_config.json', { peft_type: 'LORA', model: 'globex/base-7b' })],
  },
  {
    kind: 'mergekit',
    alone: text(
      'mergekit_config.yml',
      'merge_method: slerp\nslices:\n  - sources:\n      - model: globex/a\n      - model: ' +
        'initech/b@v1+initech/lora\nbase_model: globex/a\n',
    ),
    yields: [
      'globex/a merge certain mergekit',
      'initech/b merge certain mergekit',
      'initech/lora adapter certain mergekit',
    ],
    traps: [
      text('mergekit_config.yml', 'merge_method: slerp\ntokenizer_source: union\ndtype: float16\n'),
      text('workflow.yml', 'models:\n  - model: globex/a\n'),
    ],
  },
  {
    kind: 'mergekit MoE',
    alone: text(
      'mergekit_moe_config.yml',
      'base_model: globex/a\nexperts:\n  - source_model: initech/b\n    positive_prompts: ["globex/c"]\n',
    ),
    yields: ['globex/a merge certain mergekit', 'initech/b merge certain mergekit'],
    traps: [text('mergekit_moe_config.yml', 'gate_mode: hidden\nexperts: []\n')],
  },
  {
    kind: 'GGUF source',
    alone: header('gguf', {
      'general.architecture': 'llama',
      'general.file_type': 15,
      'general.source.repo_url': 'https://huggingface.co/globex/tuned',
    }),
    yields: ['globex/tuned quantized likely gguf'],
    traps: [
      header('gguf', {
        'general.architecture': 'llama',
        'general.name': 'Llama 3.1 8B',
        'general.organization': 'Meta Llama',
      }),
      header('gguf', { 'general.source.url': 'globex/tuned' }),
      header('gguf', {
        'general.source.repo_url': 'https://github.com/globex/tuned',
        'general.repo_url': `https://huggingface.co/${SELF}`,
      }),
    ],
  },
  {
    kind: 'GGUF base',
    alone: header('gguf', {
      'general.base_model.count': 9,
      'general.base_model.0.name': 'Base 7B',
      'general.base_model.0.repo_url': 'https://huggingface.co/globex/base-7b',
    }),
    yields: ['globex/base-7b unsaid likely gguf'],
    traps: [
      header('gguf', {
        'general.base_model.count': 1,
        'general.base_model.0.name': 'Base 7B',
        'general.base_model.0.organization': 'Globex',
      }),
    ],
  },
  {
    kind: 'GGUF adapter',
    alone: header('gguf', {
      'general.type': 'adapter',
      'adapter.type': 'lora',
      'general.base_model.0.repo_url': 'https://huggingface.co/globex/base-7b',
    }),
    yields: ['globex/base-7b adapter likely gguf'],
    traps: [header('gguf', { 'adapter.type': 'lora' })],
  },
  {
    kind: 'safetensors trained on a Hub id',
    alone: header('safetensors', { ss_network_module: 'networks.lora', ss_sd_model_name: 'globex/paint-xl' }),
    yields: ['globex/paint-xl adapter likely safetensors'],
    traps: [
      header('safetensors', { format: 'pt' }),
      header('safetensors', { 'modelspec.architecture': 'stable-diffusion-xl-v1-base' }),
      header('safetensors', { ss_sd_model_name: 'model.safetensors' }),
    ],
  },
  {
    kind: 'safetensors trained on a known checkpoint file',
    alone: header('safetensors', {
      ss_network_module: 'networks.lora',
      ss_sd_model_name: '/workspace/sd_xl_base_1.0.safetensors',
    }),
    yields: ['stabilityai/stable-diffusion-xl-base-1.0 adapter possible safetensors'],
    traps: [header('safetensors', { ss_sd_model_name: 'None' })],
  },
  {
    kind: 'safetensors shape',
    alone: header('safetensors', { ss_base_model_version: 'sdxl_base_v1-0' }),
    yields: ['stabilityai/stable-diffusion-xl-base-1.0 unsaid possible safetensors'],
    traps: [header('safetensors', { ss_base_model_version: 'something-new' })],
  },
  {
    kind: 'safetensors merge',
    alone: header('safetensors', { 'modelspec.merged_from': 'globex/paint, Sketchy_v3.safetensors' }),
    yields: ['globex/paint merge likely safetensors', 'Sketchy_v3 merge possible safetensors (not an id)'],
    traps: [header('safetensors', { 'modelspec.merged_from': '' })],
  },
  {
    kind: 'Modelfile of a Hub model',
    alone: text(
      'Modelfile',
      'FROM hf.co/globex/base-GGUF:Q4_K_M\nSYSTEM """\nFROM hf.co/globex/other\n"""\n',
    ),
    yields: ['globex/base-GGUF unsaid certain modelfile'],
    traps: [
      'FROM ./model.gguf',
      'FROM /models/x',
      'FROM model.Q4_K_M.gguf',
      '# FROM llama3.2',
      `FROM hf.co/${SELF}`,
    ].map((from) => text('Modelfile', from)),
  },
  {
    kind: 'Modelfile of an Ollama name',
    alone: text('Modelfile', 'from llama3.2:3b\n'),
    yields: ['llama3.2 unsaid likely modelfile (not an id)'],
    traps: [text('Modelfile', 'FROM scratch\n')],
  },
  {
    kind: 'tokenizer',
    alone: text('tokenizer_config.json', {
      name_or_path: 'globex/base-7b',
      tokenizer_class: 'LlamaTokenizer',
    }),
    yields: ['globex/base-7b component possible tokenizer tokenizer'],
    traps: [
      text('tokenizer_config.json', { tokenizer_class: 'LlamaTokenizer', bos_token: '<|begin_of_text|>' }),
      text('tokenizer_config.json', { name_or_path: SELF }),
      text('tokenizer_config.json', { name_or_path: './out' }),
    ],
  },
  {
    kind: 'sentence-transformers module',
    alone: text('0_Transformer/config.json', { _name_or_path: 'globex/encoder' }),
    yields: ['globex/encoder unsaid likely config'],
    traps: [
      text('config_sentence_transformers.json', { __version__: { transformers: '4.44.2' } }),
      text('modules.json', [{ idx: 0, name: '0', path: 'globex/encoder', type: 'x' }] as object),
    ],
  },
  {
    kind: 'quantize_config.json',
    alone: text('quantize_config.json', { bits: 4, model_name_or_path: 'globex/base-7b' }),
    yields: ['globex/base-7b quantized likely quantize-config'],
    traps: [
      text('quantize_config.json', { bits: 4, model_name_or_path: null, model_file_base_name: 'model' }),
    ],
  },
  {
    kind: 'training arguments',
    alone: text(
      'training_args.yaml',
      'model_name_or_path: globex/base-7b\nfinetuning_type: lora\nlearning_rate: 1.0e-4\n',
    ),
    yields: ['globex/base-7b adapter likely training-args'],
    traps: [
      text('training_args.json', { model_name_or_path: 'globex/base-7b', do_train: false }),
      text('deploy.yaml', 'model_name_or_path: globex/base-7b\n'),
    ],
  },
  {
    kind: 'axolotl file',
    alone: text(
      'axolotl.yaml',
      'base_model: globex/base-7b\nsequence_len: 4096\ndatasets:\n  - path: globex/talk\n    type: alpaca\n',
    ),
    yields: ['globex/base-7b finetune certain axolotl'],
    traps: [
      text('axolotl.yaml', `base_model: ${SELF}\nsequence_len: 1\n`),
      text('axolotl.yaml', 'base_model: ./base\nsequence_len: 1\n'),
      text('settings.yml', 'base_model: globex/base-7b\n'),
    ],
  },
  {
    kind: 'axolotl file that was cut short',
    alone: text(
      'axolotl.yaml',
      'base_model: globex/base-7b\nadapter: lora\ndatasets:\n  - path: globex/talk\n    type: alpaca\n',
    ),
    yields: ['globex/base-7b adapter certain axolotl'],
    traps: [text('axolotl.yaml', 'base_model: globex/base-7b\ndatasets:\n- globex/talk\n')],
  },
  {
    kind: 'remote code',
    alone: text('modeling_own.py', PY),
    yields: [],
    traps: [
      text(
        'modeling_own.py',
        '# Copied from transformers.models.llama.modeling_llama.LlamaAttention\nclass OwnAttention:\n' +
          '    base = "globex/base-7b"\n',
      ),
    ],
  },
];

test.each(KINDS)('$kind alone names exactly its upstreams', async ({ alone, yields }) => {
  expect(await upstreams(alone)).toEqual(yields);
});

const TRAPS = KINDS.flatMap(({ kind, traps }) =>
  traps.map((trap) => ({
    kind,
    trap,
    shown:
      trap.kind === 'text'
        ? trap.text.replace(/\s+/g, ' ')
        : JSON.stringify([...(trap.kind === 'header' ? trap.entries : [])]),
  })),
);

test.each(TRAPS)('$kind: $shown names none', async ({ trap }) => {
  expect(await upstreams(trap)).toEqual([]);
});

test('a tokenizer that came with a known upstream is not reported a second time', async () => {
  const named = text('tokenizer_config.json', { name_or_path: 'globex/base-7b' });
  expect(await upstreams(text('config.json', { _name_or_path: 'Globex/base-7b' }), named)).toEqual([
    'Globex/base-7b unsaid likely config',
  ]);
});

test('a tokenizer from the repository whose code is loaded stays an upstream of its own', async () => {
  const config = text('config.json', { auto_map: { AutoModel: 'globex/base-7b--modeling_x.X' } });
  expect(
    await upstreams(config, text('tokenizer_config.json', { name_or_path: 'globex/base-7b' })),
  ).toHaveLength(2);
});
