import rule from '../../rules/missing-phrase.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const upstreams = { 'meta-llama/Llama-3.1-8B': 'llama3.1', 'Qwen/Qwen2.5-7B': 'apache-2.0' };
const front = 'license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune';
const missing = 'Missing phrase "Built with Llama" (not required here if shown on a website or in an app)';

testRule(rule, {
  valid: [
    {
      name: 'the phrase is in the card, in other letters and emphasis',
      upstreams,
      files: { 'README.md': card(front, '# Llama-acme\n\n**built with  Llama**\n') },
    },
    {
      name: 'it stands at the end of a sentence, with a version, and in Korean',
      upstreams,
      files: { 'README.md': card(front, '# Llama-acme\n\n이 모델은 Built with Llama 3.1 입니다.\n') },
    },
    {
      name: 'it says that not only it was used',
      upstreams,
      files: { 'README.md': card(front, '# Llama-acme\n\nNot only built with Llama. No more.\n') },
    },
    {
      name: 'a badge shows the phrase',
      upstreams,
      files: {
        'README.md': card(front, '# Llama-acme\n\n![Built with Llama](https://example.com/badge.svg)\n'),
      },
    },
    {
      name: 'the upstream asks for no phrase',
      upstreams,
      files: { 'README.md': card('base_model: Qwen/Qwen2.5-7B\nbase_model_relation: finetune') },
    },
    {
      name: 'the upstream is unknown: unresolved-upstream speaks for it',
      files: { 'README.md': card('base_model: acme/unheard-of') },
    },
    {
      name: 'there is no card: missing-card speaks for it',
      upstreams,
      files: { 'adapter_config.json': '{"base_model_name_or_path": "meta-llama/Llama-3.1-8B"}' },
    },
    {
      name: 'the licensor need not show it',
      repo: 'meta-llama/x',
      upstreams,
      files: { 'README.md': card(front) },
    },
  ],
  invalid: [
    {
      name: 'the phrase is the beginning of another name',
      repo: 'acme/Llama-x',
      upstreams: { 'acme/base': 'llama3.1' },
      files: {
        'README.md':
          '---\nlicense: llama3.1\nbase_model: acme/base\nbase_model_relation: finetune\n---\n# ' +
          'Llama-x\n\nBuilt with LlamaIndex\n',
      },
      problems: [
        'README.md:3:13 warning Missing phrase "Built with Llama" (not required here if shown on a ' +
          'website or in an app)',
      ],
      output: {
        'README.md':
          '---\nlicense: llama3.1\nbase_model: acme/base\nbase_model_relation: finetune\n---\n# ' +
          'Llama-x\n\nBuilt with LlamaIndex\n\nBuilt with Llama\n',
      },
    },
    {
      name: 'a fence that nothing closes would swallow the phrase, so it is not written there',
      repo: 'acme/Llama-x',
      upstreams: { 'acme/base': 'llama3.1' },
      files: {
        'README.md':
          '---\nlicense: llama3.1\nbase_model: acme/base\nbase_model_relation: finetune\n---\n# ' +
          'Llama-x\n\n```\nrun it\n',
      },
      problems: [
        'README.md:3:13 warning Missing phrase "Built with Llama" (not required here if shown on a ' +
          'website or in an app)',
      ],
    },
    ...['This model was not built with Llama.', '본 모델은 Built with Llama가 아닙니다.'].map((text) => ({
      name: `nothing is written below words to the contrary: ${text}`,
      upstreams,
      files: { 'README.md': card(front, `# Llama-acme\n\n${text}\n`) },
      problems: [`README.md:3:13 warning ${missing}`] as const,
    })),
    {
      name: 'a fine-tune without the phrase',
      upstreams,
      files: { 'README.md': card(front, '# Llama-acme\n') },
      problems: [`README.md:3:13 warning ${missing}`],
      output: { 'README.md': card(front, '# Llama-acme\n\nBuilt with Llama\n') },
    },
    {
      name: 'lines end as on Windows, and so does the line that is added',
      upstreams,
      files: { 'README.md': card(front, '# Llama-acme\n').replaceAll('\n', '\r\n') },
      problems: [`README.md:3:13 warning ${missing}`],
      output: { 'README.md': card(front, '# Llama-acme\n\nBuilt with Llama\n').replaceAll('\n', '\r\n') },
    },
    {
      name: 'an adapter: the clause may reach it, so nothing is written for certain',
      upstreams,
      files: { 'README.md': card(front.replace('finetune', 'adapter'), '# Llama-acme\n') },
      problems: [`README.md:3:13 warning ${missing}`],
    },
    {
      name: 'the phrase stands only in a comment and in a code fence, where no reader sees it',
      upstreams,
      files: {
        'README.md': card(
          front.replace('finetune', 'adapter'),
          '# Llama-acme\n\n<!-- Built with Llama -->\n\n```text\nBuilt with Llama\n```\n',
        ),
      },
      problems: [`README.md:3:13 warning ${missing}`],
    },
    ...[
      'This model was not built with Llama.',
      "It isn't Built with Llama",
      'Built with Llama 모델이 아닙니다.',
      'You do not have to display "Built with Llama"',
      '本模型并非 Built with Llama',
      'Built with LLaMA-Factory',
      'Built with LLaMA Factory',
      'Built with llama.cpp',
      'Text.\n\n    Built with Llama',
    ].map((text) => ({
      name: `no phrase: ${JSON.stringify(text)}`,
      upstreams,
      files: { 'README.md': card(front.replace('finetune', 'adapter'), `# Llama-acme\n\n${text}\n`) },
      problems: [`README.md:3:13 warning ${missing}`] as const,
    })),
    {
      name: 'a phrase that only some models under the license ask for is a note',
      upstreams: { 'nvidia/AceReason-Nemotron-14B': 'nvidia-open-model' },
      files: {
        'README.md': card('base_model: nvidia/AceReason-Nemotron-14B\nbase_model_relation: finetune'),
      },
      problems: [
        'README.md:2:13 info Missing phrase "Built on NVIDIA Cosmos" ' +
          '(not required here if shown on a website or in an app)',
      ],
    },
  ],
});
