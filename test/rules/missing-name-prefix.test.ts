import rule from '../../rules/missing-name-prefix.ts';
import { card } from './card.ts';
import { testRule } from './test-rule.ts';

const upstreams = { 'meta-llama/Llama-3.1-8B': 'llama3.1', 'acme/free': 'mit' };
const front = 'license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune';

testRule(rule, {
  valid: [
    { name: 'the name begins as the license asks', repo: 'acme/Llama-acme-8B', upstreams, files: { 'README.md': card(front) } },
    { name: 'case and separators do not count', repo: 'acme/llama_acme', upstreams, files: { 'README.md': card(front) } },
    { name: 'the name of the folder says nothing, the heading of the card begins as asked', upstreams, files: { 'README.md': card(front, '# Llama Acme\n') } },
    { name: 'the upstream asks for no name', repo: 'acme/x', upstreams, files: { 'README.md': card('license: mit\nbase_model: acme/free\nbase_model_relation: finetune') } },
    { name: 'the licensor names his own models as he likes', repo: 'meta-llama/Maverick', upstreams, files: { 'README.md': card(front) } },
    { name: 'nothing is known of the upstream: unresolved-upstream speaks for it', repo: 'acme/x', files: { 'README.md': card('base_model: acme/unheard-of') } },
  ],
  invalid: [
    { name: 'a fine-tune of Llama under a name of its own', repo: 'acme/Hermes-8B', upstreams, files: { 'README.md': card(front) }, problems: ['README.md:3:13 error Name "Hermes-8B" does not begin with "Llama"'] },
    { name: 'the word stands in the name, but not at its beginning', repo: 'acme/Acme-Llama-8B', upstreams, files: { 'README.md': card(front) }, problems: ['README.md:3:13 error Name "Acme-Llama-8B" does not begin with "Llama"'] },
    { name: 'only the folder tells the name', upstreams, files: { 'README.md': card(front) }, problems: ['README.md:3:13 warn Name "model" does not begin with "Llama"'] },
    {
      name: 'an adapter holds no weights of Llama: whether the clause reaches it is open',
      repo: 'acme/Hermes-8B',
      upstreams,
      files: { 'README.md': card(front.replace('finetune', 'adapter')) },
      problems: ['README.md:3:13 warn Name "Hermes-8B" does not begin with "Llama"'],
    },
  ],
});
