import rule from '../../rules/missing-name-prefix.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const upstreams = { 'meta-llama/Llama-3.1-8B': 'llama3.1', 'acme/free': 'mit' };
const front = 'license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune';

testRule(rule, {
  valid: [
    {
      name: 'the heading is no name',
      repo: 'acme/Llama-Tutor-8B',
      upstreams,
      files: { 'README.md': card(front, '# Model card\n') },
    },
    {
      name: 'the heading is the name, behind a picture',
      repo: 'acme/Llama-Tutor-8B',
      upstreams,
      files: { 'README.md': card(front, '# 🦙 Llama Tutor 8B\n') },
    },
    {
      name: 'a comment in the front matter is no heading',
      repo: 'acme/Llama-Tutor-8B',
      upstreams,
      files: { 'README.md': card(`# 8B\n${front}`, 'Text.\n') },
    },
    {
      name: 'no name can satisfy both parents: incompatible-upstreams speaks',
      repo: 'acme/Llama-x',
      upstreams: { ...upstreams, 'upstage/Solar-Open-100B': 'upstage-solar' },
      files: {
        'README.md': card(
          'license: llama3.1\nbase_model:\n- meta-llama/Llama-3.1-8B\n- upstage/Solar-Open-100B\n' +
            'base_model_relation: merge',
        ),
      },
    },
    {
      name: 'the name begins as the license asks',
      repo: 'acme/Llama-acme-8B',
      upstreams,
      files: { 'README.md': card(front) },
    },
    {
      name: 'a version of the family that is asked for',
      repo: 'acme/llama3.1_acme',
      upstreams: { 'acme/base': 'llama3' },
      files: { 'README.md': card('license: llama3\nbase_model: acme/base\nbase_model_relation: finetune') },
    },
    {
      name: 'case and separators do not count',
      repo: 'acme/llama_acme',
      upstreams,
      files: { 'README.md': card(front) },
    },
    {
      name: 'the name of the folder says nothing, the heading of the card begins as asked',
      upstreams,
      files: { 'README.md': card(front, '# Llama Acme\n') },
    },
    {
      name: 'the upstream asks for no name',
      repo: 'acme/x',
      upstreams,
      files: { 'README.md': card('license: mit\nbase_model: acme/free\nbase_model_relation: finetune') },
    },
    {
      name: 'the licensor names his own models as he likes',
      repo: 'meta-llama/Maverick',
      upstreams,
      files: { 'README.md': card(front) },
    },
    {
      name: 'nothing is known of the upstream: unresolved-upstream speaks for it',
      repo: 'acme/x',
      files: { 'README.md': card('base_model: acme/unheard-of') },
    },
  ],
  invalid: [
    {
      name: 'the heading is the name without its beginning',
      repo: 'acme/Llama-Tutor-8B',
      upstreams,
      files: { 'README.md': card(front, '# Tutor 8B\n') },
      problems: ['README.md:6:1 warning Title "Tutor 8B" leaves out the "Llama" with which the name begins'],
    },
    {
      name: 'thirty-two billion parameters are no version',
      repo: 'acme/Llama-32B-x',
      upstreams: { 'acme/base': 'llama3' },
      files: { 'README.md': card('license: llama3\nbase_model: acme/base\nbase_model_relation: finetune') },
      problems: ['README.md:3:13 error Name "Llama-32B-x" does not begin with "Llama 3"'],
    },
    {
      name: 'a fine-tune of Llama under a name of its own',
      repo: 'acme/Hermes-8B',
      upstreams,
      files: { 'README.md': card(front) },
      problems: ['README.md:3:13 error Name "Hermes-8B" does not begin with "Llama"'],
    },
    {
      name: 'the word stands in the name, but not at its beginning',
      repo: 'acme/Acme-Llama-8B',
      upstreams,
      files: { 'README.md': card(front) },
      problems: ['README.md:3:13 error Name "Acme-Llama-8B" does not begin with "Llama"'],
    },
    {
      name: 'only the folder tells the name',
      upstreams,
      files: { 'README.md': card(front) },
      problems: ['README.md:3:13 warning Name "model" does not begin with "Llama"'],
    },
    {
      name: 'a quantized form keeps the name that the licensor gave, which begins with its own',
      repo: 'acme/Meta-Llama-3-8B-Instruct-GGUF',
      upstreams: { 'meta-llama/Meta-Llama-3-8B-Instruct': 'llama3' },
      files: {
        'README.md': card(
          'license: llama3\nbase_model: meta-llama/Meta-Llama-3-8B-Instruct\nbase_model_relation: quantized',
        ),
      },
      problems: [
        'README.md:3:13 info Name "Meta-Llama-3-8B-Instruct-GGUF" begins like the licensor\'s own ' +
          'name, not with "Llama 3"',
      ],
    },
    {
      name: "a quantized form of somebody's fine-tune keeps the name that it was given",
      repo: 'acme/Tutor-8B-GGUF',
      upstreams: {
        ...upstreams,
        'other/Tutor-8B': {
          license: 'mit',
          bases: [{ model: 'meta-llama/Llama-3.1-8B', relation: 'finetune' }],
        },
      },
      files: {
        'README.md': card('license: llama3.1\nbase_model: other/Tutor-8B\nbase_model_relation: quantized'),
      },
      problems: ['README.md:3:13 warning Name "Tutor-8B-GGUF" does not begin with "Llama"'],
    },
    {
      name: "a fine-tune under the licensor's name is another model",
      repo: 'acme/Meta-Llama-3-8B-Instruct-Acme',
      upstreams: { 'meta-llama/Meta-Llama-3-8B-Instruct': 'llama3' },
      files: {
        'README.md': card(
          'license: llama3\nbase_model: meta-llama/Meta-Llama-3-8B-Instruct\nbase_model_relation: finetune',
        ),
      },
      problems: ['README.md:3:13 warning Name "Meta-Llama-3-8B-Instruct-Acme" does not begin with "Llama 3"'],
    },
    {
      name: 'an adapter holds no weights of Llama: whether the clause reaches it is open',
      repo: 'acme/Hermes-8B',
      upstreams,
      files: { 'README.md': card(front.replace('finetune', 'adapter')) },
      problems: ['README.md:3:13 warning Name "Hermes-8B" does not begin with "Llama"'],
    },
  ],
});
