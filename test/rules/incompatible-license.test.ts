import rule from '../../rules/incompatible-license.ts';
import { spdxText } from '../support/license-texts.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const upstreams = {
  'meta-llama/Llama-3.1-8B': 'llama3.1',
  'acme/Llama-x': {
    license: 'llama3.1',
    bases: [{ model: 'meta-llama/Llama-3.1-8B', relation: 'finetune' as const }],
  },
  'acme/free': 'apache-2.0',
  'acme/lab': 'cc-by-nc-4.0',
  'acme/kin': 'cc-by-sa-4.0',
  'acme/either': { license: 'MIT OR CC-BY-NC-4.0' },
};

testRule(rule, {
  valid: [
    {
      name: 'the card says from what model a part was taken, whatever its config records',
      repo: 'acme/painter',
      upstreams,
      files: {
        'README.md': card('license: apache-2.0', '# Painter\n\nThe VAE is byte-identical to `acme/free`.\n'),
        'vae/config.json': JSON.stringify({ _name_or_path: 'acme/lab' }),
      },
    },
    {
      name: 'the upstream calls itself by another text of the giver of its base: only the giver chooses',
      repo: 'acme/Llama-x',
      upstreams: {
        'other/Hermes-3': { license: 'llama3', bases: ['meta-llama/Llama-3.1-8B'] },
        'meta-llama/Llama-3.1-8B': 'llama3.1',
      },
      files: {
        'README.md': card('license: llama3.1\nbase_model: other/Hermes-3\nbase_model_relation: quantized'),
      },
    },
    {
      name: 'the license of the upstream is declared',
      upstreams,
      files: { 'README.md': card('license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B') },
    },
    {
      name: 'a permissive upstream is relicensed',
      upstreams,
      files: { 'README.md': card('license: mit\nbase_model: acme/free\nbase_model_relation: finetune') },
    },
    {
      name: 'the declared limit is stronger: no use at all but research',
      upstreams,
      files: {
        'README.md': card('license: cc-by-nc-nd-4.0\nbase_model: acme/lab\nbase_model_relation: finetune'),
      },
    },
    {
      name: 'the licensor relicenses a model of his own',
      repo: 'meta-llama/x',
      upstreams,
      files: {
        'README.md': card('license: mit\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune'),
      },
    },
    {
      name: 'an expression holds the upstream license among all that apply',
      upstreams,
      files: {
        'README.md': card(
          'license: cc-by-nc-4.0 AND MIT\nbase_model: acme/lab\nbase_model_relation: finetune',
        ),
      },
    },
    {
      name: 'one branch of a choice carries the limit',
      upstreams,
      files: {
        'README.md': card(
          'license: MIT OR CC-BY-NC-4.0\nbase_model: acme/lab\nbase_model_relation: finetune',
        ),
      },
    },
    {
      name: 'the upstream is unknown: unresolved-upstream speaks for it',
      files: { 'README.md': card('license: mit\nbase_model: acme/unheard-of') },
    },
    {
      name: 'the declared license is unknown: unknown-license speaks for it',
      upstreams,
      files: { 'README.md': card('license: acme-terms\nbase_model: meta-llama/Llama-3.1-8B') },
    },
    {
      name: 'no license is declared: missing-license speaks for it',
      upstreams,
      files: { 'README.md': card('base_model: meta-llama/Llama-3.1-8B') },
    },
    {
      name: 'an upstream that lets the taker choose a license without limits',
      upstreams,
      files: { 'README.md': card('license: mit\nbase_model: acme/either\nbase_model_relation: finetune') },
    },
  ],
  invalid: [
    {
      name: 'a LoRA of an image model whose text counts works based on it among the derivatives',
      upstreams: { 'acme/images': 'creativeml-openrail-m' },
      files: {
        'README.md': card(
          'license: mit\nbase_model: acme/images\nbase_model_relation: adapter\ntags: [lora]',
        ),
      },
      problems: [
        'README.md:2:10 error License "mit" lacks the duty to pass on use restrictions and the ' +
          'use policy of creativeml-openrail-m',
      ],
    },
    ...['ControlNetModel', 'T2IAdapter'].map((network) => ({
      name: `a network of its own beside the model, and no delta of it: ${network}`,
      upstreams: { 'acme/images': 'creativeml-openrail-m' },
      files: {
        'README.md': card('license: mit\nbase_model: acme/images\nbase_model_relation: adapter'),
        'config.json': JSON.stringify({ _class_name: network }),
      },
      problems: [
        'README.md:2:10 warning License "mit" lacks the duty to pass on use restrictions and the ' +
          'use policy of creativeml-openrail-m',
      ] as const,
    })),
    {
      name: 'a network of its own, by a tag; its relation is unspecified',
      upstreams: { 'acme/images': 'creativeml-openrail-m' },
      files: { 'README.md': card('license: mit\nbase_model: acme/images\ntags: [controlnet]') },
      problems: [
        'README.md:2:10 warning License "mit" lacks the duty to pass on use restrictions and the ' +
          'use policy of creativeml-openrail-m',
      ],
    },
    {
      name: 'the declared name only resembles those of several texts',
      upstreams: { 'acme/nc': 'cc-by-nc-4.0' },
      files: {
        'README.md': card(
          'license: other\nlicense_name: tencent\nbase_model: acme/nc\nbase_model_relation: finetune',
        ),
      },
      problems: [
        'README.md:2:10 warning License "tencent" lacks the non-commercial limit (§2(a)(1)) of cc-by-nc-4.0',
      ],
    },
    {
      name: "the same with two bases: the other text may be the other base's",
      repo: 'acme/Llama-x',
      upstreams: {
        'other/blend': { license: 'llama3', bases: ['meta-llama/Llama-3.1-8B', 'acme/llama-3-tune'] },
        'meta-llama/Llama-3.1-8B': 'llama3.1',
      },
      files: {
        'README.md': card('license: llama3.1\nbase_model: other/blend\nbase_model_relation: quantized'),
      },
      problems: [
        'README.md:2:10 warning License "llama3.1" lacks the use policy (§1.b.iv) and the limit on ' +
          'training with outputs (§1.b.v) of llama3',
      ],
    },
    {
      name: 'a fine-tune of Llama under a permissive license',
      upstreams,
      files: {
        'README.md': card(
          'license: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune',
        ),
      },
      problems: [
        'README.md:2:10 error License "apache-2.0" lacks the use policy and the limit of 700 million ' +
          'monthly users of llama3.1',
      ],
    },
    {
      name: "an owner who is not the licensor quantizes his own fine-tune of Llama: Meta's terms stay",
      repo: 'acme/Llama-x-GGUF',
      upstreams,
      files: { 'README.md': card('license: mit\nbase_model: acme/Llama-x\nbase_model_relation: quantized') },
      problems: [
        'README.md:2:10 error License "mit" lacks the use policy (§1.b.iv) and the limit of 700 ' +
          'million monthly users (§2) of llama3.1',
      ],
    },
    {
      name: 'non-commercial weights under a permissive license',
      upstreams,
      files: { 'README.md': card('license: mit\nbase_model: acme/lab\nbase_model_relation: finetune') },
      problems: [
        'README.md:2:10 error License "mit" lacks the non-commercial limit (§2(a)(1)) of cc-by-nc-4.0',
      ],
    },
    {
      name: 'a license for content asks for the same license: whether that reaches weights is open',
      upstreams,
      files: { 'README.md': card('license: mit\nbase_model: acme/kin\nbase_model_relation: finetune') },
      problems: [
        'README.md:2:10 warning License "mit" lacks the same-license duty (§3(b)(1)) of cc-by-sa-4.0',
      ],
    },
    {
      name: 'the notice says that the upstream license governs its part',
      upstreams,
      files: {
        'README.md': card('license: mit\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune'),
        LICENSE: spdxText('MIT'),
        NOTICE: 'The base model is licensed under the Llama 3.1 Community License.\n',
      },
      problems: [
        'README.md:2:10 warning License "mit" covers a part only: the use policy and the limit of 700 ' +
          'million monthly users of llama3.1 stay',
      ],
    },
    {
      name: 'a list of licenses has no operator',
      upstreams,
      files: {
        'README.md': card(
          'license: [mit, apache-2.0]\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune',
        ),
      },
      problems: [
        'README.md:2:11 warning License "mit, apache-2.0" lacks the use policy and the limit of 700 ' +
          'million monthly users of llama3.1',
      ],
    },
    {
      name: 'the record of the upstream is only likely',
      upstreams: { 'acme/lab': { license: 'cc-by-nc-4.0', confidence: 'likely' } },
      files: { 'README.md': card('license: mit\nbase_model: acme/lab\nbase_model_relation: finetune') },
      problems: [
        'README.md:2:10 warning License "mit" lacks the non-commercial limit (§2(a)(1)) of cc-by-nc-4.0',
      ],
    },
    {
      name: 'every branch of a choice drops the limit',
      upstreams,
      files: {
        'README.md': card('license: MIT OR Apache-2.0\nbase_model: acme/lab\nbase_model_relation: finetune'),
      },
      problems: [
        'README.md:2:10 error License "MIT OR Apache-2.0" lacks the non-commercial limit (§2(a)(1)) ' +
          'of cc-by-nc-4.0',
      ],
    },
    {
      name: 'two upstreams, one of which is a permissive one',
      upstreams,
      files: {
        'README.md': card(
          'license: apache-2.0\nbase_model: [acme/free, acme/lab]\nbase_model_relation: merge',
        ),
      },
      problems: [
        'README.md:2:10 error License "apache-2.0" lacks the non-commercial limit (§2(a)(1)) of cc-by-nc-4.0',
      ],
    },
  ],
});
