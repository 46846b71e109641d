import rule from '../../rules/broken-front-matter.ts';
import { card } from './card.ts';
import { testRule } from './test-rule.ts';

testRule(rule, {
  valid: [
    { name: 'the block opens the file and parses', files: { 'README.md': card('license: mit') } },
    { name: 'there is no block: missing-front-matter speaks for it', files: { 'README.md': '# A model\n' } },
    { name: 'the block is empty: missing-front-matter speaks for it', files: { 'README.md': '---\n---\n# A model\n' } },
    { name: 'a rule line in the text looks like a fence but holds no keys of a card', files: { 'README.md': '# A model\n\n---\n\nSome words.\n\n---\n' } },
    { name: 'lines end as on Windows', files: { 'README.md': '---\r\nlicense: mit\r\n---\r\n# A model\r\n' } },
  ],
  invalid: [
    {
      name: 'a quote is never closed',
      files: { 'README.md': card('license: "mit\nbase_model: acme/x') },
      problems: ["README.md:3:19 error Front matter is not valid YAML: Missing closing 'quote"],
    },
    { name: 'the block is a list', files: { 'README.md': card('- mit\n- x') }, problems: ['README.md:2:1 error Front matter is no mapping of keys to values'] },
    { name: 'the second fence is missing', files: { 'README.md': '---\nlicense: mit\n\n# A model\n' }, problems: ['README.md:1:1 error Front matter has no closing "---" line'] },
    {
      name: 'a heading stands before the block',
      files: { 'README.md': '# A model\n\n---\nlicense: mit\n---\n' },
      problems: ['README.md:3:1 error Front matter does not open the file, so the Hub reads none of it'],
    },
  ],
});
