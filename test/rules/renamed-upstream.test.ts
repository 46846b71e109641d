import rule from '../../rules/renamed-upstream.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const moved = { 'acme/old': { license: 'mit', canonical: 'acme-ai/new' }, 'acme-ai/new': 'mit' } as const;

testRule(rule, {
  valid: [
    { name: 'the id is the one of today', files: { 'README.md': card('base_model: openai-community/gpt2') } },
    {
      name: 'a config keeps the id of its day',
      upstreams: moved,
      files: { 'README.md': card('base_model: acme-ai/new'), 'config.json': '{"_name_or_path": "acme/old"}' },
    },
    {
      name: 'an address is another trouble',
      files: { 'README.md': card('base_model: https://huggingface.co/gpt2') },
    },
    {
      name: "a model further up was renamed: that is its owner's card",
      upstreams: { ...moved, 'acme/mid': { license: 'mit', bases: ['acme/old'] } },
      files: { 'README.md': card('base_model: acme/mid') },
    },
    { name: 'nothing is known of the model', files: { 'README.md': card('base_model: acme/unheard-of') } },
  ],
  invalid: [
    {
      name: 'the id is an old one that licet knows offline',
      files: { 'README.md': card('base_model: gpt2') },
      problems: ['README.md:2:13 info The Hub calls "gpt2" by the id "openai-community/gpt2" today'],
    },
    {
      name: 'the Hub redirected',
      upstreams: moved,
      files: { 'README.md': card('base_model:\n- acme/old') },
      problems: ['README.md:3:3 info The Hub calls "acme/old" by the id "acme-ai/new" today'],
    },
    {
      name: 'the case is another',
      upstreams: { 'Acme/Big': { license: 'mit', canonical: 'Acme/Big' } },
      files: { 'README.md': card('base_model: acme/big') },
      problems: ['README.md:2:13 info The Hub spells "acme/big" as "Acme/Big"'],
    },
    {
      name: 'card and config name one model by its two ids',
      upstreams: moved,
      files: {
        'README.md': card('base_model: acme/old'),
        'adapter_config.json': '{"base_model_name_or_path": "acme-ai/new", "peft_type": "LORA"}',
      },
      problems: ['README.md:2:13 info The Hub calls "acme/old" by the id "acme-ai/new" today'],
    },
  ],
});
