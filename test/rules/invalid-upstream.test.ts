import rule from '../../rules/invalid-upstream.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    { name: 'the id of a model', files: { 'README.md': card('base_model: acme/big') } },
    { name: 'a list of ids', files: { 'README.md': card('base_model:\n- acme/big\n- acme/small') } },
    {
      name: 'an old id without an owner that the Hub still follows',
      files: { 'README.md': card('base_model: gpt2') },
    },
    { name: 'nothing is named', files: { 'README.md': card('base_model:') } },
    {
      name: 'the adapter config alone names a path: the card is what people read',
      files: {
        'README.md': card('base_model: acme/big'),
        'adapter_config.json': '{"base_model_name_or_path": "acme/big"}',
      },
    },
  ],
  invalid: [
    {
      name: 'one path in several files is one finding',
      files: {
        'README.md': card('base_model: /data/models/big'),
        'adapter_config.json': '{"peft_type": "LORA", "base_model_name_or_path": "/data/models/big"}',
        'checkpoint-9/adapter_config.json':
          '{"peft_type": "LORA", "base_model_name_or_path": "/data/models/big"}',
      },
      problems: [
        'README.md:2:13 warning Base model "/data/models/big" is a local path, here and in 2 more files',
      ],
    },
    {
      name: 'one path in the card and in the adapter config',
      files: {
        'README.md': card('base_model: /data/models/big'),
        'adapter_config.json': '{"peft_type": "LORA", "base_model_name_or_path": "/data/models/big"}',
      },
      problems: [
        'README.md:2:13 warning Base model "/data/models/big" is a local path, here and in ' +
          'adapter_config.json',
      ],
    },
    {
      name: 'a path on a disk',
      files: { 'README.md': card('base_model: /data/models/big') },
      problems: ['README.md:2:13 warning Base model "/data/models/big" is a local path'],
    },
    {
      name: 'the address of a model on the Hub: its id is known',
      files: { 'README.md': card('base_model: https://huggingface.co/acme/big') },
      problems: [
        'README.md:2:13 warning Base model "https://huggingface.co/acme/big" is an address, not a Hub id',
      ],
      output: { 'README.md': card('base_model: acme/big') },
    },
    {
      name: 'a path in the cache of the Hub hints at an id, which is written only when asked for',
      files: { 'README.md': card('base_model: /root/.cache/huggingface/hub/models--acme--big') },
      problems: [
        'README.md:2:13 warning Base model "/root/.cache/huggingface/hub/models--acme--big" is a local path',
      ],
    },
    {
      name: 'a comma list',
      files: { 'README.md': card('base_model: acme/big, acme/small') },
      problems: ['README.md:2:13 warning Base model "acme/big, acme/small" is a comma list, not a YAML list'],
    },
    {
      name: 'a word',
      files: { 'README.md': card('base_model: llama') },
      problems: ['README.md:2:13 warning Base model "llama" is a name without an owner, not a Hub id'],
    },
    {
      name: 'a pasted recipe of local names only: one word for all of them',
      files: {
        'README.md': card(
          'license: mit',
          '\n```yaml\nmerge_method: slerp\nmodels:\n  - model: one\n  - model: two\n```\n',
        ),
      },
      problems: ['README.md:8:12 warning Base model "one" is a name without an owner, not a Hub id'],
    },
    ...(
      [
        ['{acme/big: 7b}', 13, '{acme/big: 7b}'],
        ['{a: {b: acme/big}}', 13, '{a: {…}}'],
        ['{a: 1, b: [c], d: e, f: g}', 13, '{a: 1, b: […], d: e, …}'],
        ['{}', 13, '{}'],
        ['[{a: acme/big}]', 14, '{a: acme/big}'],
        ['!!set {acme/big}', 19, '{acme/big: null}'],
        ['!!omap [acme/big: x]', 21, '{acme/big: x}'],
        ['!!binary YWNtZS9iaWc=', 22, 'YWNtZS9iaWc='],
        ['!!timestamp 2026-01-01', 25, '2026-01-01'],
        ['&all [*all]', 19, '*all'],
        ['&all {a: *all}', 18, '{a: *all}'],
      ] as const
    ).map(([value, column, shown]): Parameters<typeof testRule>[1]['invalid'][number] => ({
      name: `what is no text: ${value}`,
      files: { 'README.md': card(`base_model: ${value}`) },
      problems: [`README.md:2:${column} warning Base model "${shown}" is not text`],
    })),
    {
      name: 'a mapping by lines, whose name is known all the same',
      files: { 'README.md': card('base_model:\n  name: acme/big') },
      problems: ['README.md:3:3 warning Base model "{name: acme/big}" is not text'],
    },
    {
      name: 'a number',
      files: { 'README.md': card('base_model: 7') },
      problems: ['README.md:2:13 warning Base model "7" is not text'],
    },
  ],
});
