import rule from '../../rules/missing-credit.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const upstreams = { 'other/base-7b': 'cc-by-4.0', 'other/free-7b': 'mit' };
const MADE = 'license: cc-by-4.0\nbase_model: other/base-7b\nbase_model_relation: finetune';
const merge = (model: string) => `models:\n  - model: ${model}\nmerge_method: linear\n`;

testRule(rule, {
  valid: [
    {
      name: 'base_model links it and the text names it',
      upstreams,
      files: {
        'README.md': card('license: cc-by-4.0\nbase_model: other/base-7b', '# M\n\nMade of Base-7B.\n'),
      },
    },
    {
      name: 'NOTICE credits it, and base_model names it',
      upstreams,
      files: {
        'README.md': card('license: cc-by-4.0\nbase_model: other/base-7b'),
        NOTICE: 'Based on other/base-7b by Other.\n',
      },
    },
    {
      name: 'the card names it by its id',
      upstreams,
      files: {
        'README.md': card('license: cc-by-4.0', '# M\n\nMade of other/base-7b.\n'),
        'mergekit_config.yml': merge('other/base-7b'),
      },
    },
    {
      name: 'the card links its name',
      upstreams,
      files: {
        'README.md': card(
          'license: cc-by-4.0',
          '# M\n\nMade of [Base 7B](https://other.example/models) by Other.\n',
        ),
        'mergekit_config.yml': merge('other/base-7b'),
      },
    },
    {
      name: 'a license that asks for a word of the source, not for a link',
      upstreams: { 'other/base-7b': { license: 'other', license_name: 'aquila' } },
      files: {
        'README.md': card('license: cc-by-4.0', '# M\n\nMade of base-7b.\n'),
        'mergekit_config.yml': merge('other/base-7b'),
      },
    },
    {
      name: 'the upstream asks for no credit of this kind',
      upstreams,
      files: { 'README.md': card('license: mit'), 'mergekit_config.yml': merge('other/free-7b') },
    },
    {
      name: 'there is no card: missing-card speaks for it',
      upstreams,
      files: { 'mergekit_config.yml': merge('other/base-7b') },
    },
  ],
  invalid: [
    {
      name: 'base_model alone names it: the Hub shows a link, and the text no word',
      upstreams,
      files: {
        'README.md': card(MADE),
      },
      problems: [
        'README.md:3:13 info Only "base_model" names "other/base-7b": the text has no word of credit',
      ],
      output: {
        'README.md':
          `${card(MADE)}\nBased on ` +
          '[other/base-7b](https://huggingface.co/other/base-7b), [Creative Commons Attribution 4.0 ' +
          'International](https://creativecommons.org/licenses/by/4.0/legalcode).\n',
      },
    },
    {
      name: 'the card names it, and leads nowhere',
      upstreams,
      files: {
        'README.md': card('license: cc-by-4.0', '# M\n\nMade of base-7b by other.\n'),
        'mergekit_config.yml': merge('other/base-7b'),
      },
      problems: ['mergekit_config.yml:2:12 warning No link to "other/base-7b"'],
      output: {
        'README.md':
          `${card('license: cc-by-4.0', '# M\n\nMade of base-7b by other.\n')}\nBased on ` +
          '[other/base-7b](https://huggingface.co/other/base-7b), [Creative Commons Attribution 4.0 ' +
          'International](https://creativecommons.org/licenses/by/4.0/legalcode).\n',
      },
    },
    {
      name: 'only the merge file names it',
      upstreams,
      files: { 'README.md': card('license: cc-by-4.0'), 'mergekit_config.yml': merge('other/base-7b') },
      problems: ['mergekit_config.yml:2:12 warning No credit to "other/base-7b"'],
      output: {
        'README.md':
          `${card('license: cc-by-4.0')}\nBased on ` +
          '[other/base-7b](https://huggingface.co/other/base-7b), [Creative Commons Attribution 4.0 ' +
          'International](https://creativecommons.org/licenses/by/4.0/legalcode).\n',
      },
    },
  ],
});
