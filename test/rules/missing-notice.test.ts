import rule from '../../rules/missing-notice.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';
import { spdxText } from '../support/license-texts.ts';

const upstreams = { 'meta-llama/Llama-3.1-8B': 'llama3.1', 'acme/free': 'mit' };
const front = 'license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune';
const sentence =
  'Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. ' +
  'All Rights Reserved.';

const gemma = 'Gemma is provided under and subject to the Gemma Terms of Use found at ';

testRule(rule, {
  valid: [
    ...[
      'ai.google.dev/gemma/terms',
      'https://ai.google.dev/gemma/terms',
      'http://ai.google.dev/gemma/terms.',
      '<https://ai.google.dev/gemma/terms>',
      'https://www.ai.google.dev/gemma/terms',
      '[https://ai.google.dev/gemma/terms](https://ai.google.dev/gemma/terms)',
    ].map((address) => ({
      name: `the address is written ${address}`,
      upstreams: { 'google/gemma-3-4b-it': 'gemma' },
      files: {
        'README.md': card('license: gemma\nbase_model: google/gemma-3-4b-it\nbase_model_relation: finetune'),
        'NOTICE.txt': `* ${gemma}${address}\n`,
      },
    })),
    {
      name: 'the sentence stands in NOTICE',
      upstreams,
      files: { 'README.md': card(front), NOTICE: `${sentence}\n` },
    },
    {
      name: 'the sentence is wrapped and writes (c)',
      upstreams,
      files: {
        'README.md': card(front),
        'NOTICE.txt':
          'Llama 3.1 is licensed under the Llama 3.1 Community License,\nCopyright (c) Meta ' +
          'Platforms, Inc.\nAll Rights Reserved.\n',
      },
    },
    {
      name: 'the card holds the sentence, set as code',
      upstreams,
      files: { 'README.md': card(front, `# Llama-x\n\n\`\`\`text\n${sentence}\n\`\`\`\n`) },
    },
    {
      name: 'the sentence stands above a license text in one file',
      upstreams,
      files: { 'README.md': card(front), NOTICE: `${sentence}\n\n${spdxText('Apache-2.0')}\n` },
    },
    {
      name: 'a Chinese sentence in its own signs, without blanks',
      upstreams: { 'acme/base': { license: 'other', license_name: 'xverse' } },
      files: {
        'README.md': card(
          'license: other\nlicense_name: xverse\nbase_model: acme/base\nbase_model_relation: finetune',
        ),
        NOTICE:
          'XVERSE大模型以XVERSE大模型协议发布，Copyright (c) 深圳元象信息科技有限公司。保留所有权利。\n',
      },
    },
    {
      name: 'only a card is at hand: absent files say nothing',
      complete: false,
      upstreams,
      files: { 'README.md': card(front) },
    },
    {
      name: 'the upstream words no notice',
      upstreams,
      files: { 'README.md': card('license: mit\nbase_model: acme/free') },
    },
    {
      name: 'the licensor owes himself no notice',
      repo: 'meta-llama/x',
      upstreams,
      files: { 'README.md': card(front) },
    },
  ],
  invalid: [
    {
      name: 'an address in another document',
      upstreams: { 'google/gemma-3-4b-it': 'gemma' },
      files: {
        'README.md': card('license: gemma\nbase_model: google/gemma-3-4b-it\nbase_model_relation: finetune'),
        NOTICE: `${gemma}https://ai.google.dev/terms\n`,
      },
      problems: ['README.md:3:13 warning NOTICE lacks the notice that gemma requires'],
      output: { NOTICE: `${gemma}https://ai.google.dev/terms\n\n${gemma}ai.google.dev/gemma/terms\n` },
    },
    {
      name: 'a fine-tune: the clause speaks of copies, so the fix is only suggested',
      upstreams,
      files: { 'README.md': card(front) },
      problems: ['README.md:3:13 warning NOTICE lacks the notice that llama3.1 requires'],
    },
    {
      name: 'the notice of another version',
      upstreams,
      files: { 'README.md': card(front), NOTICE: `${sentence.replaceAll('3.1', '3.2')}\n` },
      problems: ['README.md:3:13 warning NOTICE lacks the notice that llama3.1 requires'],
    },
  ],
});
