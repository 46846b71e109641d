import rule from '../../rules/mismatched-license-text.ts';
import { spdxText } from '../license/texts.ts';
import { card } from './card.ts';
import { testRule } from './test-rule.ts';

const apache = spdxText('Apache-2.0');
const mit = spdxText('MIT').replace('<year> <copyright holders>', '2026 Acme');
/** Apache without a third of its paragraphs. */
const changed = apache.split('\n\n').filter((_, index) => index < 20 || index > 33).join('\n\n');

testRule(rule, {
  valid: [
    { name: 'the file holds what the card declares', files: { 'README.md': card('license: apache-2.0'), LICENSE: apache } },
    { name: 'a text cannot tell whether later versions count', files: { 'README.md': card('license: gpl-3.0'), LICENSE: spdxText('GPL-3.0-only') } },
    { name: 'the license of the code stands in a file that says so', files: { 'README.md': card('license: cc-by-nc-4.0'), 'LICENSE-CODE': mit } },
    { name: 'the declared text stands beside another in a file of its own', files: { 'README.md': card('license: mit'), LICENSE: mit, 'LICENSE.md': apache } },
    { name: 'the file holds no text that is known', files: { 'README.md': card('license: mit'), LICENSE: 'Ask Acme.\n' } },
    { name: 'no license is declared: missing-license speaks for it', files: { 'README.md': card('tags: [x]'), LICENSE: apache } },
    { name: 'the declared license is unknown: unknown-license speaks for it', files: { 'README.md': card('license: acme-terms'), LICENSE: apache } },
    { name: 'the text of the upstream lies in LICENSES', upstreams: { 'acme/free': 'apache-2.0' }, files: { 'README.md': card('license: mit\nbase_model: acme/free'), LICENSE: mit, 'LICENSES/Apache-2.0.txt': apache } },
  ],
  invalid: [
    {
      name: 'the whole text of another license, and nothing but weights beside it',
      files: { 'README.md': card('license: mit'), LICENSE: apache },
      problems: ['LICENSE:1:1 error "LICENSE" holds apache-2.0, but "license" says "mit"'],
    },
    {
      name: 'scripts lie beside the weights: the file may speak of them',
      files: { 'README.md': card('license: mit'), LICENSE: apache, 'modeling.py': 'x = 1\n' },
      problems: ['LICENSE:1:1 warn "LICENSE" holds apache-2.0, but "license" says "mit"'],
    },
    {
      name: 'the notice says which part stands under which license',
      files: { 'README.md': card('license: mit'), LICENSE: apache, NOTICE: 'The tokenizer is licensed under the Apache License 2.0.\n' },
      problems: ['LICENSE:1:1 warn "LICENSE" holds apache-2.0, but "license" says "mit"'],
    },
    {
      name: 'a third of the declared text is missing',
      files: { 'README.md': card('license: apache-2.0'), LICENSE: changed },
      problems: ['LICENSE:1:1 warn "LICENSE" is a changed text of apache-2.0'],
    },
    {
      name: 'the file holds the text of the upstream, the card declares another license',
      upstreams: { 'acme/free': 'apache-2.0' },
      files: { 'README.md': card('license: mit\nbase_model: acme/free'), LICENSE: apache },
      problems: ['LICENSE:1:1 warn "LICENSE" holds apache-2.0, but "license" says "mit"'],
    },
  ],
});
