import rule from '../../rules/misspelled-key.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    {
      name: 'every key is as the Hub reads it',
      files: { 'README.md': card('license: mit\nbase_model: acme/big\ndatasets: [acme/data]') },
    },
    {
      name: 'keys of other people that only look alike',
      files: { 'README.md': card('license: mit\nlicense_details: see below\nmodel_name: x\nmetrics: [f1]') },
    },
    {
      name: 'the word is a value, not a key',
      files: { 'README.md': card('license: mit\ntags:\n- licence') },
    },
    {
      name: 'the placeholder of a tool: default-license-from-template speaks for it',
      files: { 'README.md': card('licence: license') },
    },
  ],
  invalid: [
    {
      name: 'two keys that mean one and say the same: only the first gets its name',
      files: { 'README.md': '---\nlicence: mit\nliscense: mit\n---\n# A model\n' },
      problems: [
        'README.md:2:1 warning Key "licence" is not read by the Hub; "license" is',
        'README.md:3:1 warning Key "liscense" is not read by the Hub; "license" is',
      ],
      output: { 'README.md': '---\nlicense: mit\nliscense: mit\n---\n# A model\n' },
    },
    ...[
      ['of two names', 'licence: mit\nliscense: apache-2.0', 'licence', 'liscense'],
      ['of one name', 'licence: mit\nlicence: apache-2.0', 'licence', 'licence'],
      ['in capitals', 'License: mit\nLICENSE: apache-2.0', 'License', 'LICENSE'],
      ['without a word', 'licence:\nliscense:', 'licence', 'liscense'],
    ].map(([how = '', front = '', one, other]): Parameters<typeof testRule>[1]['invalid'][number] => ({
      name: `two keys that mean one and say different things, ${how}: which counts is for people to say`,
      files: { 'README.md': card(front) },
      problems: [
        `README.md:2:1 warning Key "${one}" is not read by the Hub; "license" is`,
        `README.md:3:1 warning Key "${other}" is not read by the Hub; "license" is`,
      ],
    })),
    {
      name: 'British spelling',
      files: { 'README.md': card('licence: mit') },
      problems: ['README.md:2:1 warning Key "licence" is not read by the Hub; "license" is'],
      output: { 'README.md': card('license: mit') },
    },
    {
      name: 'a key that is merged, written where it stands',
      files: { 'README.md': card('<<: {licence: mit}') },
      problems: ['README.md:2:6 warning Key "licence" is not read by the Hub; "license" is'],
      output: { 'README.md': card('<<: {license: mit}') },
    },
    {
      name: 'a key that is merged from where others hold it: no edit',
      files: { 'README.md': card('shared: &all {licence: mit}\n<<: *all') },
      problems: ['README.md:2:15 warning Key "licence" is not read by the Hub; "license" is'],
    },
    {
      name: 'the plural',
      upstreams: { 'acme/big': 'cc0-1.0' },
      files: { 'README.md': card('license: mit\nbase_models: acme/big') },
      problems: ['README.md:3:1 warning Key "base_models" is not read by the Hub; "base_model" is'],
      output: { 'README.md': card('license: mit\nbase_model: acme/big') },
    },
    {
      name: 'the right key is there too: which value counts is for people to say',
      files: { 'README.md': card('license: mit\nlicence: apache-2.0') },
      problems: ['README.md:3:1 warning Key "licence" is not read by the Hub; "license" is'],
    },
  ],
});
