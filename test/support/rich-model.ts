import { spdxText } from './license-texts.ts';

const SHA256 = 'ab'.repeat(32);

/** A repository with a work of every kind and a license in every state. */
export const RICH: Readonly<Record<string, string>> = {
  '.git/HEAD': '',
  'README.md': [
    '---',
    'license: apache-2.0',
    'base_model:',
    '  - acme/merged',
    '  - other/unheard-gemma-3-4b-it',
    '  - acme/reviewed',
    '  - acme/said-so',
    '  - acme/of-a-name',
    '  - acme/of-several',
    '  - acme/of-none',
    'base_model_relation: merge',
    'datasets:',
    '  - HuggingFaceH4/ultrachat_200k',
    '  - acme/secret-talk',
    'pipeline_tag: text-generation',
    'language: [ko, en]',
    '---',
    '# Rich 8B',
    '',
    'This model was trained from scratch.',
    '',
    'The training data was generated with GPT-4.',
    '',
    'Built with Llama.',
    '',
  ].join('\n'),
  'config.json': '{ "architectures": ["LlamaForCausalLM"], "model_type": "llama" }\n',
  LICENSE: spdxText('Apache-2.0'),
  'model.safetensors': `version https://git-lfs.github.com/spec/v1\noid sha256:${SHA256}\nsize 16060522240\n`,
  'modeling_rich.py': [
    '# Copyright 2024 The HuggingFace Inc. team.',
    '# SPDX-License-Identifier: Apache-2.0',
    '',
    '',
    '# Copied from transformers.models.llama.modeling_llama.LlamaRMSNorm',
    'class RichRMSNorm:',
    '    pass',
    '',
  ].join('\n'),
  'licet.config.yaml': [
    'facts:',
    '  - model: acme/reviewed',
    '    license: gemma',
    '    reason: a letter of their counsel',
    '    reviewer: Kim',
    '    date: "2026-10-01"',
    '  - model: acme/said-so',
    '    license: mit',
    '    reason: told by mail',
    '    date: "2026-10-02"',
    '',
  ].join('\n'),
  'licet.lock.json': JSON.stringify({
    version: 1,
    models: {
      'acme/merged': {
        license: 'llama3.1',
        source: 'Hub',
        date: '2026-11-01',
        revision: 'c0ffee'.repeat(6) + 'c0ff',
        bases: [
          { model: 'meta-llama/Llama-3.1-8B', relation: 'finetune' },
          { model: 'Qwen/Qwen2.5-7B', relation: 'merge' },
        ],
      },
      'acme/of-a-name': { license: 'acme-eula-7', source: 'Hub', date: '2026-11-01' },
      'acme/of-several': { license: 'gpl', source: 'Hub', date: '2026-11-01' },
      'acme/of-none': { license: null, source: 'Hub', date: '2026-11-01' },
    },
  }),
};

/** The hash that the pointer of its weights holds. */
export const RICH_WEIGHTS = SHA256;

/** Ids, names and files that would steer whatever takes them at their word. */
export const HOSTILE: Readonly<Record<string, string>> = {
  ...RICH,
  'README.md': [
    '---',
    'license: "<script>"',
    'base_model: ["acme/reviewed", "javascript:alert(1)", "pkg:npm/x@1", "../../etc"]',
    'datasets: ["javascript:alert(1)", "\\ud800", "a b/c?d#e", "acme/x"]',
    '---',
    '# A \u202e name',
    '',
  ].join('\n'),
  'we ird#[1].safetensors': RICH['model.safetensors'] ?? '',
};

/** A data set that names its sources. */
export const OF_DATA: Readonly<Record<string, string>> = {
  '.git/HEAD': '',
  'README.md': [
    '---',
    'license: cc-by-4.0',
    'dataset_info: {}',
    'task_categories: [text-generation]',
    'datasets: [HuggingFaceH4/ultrachat_200k]',
    '---',
    '# Talk',
    '',
  ].join('\n'),
};
