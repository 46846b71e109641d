import rule from '../../rules/missing-change-note.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const upstreams = { 'other/base': 'apache-2.0' };

testRule(rule, {
  valid: [
    {
      name: 'the relation is declared',
      upstreams,
      files: {
        'README.md': card('license: apache-2.0\nbase_model: other/base\nbase_model_relation: finetune'),
      },
    },
    {
      name: 'the card says how it was made',
      upstreams,
      files: {
        'README.md': card('license: apache-2.0\nbase_model: other/base', '# M\n\nFine-tuned on our mails.\n'),
      },
    },
    {
      name: 'a word in Korean counts as well',
      upstreams,
      files: {
        'README.md': card('license: apache-2.0\nbase_model: other/base', '# M\n\n추가 학습한 모델입니다.\n'),
      },
    },
    {
      name: 'nobody said that it is a derivative',
      upstreams,
      files: { 'README.md': card('license: apache-2.0\nbase_model: other/base') },
    },
    {
      name: 'there is no card: missing-card speaks for it',
      upstreams,
      files: { 'mergekit_config.yml': 'models:\n  - model: other/base\nmerge_method: linear\n' },
    },
  ],
  invalid: [
    {
      name: 'a merge of which only the merge file tells',
      upstreams,
      files: {
        'README.md': card('license: apache-2.0'),
        'mergekit_config.yml': 'models:\n  - model: other/base\nmerge_method: linear\n',
      },
      problems: ['mergekit_config.yml:2:12 info Changes to "other/base" are not described'],
    },
  ],
});
