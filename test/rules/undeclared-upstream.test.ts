import rule from '../../rules/undeclared-upstream.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const adapter = (base: string) => JSON.stringify({ base_model_name_or_path: base, peft_type: 'LORA' });

testRule(rule, {
  valid: [
    {
      name: 'a key one letter off declares it: misspelled-key speaks',
      files: {
        'README.md': card(
          'license: mit\nbase_models: acme/big',
          '# A model\n\nThis model is a fine-tuned version of [acme/big](https://huggingface.co/acme/big).\n',
        ),
      },
    },
    ...(
      [
        ['its own id', 'acme/harbor-7b', 'acme/harbor-7b'],
        ['its own id in other letters', 'acme/harbor-7b', 'acme/Harbor_7B'],
        ['an earlier id', 'acme/harbor-7b', 'acme/harbor-7b-v0'],
        ['an owner who is spelled otherwise', 'acme-ai/harbor-7b', 'Acme_AI/harbor-old'],
        ['an owner under whom it lies elsewhere', 'acme/harbor-7b', 'dock/harbor-7b'],
        ["the name in its card's title, in a folder of another name", undefined, 'acme/Harbor-7B'],
      ] as const
    ).map(([what, repo, recorded]) => ({
      name: `a config records ${what}`,
      ...(repo === undefined ? {} : { repo }),
      files: {
        'README.md': card('license: mit', '# Harbor 7B\n'),
        'config.json': JSON.stringify({ _name_or_path: recorded }),
      },
    })),
    {
      name: 'the upstream of the adapter is declared',
      files: { 'README.md': card('base_model: acme/big'), 'adapter_config.json': adapter('acme/big') },
    },
    {
      name: 'the declared model is the quantized dress of the named one',
      files: {
        'README.md': card('base_model: unsloth/big-7b-bnb-4bit'),
        'adapter_config.json': adapter('acme/big-7b'),
      },
    },
    {
      name: 'the named model is the base of the declared one',
      upstreams: { 'acme/chat': { license: 'mit', bases: ['acme/big'] }, 'acme/big': 'mit' },
      files: {
        'README.md': card(
          'base_model: acme/chat',
          '# A model\n\nFine-tuned from [acme/big](https://huggingface.co/acme/big).\n',
        ),
      },
    },
    {
      name: 'a class name and a model type are no origin',
      files: {
        'README.md': card('license: mit'),
        'config.json': '{"architectures": ["LlamaForCausalLM"], "model_type": "llama"}',
      },
    },
    {
      name: 'another model is only compared with',
      files: {
        'README.md': card(
          'license: mit',
          '# A model\n\nIt is faster than [acme/big](https://huggingface.co/acme/big).\n',
        ),
      },
    },
    {
      name: 'a model that made the data is not a base',
      files: {
        'README.md': card(
          'license: mit',
          '# A model\n\nThe data was distilled from [acme/big](https://huggingface.co/acme/big).\n',
        ),
      },
    },
    {
      name: 'the adapter config contradicts the card: contradicted-upstream speaks',
      files: { 'README.md': card('base_model: acme/other'), 'adapter_config.json': adapter('acme/big') },
    },
    {
      name: 'the adapter config names a path on a disk',
      files: { 'README.md': card('license: mit'), 'adapter_config.json': adapter('/data/models/big') },
    },
    {
      name: 'a license with one giver, in a repository of that giver',
      repo: 'google/gemma-x',
      files: { 'README.md': card('license: gemma') },
    },
    {
      name: 'a license with one giver, whose model base_model names',
      repo: 'acme/x',
      files: { 'README.md': card('license: gemma\nbase_model: google/gemma-2-2b') },
    },
    {
      name: 'a license with one giver, and a base that is no id: invalid-upstream speaks',
      repo: 'acme/x',
      files: { 'README.md': card('license: gemma\nbase_model: ./out') },
    },
    {
      name: 'a license for models that anybody may give',
      repo: 'acme/x',
      files: { 'README.md': card('license: creativeml-openrail-m') },
    },
    {
      name: 'a Space builds on no weights of its own',
      repo: 'acme/x',
      files: { 'README.md': card('license: llama3.1\nsdk: gradio') },
    },
  ],
  invalid: [
    {
      name: "a config records another's model of the same name, which is known",
      repo: 'acme/harbor-7b',
      upstreams: { 'dock/harbor-7b': 'mit' },
      files: {
        'README.md': card('license: mit', '# Harbor 7B\n'),
        'config.json': JSON.stringify({ _name_or_path: 'dock/harbor-7b' }),
      },
      problems: ['config.json:1:18 warning Upstream "dock/harbor-7b" is not declared in "base_model"'],
    },
    {
      name: "a config records another's model of another name, which nobody knows",
      repo: 'acme/harbor-7b',
      files: {
        'README.md': card('license: mit', '# Harbor 7B\n'),
        'config.json': JSON.stringify({ _name_or_path: 'dock/ship-7b' }),
      },
      problems: ['config.json:1:18 warning Upstream "dock/ship-7b" is not declared in "base_model"'],
    },
    {
      name: 'a license with one giver, and no word of the model',
      repo: 'acme/x',
      files: { 'README.md': card('license: llama3.1') },
      problems: [
        'README.md:2:10 warning License llama3.1 is given by Meta Platforms, Inc. alone, and ' +
          '"base_model" names no model',
      ],
    },
    {
      name: 'the same behind a name of its own',
      repo: 'acme/x',
      files: { 'README.md': card('license: other\nlicense_name: deepseek') },
      problems: [
        'README.md:2:10 warning License deepseek-model-1.0 is given by DeepSeek alone, and "base_model" ' +
          'names no model',
      ],
    },
    {
      name: 'the same, and only the folder tells the name',
      files: { 'README.md': card('license: gemma') },
      problems: [
        'README.md:2:10 info License gemma is given by Google LLC alone, and "base_model" names no model',
      ],
    },
    {
      name: 'a part is credited, the base is not',
      files: {
        'README.md': card(
          'license: mit',
          '# A model\n\nThe vision encoder is [acme/eye](https://huggingface.co/acme/eye).\n',
        ),
        'mergekit_config.yml': 'merge_method: linear\nmodels:\n- model: acme/big\n',
      },
      problems: ['mergekit_config.yml:3:10 warning Upstream "acme/big" is not declared in "base_model"'],
      output: {
        'README.md': card(
          'license: mit\nbase_model: acme/big',
          '# A model\n\nThe vision encoder is [acme/eye](https://huggingface.co/acme/eye).\n',
        ),
      },
    },
    {
      name: 'the adapter config names a model that the card does not',
      files: { 'README.md': card('license: mit'), 'adapter_config.json': adapter('acme/big') },
      problems: ['adapter_config.json:1:28 warning Upstream "acme/big" is not declared in "base_model"'],
      output: { 'README.md': card('license: mit\nbase_model: acme/big') },
    },
    {
      name: 'the text tells the origin, the front matter does not',
      files: {
        'README.md': card(
          'license: mit',
          '# A model\n\nThis model is a fine-tuned version of [acme/big](https://huggingface.co/acme/big).\n',
        ),
      },
      problems: ['README.md:6:40 warning Upstream "acme/big" is not declared in "base_model"'],
    },
    {
      name: "the text names a size of a family, over a line's end",
      files: {
        'README.md': card(
          'license: mit',
          '# A model\n\nThis model is a fine-tuned version of Qwen2.5\n7B.\n',
        ),
      },
      problems: ['README.md:6:39 warning Upstream "Qwen/Qwen2.5-7B" is not declared in "base_model"'],
    },
    {
      name: 'one of two upstreams is declared',
      files: {
        'README.md': card('base_model: acme/small'),
        'mergekit_config.yml': 'merge_method: linear\nmodels:\n- model: acme/small\n- model: acme/big\n',
      },
      problems: ['mergekit_config.yml:4:10 warning Upstream "acme/big" is not declared in "base_model"'],
    },
    {
      name: 'a key one letter off declares another',
      files: {
        'README.md': card(
          'license: mit\nbase_models: acme/small',
          '# A model\n\nThis model is a fine-tuned version of [acme/big](https://huggingface.co/acme/big).\n',
        ),
      },
      problems: ['README.md:7:40 warning Upstream "acme/big" is not declared in "base_model"'],
    },
  ],
});
