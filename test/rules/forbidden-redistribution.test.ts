import rule from '../../rules/forbidden-redistribution.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

type Invalid = Parameters<typeof testRule>[1]['invalid'][number];

const upstreams = {
  'acme/still': 'cc-by-nd-4.0',
  'acme/free': 'mit',
  'acme/child': { license: 'mit', bases: [{ model: 'acme/still', relation: 'finetune' as const }] },
};

testRule(rule, {
  valid: [
    {
      name: 'the upstream has other limits, and may be passed on',
      upstreams: { 'acme/lab': 'cc-by-nc-4.0' },
      files: { 'README.md': card('base_model: acme/lab\nbase_model_relation: finetune') },
    },
    {
      name: 'the upstream may be passed on',
      upstreams,
      files: { 'README.md': card('base_model: acme/free\nbase_model_relation: finetune') },
    },
    {
      name: 'the licensor changes a model of his own',
      repo: 'acme/new',
      upstreams,
      files: { 'README.md': card('base_model: acme/still\nbase_model_relation: finetune') },
    },
    {
      name: 'nothing is known of the upstream: unresolved-upstream speaks for it',
      files: { 'README.md': card('base_model: acme/unheard-of') },
    },
    {
      name: 'another clause of the same text allows handing on with a copy of the agreement',
      upstreams: { 'acme/lab': { license: 'other', license_name: 'exaone-1.2-nc' } },
      files: { 'README.md': card('base_model: acme/lab\nbase_model_relation: finetune') },
    },
    {
      name: 'a license that prohibits modified versions over a model that has no upstream',
      files: { 'README.md': card('license: cc-by-nd-4.0') },
    },
  ],
  invalid: [
    ...(
      [
        ['finetune', 'works from it'],
        ['quantized', 'a quantized version'],
        ['merge', 'works from it'],
      ] as const
    ).map(([relation, what]): Invalid => ({
      name: `nobody else may get what is made of it: ${relation}`,
      upstreams: { 'acme/lab': { license: 'other', license_name: 'exaone-1.0-nc' } },
      files: { 'README.md': card(`base_model: acme/lab\nbase_model_relation: ${relation}`) },
      problems: [
        `README.md:2:13 error License exaone-1.0-nc of "acme/lab" forbids passing ${what} on to ` +
          'others (§2.1.b, 3.1)',
      ],
    })),
    {
      name: 'nobody said what it is, and all that it may be is barred',
      upstreams: { 'acme/lab': { license: 'other', license_name: 'exaone-1.0-nc' } },
      files: { 'README.md': card('base_model: acme/lab') },
      problems: [
        'README.md:2:13 error License exaone-1.0-nc of "acme/lab" forbids passing the model or ' +
          'works from it on to others (§2.1.b, 3.1)',
      ],
    },
    {
      name: 'a fine-tune of a model that nobody may change and pass on',
      upstreams,
      files: { 'README.md': card('base_model: acme/still\nbase_model_relation: finetune') },
      problems: [
        'README.md:2:13 error License cc-by-nd-4.0 of "acme/still" forbids passing a modified version ' +
          'on to others (§2(a)(1)(B))',
      ],
    },
    {
      name: 'the bar stands two steps up',
      upstreams,
      files: { 'README.md': card('base_model: acme/child\nbase_model_relation: finetune') },
      problems: [
        'README.md:2:13 error License cc-by-nd-4.0 of "acme/still" forbids passing a modified version ' +
          'on to others (§2(a)(1)(B))',
      ],
    },
    {
      name: 'nobody said how the model comes from there: it may be an adapter',
      upstreams,
      files: { 'README.md': card('base_model: acme/still') },
      problems: [
        'README.md:2:13 warning License cc-by-nd-4.0 of "acme/still" forbids passing a modified version ' +
          'on to others (§2(a)(1)(B))',
      ],
    },
  ],
});
