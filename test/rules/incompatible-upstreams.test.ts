import rule from '../../rules/incompatible-upstreams.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const upstreams = {
  'meta-llama/Llama-3.1-8B': 'llama3.1',
  'meta-llama/Llama-3.2-3B': 'llama3.2',
  'meta-llama/Meta-Llama-3-8B': 'llama3',
  'acme/free': 'mit',
  'acme/kin': 'cc-by-sa-4.0',
  'acme/gnu': 'gpl-3.0',
  'acme/lab': 'cc-by-nc-sa-4.0',
};
const merge = (...models: string[]) =>
  card(`base_model:\n${models.map((model) => `- ${model}`).join('\n')}\nbase_model_relation: merge`);

testRule(rule, {
  valid: [
    {
      name: 'two permissive parents',
      upstreams: { 'acme/a': 'mit', 'acme/b': 'apache-2.0' },
      files: { 'README.md': merge('acme/a', 'acme/b') },
    },
    {
      name: 'two versions of Llama want one word first',
      upstreams,
      files: { 'README.md': merge('meta-llama/Llama-3.1-8B', 'meta-llama/Llama-3.2-3B') },
    },
    {
      name: 'Llama 3 satisfies Llama',
      upstreams,
      files: { 'README.md': merge('meta-llama/Meta-Llama-3-8B', 'meta-llama/Llama-3.1-8B') },
    },
    { name: 'one parent alone', upstreams, files: { 'README.md': merge('acme/kin') } },
    {
      name: 'two parents under the same share-alike license',
      upstreams: { 'acme/a': 'cc-by-sa-4.0', 'acme/b': 'cc-by-sa-4.0' },
      files: { 'README.md': merge('acme/a', 'acme/b') },
    },
    {
      name: 'nothing is known of one parent',
      upstreams,
      files: { 'README.md': merge('acme/kin', 'acme/unheard-of') },
    },
  ],
  invalid: [
    {
      name: 'two share-alike licenses that do not know each other: whether they reach weights is open',
      upstreams,
      files: { 'README.md': merge('acme/kin', 'acme/lab') },
      problems: [
        'README.md:3:3 warning "cc-by-sa-4.0" and "cc-by-nc-sa-4.0" conflict: one forbids ' +
          'additional restrictions, the other restricts use',
        'README.md:3:3 warning "cc-by-sa-4.0" and "cc-by-nc-sa-4.0" each require ' +
          'derivatives to use their own license',
      ],
    },
    {
      name: 'a GNU license and a non-commercial one',
      upstreams,
      files: { 'README.md': merge('acme/gnu', 'acme/lab') },
      problems: [
        'README.md:3:3 warning "gpl-3.0" and "cc-by-nc-sa-4.0" conflict: one forbids ' +
          'additional restrictions, the other restricts use',
        'README.md:3:3 warning "gpl-3.0" and "cc-by-nc-sa-4.0" each require ' +
          'derivatives to use their own license',
      ],
    },
  ],
});
