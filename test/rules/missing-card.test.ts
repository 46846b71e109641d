import rule from '../../rules/missing-card.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    { name: 'the card is there', files: { 'README.md': card('license: mit'), 'config.json': '{}' } },
    {
      name: 'the card is there and empty: other rules speak of it',
      files: { 'README.md': '', 'config.json': '{}' },
    },
    { name: 'not every file is at hand', complete: false, files: { 'config.json': '{}' } },
  ],
  invalid: [
    {
      name: 'a config and no card',
      files: { 'config.json': '{}' },
      problems: ['README.md warning No model card: "README.md" is missing'],
    },
    {
      name: 'an adapter and a license, but no card',
      files: { 'adapter_config.json': '{}', LICENSE: 'Acme terms\n' },
      problems: ['README.md warning No model card: "README.md" is missing'],
    },
  ],
});
