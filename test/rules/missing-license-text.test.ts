import rule from '../../rules/missing-license-text.ts';
import { spdxText } from '../support/license-texts.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const upstreams = {
  'acme/free': 'apache-2.0',
  'acme/words': 'cc-by-4.0',
  'acme/chat': { license: 'apache-2.0', bases: [{ model: 'acme/free', relation: 'finetune' as const }] },
};
const front = 'license: apache-2.0\nbase_model: acme/free\nbase_model_relation: finetune';

testRule(rule, {
  valid: [
    {
      name: 'the text of the upstream is the license file',
      upstreams,
      files: { 'README.md': card(front), LICENSE: spdxText('Apache-2.0') },
    },
    {
      name: 'the text of the upstream lies in LICENSES',
      upstreams,
      files: { 'README.md': card(front), 'LICENSES/Apache-2.0.txt': spdxText('Apache-2.0') },
    },
    ...['gpl-3.0', 'gpl-3.0-only', 'gpl-3.0-or-later'].map((license) => ({
      name: `the text of ${license} is the GPL's`,
      upstreams: { 'acme/free': license },
      files: { 'README.md': card(front), 'LICENSES/GPL-3.0.txt': spdxText('GPL-3.0+') },
    })),
    {
      name: 'the text of the Lesser GPL as it is published',
      upstreams: { 'acme/free': 'lgpl-3.0-or-later' },
      files: {
        'README.md': card(front),
        'COPYING.LESSER': spdxText('LGPL-3.0-only').split('\nGNU GENERAL PUBLIC LICENSE\n')[0] ?? '',
      },
    },
    {
      name: 'an original model owes nobody its own text',
      files: { 'README.md': card('license: apache-2.0') },
    },
    {
      name: 'only a card is at hand: absent files say nothing',
      complete: false,
      upstreams,
      files: { 'README.md': card(front) },
    },
    {
      name: 'the licensor owes nobody the text',
      repo: 'acme/next',
      upstreams,
      files: { 'README.md': card(front) },
    },
    {
      name: 'the license lets a link stand for the text',
      upstreams,
      files: {
        'README.md': card(
          'license: cc-by-4.0\nbase_model: acme/words\nbase_model_relation: finetune',
          '# A model\n\nThe base is under https://creativecommons.org/licenses/by/4.0/\n',
        ),
      },
    },
  ],
  invalid: [
    ...['mit', 'other', undefined].map((license): Parameters<typeof testRule>[1]['invalid'][number] => ({
      name: `a fine-tune under ${license ?? 'nothing'} without the text of its permissive upstream`,
      upstreams,
      files: {
        'README.md': card(
          `${license === undefined ? 'tags: [a]' : `license: ${license}`}\nbase_model: acme/free\n` +
            'base_model_relation: finetune',
        ),
      },
      problems: ['README.md:3:13 warning Text of license "apache-2.0" is not in the repository'],
    })),
    {
      name: 'a license with limits is asked for also where it is declared',
      upstreams: { 'acme/lab': 'llama3.1' },
      files: { 'README.md': card('license: llama3.1\nbase_model: acme/lab\nbase_model_relation: finetune') },
      problems: ['README.md:3:13 warning Text of license "llama3.1" is not in the repository'],
    },
    {
      name: 'a fine-tune without the text of its upstream, whose permissive license it declares',
      upstreams,
      files: { 'README.md': card(front) },
      problems: ['README.md:3:13 info Text of license "apache-2.0" is not in the repository'],
    },
    {
      name: 'a license that would take a link has neither text nor link',
      upstreams,
      files: {
        'README.md': card('license: cc-by-4.0\nbase_model: acme/words\nbase_model_relation: finetune'),
      },
      problems: [
        'README.md:3:13 info Text of license "cc-by-4.0" is not in the repository, nor a link to it',
      ],
    },
    {
      name: 'two upstreams under one license owe one copy',
      upstreams,
      files: {
        'README.md': card('license: apache-2.0\nbase_model: acme/chat\nbase_model_relation: finetune'),
      },
      problems: ['README.md:3:13 info Text of license "apache-2.0" is not in the repository'],
    },
    {
      name: 'another text lies in the license file',
      upstreams,
      files: { 'README.md': card(front), LICENSE: spdxText('MIT') },
      problems: ['README.md:3:13 info Text of license "apache-2.0" is not in the repository'],
    },
  ],
});
