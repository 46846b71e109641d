import rule from '../../rules/missing-license.ts';
import { card } from '../support/card.ts';
import { spdxText } from '../support/license-texts.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    { name: 'a license is declared', files: { 'README.md': card('license: mit') } },
    {
      name: 'a license is merged into the block',
      files: { 'README.md': card('shared: &all {license: mit}\n<<: *all') },
    },
    { name: 'the key is an alias', files: { 'README.md': card('words: [&key license]\n*key : mit') } },
    {
      name: 'the declared license is unknown: unknown-license speaks for it',
      files: { 'README.md': card('license: acme-terms') },
    },
    { name: 'there is no block: missing-front-matter speaks for it', files: { 'README.md': '# A model\n' } },
    {
      name: 'the block is not closed: broken-front-matter speaks for it',
      files: { 'README.md': '---\ntags: [x]\n\n# A model\n' },
    },
    {
      name: 'the key is misspelled and holds the license: misspelled-key speaks for it',
      files: { 'README.md': card('licence: mit') },
    },
    {
      name: 'the key is misspelled and holds a list of licenses',
      files: { 'README.md': card('licenses:\n- mit') },
    },
  ],
  invalid: [
    {
      name: 'the block names no license',
      files: { 'README.md': card('base_model: acme/big') },
      problems: ['README.md:1:1 error No "license" in the front matter'],
    },
    {
      name: 'the key is there without a value',
      files: { 'README.md': card('license:\nbase_model: acme/big') },
      problems: ['README.md:2:1 error Key "license" is empty'],
    },
    {
      name: 'a tool wrote its placeholder, which holds no license',
      files: { 'README.md': card('licence: license') },
      problems: ['README.md:1:1 error No "license" in the front matter'],
    },
    {
      name: 'the license file holds the whole text of one license: asked for by name, its id is written',
      files: { 'README.md': card('base_model: acme/big'), LICENSE: spdxText('MIT') },
      problems: ['README.md:1:1 error No "license" in the front matter'],
    },
    ...['license:', 'license: ""', 'license: # which one?', 'license: []', 'license: ~', 'tags: [a]'].map(
      (line): Parameters<typeof testRule>[1]['invalid'][number] => ({
        name: `an upstream binds, and the card says ${JSON.stringify(line)}`,
        upstreams: { 'acme/big': 'llama3.1' },
        files: { 'README.md': card(`${line}\nbase_model: acme/big`) },
        problems: [
          line.startsWith('license')
            ? 'README.md:2:1 error Key "license" is empty'
            : 'README.md:1:1 error No "license" in the front matter',
        ],
      }),
    ),
    {
      name: 'two upstreams bind to two licenses: none is chosen',
      upstreams: { 'acme/big': 'llama3.1', 'acme/wide': 'gemma' },
      files: { 'README.md': card('base_model: [acme/big, acme/wide]\nbase_model_relation: merge') },
      problems: ['README.md:1:1 error No "license" in the front matter'],
    },
    {
      name: 'a data set without a license',
      files: { 'README.md': card('pretty_name: Acme data') },
      problems: ['README.md:1:1 error No "license" in the front matter'],
    },
    {
      name: 'a Space without a license: it may hold nothing of its own',
      files: { 'README.md': card('sdk: gradio') },
      problems: ['README.md:1:1 warning No "license" in the front matter'],
    },
  ],
});
