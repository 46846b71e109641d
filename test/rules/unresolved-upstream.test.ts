import rule from '../../rules/unresolved-upstream.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    {
      name: 'the license of the upstream is known',
      upstreams: { 'acme/big': 'mit' },
      files: { 'README.md': card('base_model: acme/big') },
    },
    {
      name: 'the upstream declares nothing, but names its own base, of which more is known',
      upstreams: { 'acme/chat': { license: '', bases: ['acme/big'] }, 'acme/big': 'mit' },
      files: { 'README.md': card('base_model: acme/chat') },
    },
    {
      name: 'prose names it and nothing declares it: undeclared-upstream says that its terms are not known',
      files: { 'README.md': card('license: mit', '# A\n\nFine-tuned from acme/unheard-of.\n') },
    },
    {
      name: 'several texts of one name have terms in common, which speak',
      upstreams: { 'acme/big': { license: 'other', license_name: 'exaone' } },
      files: { 'README.md': card('base_model: acme/big') },
    },
    {
      name: 'a text that asks nothing',
      upstreams: { 'acme/big': 'cc0-1.0' },
      files: { 'README.md': card('base_model: acme/big') },
    },
    {
      name: 'the giver of a license that nobody read owes himself nothing',
      repo: 'trillionlabs/Tri-7B-GGUF',
      upstreams: { 'trillionlabs/Tri-7B': { license: 'other', license_name: 'trillion' } },
      files: { 'README.md': card('base_model: trillionlabs/Tri-7B') },
    },
    {
      name: 'the terms of the family are asked for instead',
      files: { 'README.md': card('license: mit\nbase_model: acme/Llama-3.1-8B-unheard-of') },
    },
    { name: 'there is no upstream', files: { 'README.md': card('license: mit') } },
    {
      name: 'a path names no model: invalid-upstream speaks for it',
      files: { 'README.md': card('base_model: /data/big') },
    },
  ],
  invalid: [
    {
      name: 'a tool names the same model in another dress, of which nothing is known',
      upstreams: { 'acme/big-7b': 'mit' },
      files: {
        'README.md': card('base_model: acme/big-7b'),
        'adapter_config.json': '{"base_model_name_or_path": "unsloth/big-7b-bnb-4bit", "peft_type": "LORA"}',
      },
      problems: [
        'adapter_config.json:1:29 info Terms of "unsloth/big-7b-bnb-4bit" are unknown: it is ' +
          'not in the snapshot and licet is offline',
      ],
    },
    {
      name: 'a model that the author never named: the record of the named one does',
      upstreams: { 'acme/chat': { license: 'mit', bases: ['acme/unheard-of'] } },
      files: { 'README.md': card('base_model: acme/chat') },
      problems: [
        'README.md:2:13 info Terms of "acme/unheard-of" are unknown: it is not in the snapshot and licet ' +
          'is offline',
      ],
    },
    {
      name: 'a tool names a copy by the old id of its original',
      upstreams: { 'meta-llama/Llama-3.1-8B': 'llama3.1' },
      files: {
        'README.md': card('base_model: meta-llama/Llama-3.1-8B'),
        'adapter_config.json': '{"base_model_name_or_path": "unsloth/meta-llama-3.1-8b-bnb-4bit"}',
      },
      problems: [
        'adapter_config.json:1:29 info Terms of "unsloth/meta-llama-3.1-8b-bnb-4bit" are ' +
          'unknown: it is not in the snapshot and licet is offline',
      ],
    },
    {
      name: 'a model that nobody recorded',
      files: { 'README.md': card('base_model: acme/unheard-of') },
      problems: [
        'README.md:2:13 warning Terms of "acme/unheard-of" are unknown: it is not in the ' +
          'snapshot and licet is offline',
      ],
    },
    {
      name: 'a model behind a gate',
      upstreams: { 'acme/shut': { failed: 'gated' } },
      files: { 'README.md': card('base_model: acme/shut') },
      problems: [
        'README.md:2:13 warning ' +
          'Terms of "acme/shut" are unknown: it is gated and access was not granted',
      ],
    },
    {
      name: 'a license that nobody knows',
      upstreams: { 'acme/odd': { license: 'other', license_name: 'acme-terms' } },
      files: { 'README.md': card('base_model: acme/odd') },
      problems: [
        'README.md:2:13 warning Terms of "acme/odd" are unknown: its license "acme-terms" is not one ' +
          'that licet knows',
      ],
    },
    {
      name: 'a license with a name whose text nobody read',
      upstreams: { 'acme/big': { license: 'other', license_name: 'trillion' } },
      files: { 'README.md': card('base_model: acme/big') },
      problems: [
        'README.md:2:13 warning Terms of "acme/big" are unknown: the text of its license trillion was ' +
          'not read',
      ],
    },
    {
      name: 'a name of several texts that have nothing in common',
      upstreams: { 'acme/big': 'cc' },
      files: { 'README.md': card('base_model: acme/big') },
      problems: [
        'README.md:2:13 warning Terms of "acme/big" are unknown: its license "cc" is the name of ' +
          'several texts',
      ],
    },
    {
      name: 'a model without a license',
      upstreams: { 'acme/mute': { license: 'none' } },
      files: { 'README.md': card('base_model: acme/mute') },
      problems: ['README.md:2:13 warning Terms of "acme/mute" are unknown: it declares no license'],
    },
  ],
});
