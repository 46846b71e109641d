import rule from '../../rules/broken-front-matter.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

type Invalid = Parameters<typeof testRule>[1]['invalid'][number];

testRule(rule, {
  valid: [
    { name: 'the block opens the file and parses', files: { 'README.md': card('license: mit') } },
    { name: 'there is no block: missing-front-matter speaks for it', files: { 'README.md': '# A model\n' } },
    {
      name: 'the block is empty: missing-front-matter speaks for it',
      files: { 'README.md': '---\n---\n# A model\n' },
    },
    {
      name: 'a rule line in the text looks like a fence but holds no keys of a card',
      files: { 'README.md': '# A model\n\n---\n\nSome words.\n\n---\n' },
    },
    {
      name: 'tabs within a block of text indent nothing',
      files: { 'README.md': card('license: mit\ndescription: |\n  one\n  \ttwo') },
    },
    {
      name: 'lines end as on Windows',
      files: { 'README.md': '---\r\nlicense: mit\r\n---\r\n# A model\r\n' },
    },
  ],
  invalid: [
    {
      name: 'a quote is never closed',
      files: { 'README.md': card('license: "mit\nbase_model: acme/x') },
      problems: ['README.md:3:19 error Front matter is not valid YAML: a double quote is never closed'],
    },
    {
      name: 'a list is indented with tabs, which no reader of the Hub takes',
      files: { 'README.md': card('license: mit\ntags:\n\t- chat') },
      problems: [
        'README.md:4:1 error Front matter is not valid YAML: a line is indented with a tab, where ' +
          'only blanks may stand',
      ],
    },
    {
      name: 'a value goes on behind a tab',
      files: { 'README.md': card('license: mit\n\tand more') },
      problems: [
        'README.md:3:1 error Front matter is not valid YAML: a line is indented with a tab, where ' +
          'only blanks may stand',
      ],
    },
    {
      name: 'a single quote is never closed',
      files: { 'README.md': card("license: 'mit\nbase_model: acme/x") },
      problems: ['README.md:3:19 error Front matter is not valid YAML: a single quote is never closed'],
    },
    {
      name: 'a value holds a colon',
      files: { 'README.md': card('license: mit: yes') },
      problems: [
        'README.md:2:10 error Front matter is not valid YAML: a value without quotes holds ": ", or ' +
          'a line is indented too far',
      ],
    },
    {
      name: 'a key has no colon',
      files: { 'README.md': card('license: mit\nbase_model') },
      problems: ['README.md:3:1 error Front matter is not valid YAML: a line holds no ":" behind its key'],
    },
    {
      name: 'a value begins with a sign of its own meaning',
      files: { 'README.md': card('license: mit\nauthor: @acme') },
      problems: [
        'README.md:3:9 error Front matter is not valid YAML: a value begins with "@" and stands in no quotes',
      ],
    },
    {
      name: 'a bracket is never closed',
      files: { 'README.md': card('license: mit\ntags: [chat') },
      problems: [
        'README.md:3:12 error Front matter is not valid YAML: a bracket is never closed, or its ' +
          'lines are not indented',
      ],
    },
    {
      name: 'the block is a list',
      files: { 'README.md': card('- mit\n- x') },
      problems: ['README.md:2:1 error Front matter is no mapping of keys to values'],
    },
    {
      name: 'the second fence is missing',
      files: { 'README.md': '---\nlicense: mit\n\n# A model\n' },
      problems: ['README.md:1:1 error Front matter has no closing "---" line'],
    },
    ...[
      [
        'too long',
        `x: ${'a'.repeat(500_000)}`,
        'is too large to be read as YAML: files of up to 500000 characters are read',
      ],
      [
        'too deep',
        `x: ${'['.repeat(99)}${']'.repeat(99)}`,
        'is nested too deeply to be read as YAML: up to 64 levels are read',
      ],
      [
        'of too many values',
        `x: [${'1,'.repeat(125_001)}1]`,
        'holds too many values to be read as YAML: up to 125000 commas are read',
      ],
    ].map(([what = '', keys = '', problem = '']): Invalid => ({
      name: `a block ${what} meets a limit of the linter, which is no error of the card`,
      files: { 'README.md': card(`license: mit\n${keys}`) },
      problems: [`README.md:1:1 warning Front matter ${problem}`],
    })),
    {
      name: 'a heading stands before the block',
      files: { 'README.md': '# A model\n\n---\nlicense: mit\n---\n' },
      problems: ['README.md:3:1 error Front matter does not open the file, so the Hub reads none of it'],
    },
  ],
});
