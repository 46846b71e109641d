import rule from '../../rules/conflicting-upstreams.ts';
import { card } from './card.ts';
import { testRule } from './test-rule.ts';

const adapter = (base: string) => JSON.stringify({ base_model_name_or_path: base, peft_type: 'LORA' });

testRule(rule, {
  valid: [
    { name: 'card and adapter config name one model', files: { 'README.md': card('base_model: acme/big'), 'adapter_config.json': adapter('acme/big') } },
    { name: 'one of them uses the id from before the Hub renamed it', files: { 'README.md': card('base_model: openai-community/gpt2'), 'adapter_config.json': adapter('gpt2') } },
    { name: 'they differ in case alone', files: { 'README.md': card('base_model: Acme/Big'), 'adapter_config.json': adapter('acme/big') } },
    { name: 'the adapter was trained on a quantized dress of the declared model', files: { 'README.md': card('base_model: acme/big-7b'), 'adapter_config.json': adapter('unsloth/big-7b-bnb-4bit') } },
    { name: 'the adapter config names a path on the disk of whoever trained it', files: { 'README.md': card('base_model: acme/big'), 'adapter_config.json': adapter('/data/models/big') } },
    { name: 'the adapter was trained on the base of the declared model', upstreams: { 'acme/chat': { license: 'mit', bases: ['acme/big'] }, 'acme/big': 'mit' }, files: { 'README.md': card('base_model: acme/chat'), 'adapter_config.json': adapter('acme/big') } },
    { name: 'several models are declared: the config may speak of any', files: { 'README.md': card('base_model: [acme/a, acme/b]'), 'adapter_config.json': adapter('acme/c') } },
  ],
  invalid: [
    {
      name: 'the adapter was trained on another model',
      files: { 'README.md': card('base_model: acme/big'), 'adapter_config.json': adapter('other/small') },
      problems: ['adapter_config.json:1:28 warn Card says "acme/big", "adapter_config.json" says "other/small"'],
    },
    {
      name: 'the card says that an adapter is a fine-tune',
      files: { 'README.md': card('base_model: acme/big\nbase_model_relation: finetune'), 'adapter_config.json': adapter('acme/big') },
      problems: ['adapter_config.json:1:28 warn "acme/big" is declared as finetune, but "adapter_config.json" tells adapter'],
    },
  ],
});
