import rule from '../../rules/uncredited-component.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const config = (model: string) => JSON.stringify({ vision_config: { _name_or_path: model } });
const front = 'license: apache-2.0';

testRule(rule, {
  valid: [
    {
      name: 'NOTICE credits the tower',
      repo: 'acme/omni',
      files: {
        'README.md': card(front),
        NOTICE: 'Vision encoder: other/eye-7b, Apache-2.0.\n',
        'config.json': config('other/eye-7b'),
      },
    },
    {
      name: 'the card links to it',
      repo: 'acme/omni',
      files: {
        'README.md': card(front, '# Omni\n\nSees with [the eye](https://huggingface.co/other/eye-7b).\n'),
        'config.json': config('other/eye-7b'),
      },
    },
    {
      name: 'base_model names it',
      repo: 'acme/omni',
      files: {
        'README.md': card(`${front}\nbase_model: other/eye-7b`),
        'config.json': config('other/eye-7b'),
      },
    },
    {
      name: "the tower is the owner's own",
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'config.json': config('acme/eye-7b') },
    },
    {
      name: 'only some files are at hand: a NOTICE may lie beside them',
      complete: false,
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'config.json': config('other/eye-7b') },
    },
  ],
  invalid: [
    {
      name: 'a tower that only the config names',
      repo: 'acme/omni',
      files: { 'README.md': card(front), 'config.json': config('other/eye-7b') },
      problems: [
        'config.json:1:35 warning Component "vision_config" names "other/eye-7b", which neither card ' +
          'nor NOTICE credits',
      ],
    },
  ],
});
