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
    {
      name: 'the card is there, and a file of nearly its name',
      files: { 'README.md': card('license: mit'), 'readme.md': 'Hello\n', 'config.json': '{}' },
    },
    {
      name: 'the card is a pointer: unreadable-file speaks of it',
      files: {
        'README.md': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5\n`,
        'config.json': '{}',
      },
    },
    { name: 'not every file is at hand', complete: false, files: { 'config.json': '{}' } },
  ],
  invalid: [
    {
      name: 'a config and no card',
      files: { 'config.json': '{}' },
      problems: ['README.md warning No model card: "README.md" is missing'],
    },
    ...['readme.md', 'README.MD', 'Readme.md'].map(
      (name): Parameters<typeof testRule>[1]['invalid'][number] => ({
        name: `the card is called ${name}`,
        files: { [name]: card('license: mit'), 'config.json': '{}' },
        problems: [`${name} warning No model card: the Hub reads "README.md", not "${name}"`],
      }),
    ),
    {
      name: 'a file of that name in another folder is no card by another name',
      files: { 'docs/readme.md': 'Hello\n', 'config.json': '{}' },
      problems: ['README.md warning No model card: "README.md" is missing'],
    },
    {
      name: 'an adapter and a license, but no card',
      files: { 'adapter_config.json': '{}', LICENSE: 'Acme terms\n' },
      problems: ['README.md warning No model card: "README.md" is missing'],
    },
  ],
});
