import rule from '../../rules/contradicted-upstream.ts';
import { writeGguf } from '../support/write-gguf.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const adapter = (base: string | null) => JSON.stringify({ base_model_name_or_path: base, peft_type: 'LORA' });
const config = (base: string) => JSON.stringify({ _name_or_path: base, model_type: 'x' });
const gguf = (more: Readonly<Record<string, string>>) =>
  writeGguf([
    ['general.architecture', ['string', 'llama']],
    ...Object.entries(more).map(([key, value]) => [key, ['string', value]] as const),
  ]);
const address = (model: string) => `https://huggingface.co/${model}`;
const merge = 'merge_method: ties\nmodels:\n  - model: acme/a\n  - model: acme/b\n';
const known = {
  'meta-llama/Llama-3.1-8B': 'llama3.1',
  'Qwen/Qwen2.5-7B': 'apache-2.0',
  'Qwen/Qwen2.5-7B-Instruct': 'apache-2.0',
  'THUDM/glm-4-9b': 'glm-4',
  gpt2: 'mit',
} as const;

testRule(rule, {
  valid: [
    ...[
      ['meta-llama/Llama-3.1-8B-Instruct', 'unsloth/meta-llama-3.1-8b-instruct-unsloth-bnb-4bit'],
      ['unsloth/Meta-Llama-3.1-8B-Instruct-bnb-4bit', 'meta-llama/Llama-3.1-8B-Instruct'],
      ['unsloth/Llama-3.1-8B-Instruct-bnb-4bit', 'meta-llama/Meta-Llama-3.1-8B-Instruct'],
    ].map(([said = '', told = '']) => ({
      name: `a copy beside its original: ${said} and ${told}`,
      files: { 'README.md': card(`base_model: ${said}`), 'adapter_config.json': adapter(told) },
    })),
    {
      name: 'card and adapter config name one model',
      files: { 'README.md': card('base_model: acme/big'), 'adapter_config.json': adapter('acme/big') },
    },
    {
      name: 'one of them uses the id from before the Hub renamed it',
      files: {
        'README.md': card('base_model: openai-community/gpt2'),
        'adapter_config.json': adapter('gpt2'),
      },
    },
    {
      name: 'they differ in case alone',
      files: { 'README.md': card('base_model: Acme/Big'), 'adapter_config.json': adapter('acme/big') },
    },
    {
      name: 'the adapter was trained on a quantized dress of the declared model',
      files: {
        'README.md': card('base_model: acme/big-7b'),
        'adapter_config.json': adapter('unsloth/big-7b-bnb-4bit'),
      },
    },
    {
      name: 'the adapter config names a path on the disk of whoever trained it',
      files: {
        'README.md': card('base_model: acme/big'),
        'adapter_config.json': adapter('/data/models/big'),
      },
    },
    {
      name: 'the adapter was trained on the base of the declared model',
      upstreams: { 'acme/chat': { license: 'mit', bases: ['acme/big'] }, 'acme/big': 'mit' },
      files: { 'README.md': card('base_model: acme/chat'), 'adapter_config.json': adapter('acme/big') },
    },
    {
      name: 'several models are declared: the config may speak of any',
      files: { 'README.md': card('base_model: [acme/a, acme/b]'), 'adapter_config.json': adapter('acme/c') },
    },
    {
      name: 'the adapter was trained on what comes from the declared model',
      upstreams: { 'acme/chat': { license: 'mit', bases: ['acme/big'] }, 'acme/big': 'mit' },
      files: { 'README.md': card('base_model: acme/big'), 'adapter_config.json': adapter('acme/chat') },
    },

    {
      name: 'config and card name one model under an old id',
      upstreams: known,
      files: { 'README.md': card('base_model: openai-community/gpt2'), 'config.json': config('gpt2') },
    },
    {
      name: 'config and card name one model of an owner who was renamed',
      upstreams: known,
      files: { 'README.md': card('base_model: zai-org/glm-4-9b'), 'config.json': config('THUDM/glm-4-9b') },
    },
    {
      name: "the config keeps the name of the declared model's base",
      upstreams: { ...known, 'acme/chat': { license: 'mit', bases: ['Qwen/Qwen2.5-7B'] } },
      files: { 'README.md': card('base_model: acme/chat'), 'config.json': config('Qwen/Qwen2.5-7B') },
    },
    {
      name: 'the config keeps the name of a base, and nothing is known of the declared model',
      upstreams: known,
      files: { 'README.md': card('base_model: acme/chat'), 'config.json': config('Qwen/Qwen2.5-7B') },
    },
    {
      name: 'the card names the base of what the config names',
      upstreams: { ...known, 'acme/chat': { license: 'mit', bases: ['Qwen/Qwen2.5-7B'] } },
      files: { 'README.md': card('base_model: Qwen/Qwen2.5-7B'), 'config.json': config('acme/chat') },
    },
    {
      name: 'the card names the pretrained, the config the instruct model, and no record links them',
      upstreams: known,
      files: {
        'README.md': card('base_model: Qwen/Qwen2.5-7B'),
        'config.json': config('Qwen/Qwen2.5-7B-Instruct'),
      },
    },
    {
      name: 'the config names a step between, of the same owner',
      repo: 'acme/chat',
      upstreams: { ...known, 'acme/Llama-3.1-sft': 'mit' },
      files: {
        'README.md': card('base_model: Qwen/Qwen2.5-7B'),
        'config.json': config('acme/Llama-3.1-sft'),
      },
    },
    {
      name: 'the config names what is called after the declared model',
      upstreams: { 'acme/big': { license: 'mit', bases: ['acme/first'] }, 'other/big-chat': 'mit' },
      files: { 'README.md': card('base_model: acme/big'), 'config.json': config('other/big-chat') },
    },
    {
      name: 'the config names a model of which nothing is known: it may come from the declared one',
      upstreams: known,
      files: { 'README.md': card('base_model: Qwen/Qwen2.5-7B'), 'config.json': config('somebody/sft') },
    },
    {
      name: 'the config names a checkpoint on a disk',
      upstreams: known,
      files: {
        'README.md': card('base_model: Qwen/Qwen2.5-7B'),
        'config.json': config('./llama/checkpoint-500'),
      },
    },
    {
      name: 'the config names the repository itself',
      repo: 'acme/chat',
      upstreams: { ...known, 'acme/chat': 'mit' },
      files: { 'README.md': card('base_model: Qwen/Qwen2.5-7B'), 'config.json': config('acme/chat') },
    },
    {
      name: 'a tower inside comes from elsewhere',
      upstreams: known,
      files: {
        'README.md': card('base_model: Qwen/Qwen2.5-7B'),
        'config.json': JSON.stringify({ text_config: { _name_or_path: 'meta-llama/Llama-3.1-8B' } }),
      },
    },
    {
      name: 'the GGUF header names the converted model and the base of that',
      upstreams: known,
      files: {
        'README.md': card('base_model: Qwen/Qwen2.5-7B\nbase_model_relation: quantized'),
        'x.gguf': gguf({
          'general.source.repo_url': address('Qwen/Qwen2.5-7B'),
          'general.base_model.0.repo_url': address('meta-llama/Llama-3.1-8B'),
        }),
      },
    },
    {
      name: 'the GGUF header names the base of the declared model',
      upstreams: known,
      files: {
        'README.md': card('base_model: acme/chat\nbase_model_relation: quantized'),
        'x.gguf': gguf({ 'general.base_model.0.repo_url': address('meta-llama/Llama-3.1-8B') }),
      },
    },

    {
      name: 'merged weights lie beside the adapter that they were made with',
      files: {
        'README.md': card('base_model: acme/big\nbase_model_relation: finetune'),
        'adapter_config.json': adapter('acme/big'),
        'model.safetensors': '',
      },
    },
    {
      name: "an adapter lies in a checkpoint's folder",
      files: {
        'README.md': card('base_model: acme/big\nbase_model_relation: finetune'),
        'run/checkpoint-5/adapter_config.json': adapter('acme/big'),
      },
    },
    {
      name: 'a GGUF file of an adapter is called quantized after the adapter',
      files: {
        'README.md': card('base_model: acme/lora\nbase_model_relation: quantized'),
        'x.gguf': gguf({
          'general.type': 'adapter',
          'adapter.type': 'lora',
          'general.base_model.0.repo_url': address('acme/big'),
        }),
      },
    },
    {
      name: 'an adapter of diffusers has no config',
      files: {
        'README.md': card('base_model: acme/big\nbase_model_relation: adapter'),
        'pytorch_lora_weights.safetensors': '',
      },
    },
    {
      name: 'a draft model is called an adapter',
      files: {
        'README.md': card('base_model: acme/big\nbase_model_relation: adapter'),
        'config.json': '{}',
        'model.safetensors': '',
        'eagle_config.json': '{}',
      },
    },
    {
      name: 'of an adapter only the card is at hand',
      complete: false,
      files: {
        'README.md': card('base_model: acme/big\nbase_model_relation: adapter'),
        'config.json': '{}',
        'model.safetensors': '',
      },
    },
    {
      name: 'a merge was quantized and its config came along',
      files: {
        'README.md': card('base_model: [acme/a, acme/b]\nbase_model_relation: quantized'),
        'mergekit_config.yml': merge,
      },
    },
    {
      name: 'a fine-tune of a merge kept the config of the merge',
      files: {
        'README.md': card('base_model: acme/merged\nbase_model_relation: finetune'),
        'mergekit_config.yml': merge,
      },
    },
    {
      name: 'a merge of a model with itself',
      files: {
        'README.md': card('base_model: acme/a\nbase_model_relation: merge'),
        'mergekit_config.yml':
          'merge_method: passthrough\nslices:\n  - sources:\n      - model: acme/a\n        ' +
          'layer_range: [0, 20]\n',
      },
    },
    {
      name: 'a model was grown from its own layers and trained on',
      files: {
        'README.md': card('base_model: acme/a\nbase_model_relation: finetune'),
        'mergekit_config.yml':
          'merge_method: passthrough\nslices:\n  - sources:\n      - model: acme/a\n        ' +
          'layer_range: [0, 20]\n',
      },
    },
    {
      name: 'an adapter was merged into its base',
      files: {
        'README.md': card('base_model: acme/a\nbase_model_relation: merge'),
        'adapter_config.json': adapter('acme/a'),
        'model.safetensors': '',
      },
    },
    {
      name: 'a merge names all its parts',
      files: { 'README.md': card('base_model: [acme/a, acme/b]\nbase_model_relation: merge') },
    },
  ],
  invalid: [
    {
      name: 'the adapter was trained on another model',
      files: { 'README.md': card('base_model: acme/big'), 'adapter_config.json': adapter('other/small') },
      problems: [
        'adapter_config.json:1:28 warning Card says "acme/big", "adapter_config.json" says "other/small"',
      ],
    },
    {
      name: 'the card says that an adapter is a fine-tune',
      files: {
        'README.md': card('base_model: acme/big\nbase_model_relation: finetune'),
        'adapter_config.json': adapter('acme/big'),
      },
      problems: [
        'adapter_config.json:1:28 warning "acme/big" is declared as finetune, but "adapter_config.json" ' +
          'tells adapter',
      ],
    },
    {
      name: 'the adapter lies under a quantized relation and names a path',
      files: {
        'README.md': card('base_model: acme/big\nbase_model_relation: quantized'),
        'adapter_config.json': adapter('/data/big'),
      },
      problems: [
        'adapter_config.json:1:52 warning "acme/big" is declared as quantized, but ' +
          '"adapter_config.json" tells adapter',
      ],
    },
    {
      name: 'card and config name models of two families',
      upstreams: known,
      files: {
        'README.md': card('base_model: Qwen/Qwen2.5-7B'),
        'config.json': config('meta-llama/Llama-3.1-8B'),
      },
      problems: [
        'config.json:1:18 warning Card says "Qwen/Qwen2.5-7B", "config.json" says "meta-llama/Llama-3.1-8B"',
      ],
    },
    {
      name: 'the record of the declared model names another base',
      upstreams: { ...known, 'acme/chat': { license: 'mit', bases: ['Qwen/Qwen2.5-7B'] } },
      files: { 'README.md': card('base_model: acme/chat'), 'config.json': config('meta-llama/Llama-3.1-8B') },
      problems: [
        'config.json:1:18 warning Card says "acme/chat", "config.json" says "meta-llama/Llama-3.1-8B"',
      ],
    },
    {
      name: 'the quantization config names another model',
      upstreams: known,
      files: {
        'README.md': card('base_model: Qwen/Qwen2.5-7B'),
        'quantize_config.json': JSON.stringify({ bits: 4, model_name_or_path: 'meta-llama/Llama-3.1-8B' }),
      },
      problems: [
        'quantize_config.json:1:32 warning Card says "Qwen/Qwen2.5-7B", "quantize_config.json" says ' +
          '"meta-llama/Llama-3.1-8B"',
      ],
    },
    {
      name: 'the GGUF file was converted from another model',
      upstreams: known,
      files: {
        'README.md': card('base_model: Qwen/Qwen2.5-7B'),
        'x.gguf': gguf({ 'general.source.repo_url': address('meta-llama/Llama-3.1-8B') }),
      },
      problems: [
        'x.gguf#general.source.repo_url warning Card says "Qwen/Qwen2.5-7B", "x.gguf" says ' +
          '"meta-llama/Llama-3.1-8B"',
      ],
    },
    {
      name: 'the pipeline was loaded from another model',
      upstreams: { 'acme/paint': { license: 'mit', bases: ['acme/first'] }, 'other/sketch-xl': 'mit' },
      files: {
        'README.md': card('base_model: acme/paint'),
        'model_index.json': JSON.stringify({ _name_or_path: 'other/sketch-xl' }),
      },
      problems: [
        'model_index.json:1:18 warning Card says "acme/paint", "model_index.json" says "other/sketch-xl"',
      ],
    },
    {
      name: 'the GGUF header tells an adapter of the model that is declared as quantized',
      files: {
        'README.md': card('base_model: acme/big\nbase_model_relation: quantized'),
        'x.gguf': gguf({
          'general.type': 'adapter',
          'adapter.type': 'lora',
          'general.base_model.0.repo_url': address('acme/big'),
        }),
      },
      problems: [
        'x.gguf#general.base_model.0.repo_url warning "acme/big" is declared as quantized, but "x.gguf" ' +
          'tells adapter',
      ],
    },
    {
      name: 'a whole model is called an adapter',
      files: {
        'README.md': card('base_model: acme/big\nbase_model_relation: adapter'),
        'config.json': '{}',
        'model-00001-of-00002.safetensors': '',
        'model-00002-of-00002.safetensors': '',
      },
      problems: [
        'README.md:2:13 warning "acme/big" is declared as adapter, but ' +
          '"model-00001-of-00002.safetensors" holds a whole model',
      ],
    },
    {
      name: 'what was merged of several models is called a fine-tune of one',
      files: {
        'README.md': card('base_model: acme/a\nbase_model_relation: finetune'),
        'mergekit_config.yml': merge,
      },
      problems: [
        'mergekit_config.yml:3:12 warning "acme/a" is declared as finetune, but "mergekit_config.yml" ' +
          'tells merge',
      ],
    },
    {
      name: 'a merge names one part, and nothing tells of others',
      files: { 'README.md': card('base_model: acme/a\nbase_model_relation: merge') },
      problems: ['README.md:2:13 info "acme/a" is declared as the only part of a merge'],
    },
  ],
});
