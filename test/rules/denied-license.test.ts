import rule from '../../rules/denied-license.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const upstreams = {
  'meta-llama/Llama-3.2-1B': 'llama3.2',
  'Qwen/Qwen2.5-7B': 'apache-2.0',
  'acme/free': 'cc0-1.0',
};

testRule(rule, {
  valid: [
    { name: 'nobody wrote a policy', files: { 'README.md': card('license: agpl-3.0') } },
    {
      name: 'the license is on the list',
      policy: { allow: ['MIT'] },
      files: { 'README.md': card('license: mit') },
    },
    {
      name: 'one license of a choice is on the list',
      policy: { allow: ['MIT'] },
      files: { 'README.md': card('license: MIT OR GPL-3.0-only') },
    },
    {
      name: 'there is no license: missing-license speaks for it',
      policy: { allow: ['MIT'] },
      files: { 'README.md': card('tags: [x]') },
    },
    {
      name: 'nothing of the upstream reaches here',
      policy: { allow: ['MIT'] },
      upstreams,
      files: { 'README.md': card('license: mit\nbase_model: acme/free') },
    },
    {
      name: 'the upstream is unknown: unresolved-upstream speaks for it',
      policy: { allow: ['MIT'] },
      files: { 'README.md': card('license: mit\nbase_model: acme/unheard-of') },
    },
  ],
  invalid: [
    {
      name: 'the license is denied',
      policy: { deny: ['AGPL-3.0-only'] },
      files: { 'README.md': card('license: agpl-3.0') },
      problems: ['README.md:2:10 error License "agpl-3.0" is denied by the policy'],
    },
    {
      name: 'its category is denied',
      policy: { denyCategories: ['non-commercial'] },
      files: { 'README.md': card('license: cc-by-nc-4.0') },
      problems: ['README.md:2:10 error License "cc-by-nc-4.0" is non-commercial, denied by the policy'],
    },
    {
      name: 'an upstream brings a denied license',
      policy: { deny: ['llama3.2'] },
      upstreams,
      files: { 'README.md': card('license: mit\nbase_model: meta-llama/Llama-3.2-1B') },
      problems: [
        'README.md:3:13 error License "llama3.2" of meta-llama/Llama-3.2-1B is denied by the policy',
      ],
    },
    {
      name: 'the license is only in the LICENSE file or nowhere, and the upstream is not on the list',
      policy: { allow: ['MIT'] },
      upstreams,
      files: { 'README.md': card('base_model: Qwen/Qwen2.5-7B') },
      problems: ['README.md:2:13 error License "apache-2.0" of Qwen/Qwen2.5-7B is not allowed by the policy'],
    },
    {
      name: 'a data set',
      policy: { deny: ['MIT'] },
      files: { 'README.md': card('license: mit\npretty_name: Acme data') },
      problems: ['README.md:2:10 error License "mit" is denied by the policy'],
    },
  ],
});
