import { describe, expect, test } from 'vitest';
import { remoteCodeClaims } from '../../../../src/core/extract/code/remote-code.ts';
import type { ClaimOf } from '../../../../src/core/model/claim.ts';
import { knowing, text } from '../../../support/evidence.ts';

const claims = (content: string, file = 'modeling_acme_open.py') =>
  remoteCodeClaims(text(file, content), knowing());
const isCode = (claim: { kind: string }): claim is ClaimOf<'code'> => claim.kind === 'code';
const code = (content: string, file?: string) => claims(content, file).find(isCode);
const taken = (content: string, file?: string) =>
  code(content, file)?.takenFrom.map(({ origin, how }) => `${how} ${origin}`) ?? [];

describe('copyright lines', () => {
  test.each([
    ['# Copyright 2025 Acme Inc. All rights reserved.', ['Acme Inc.']],
    ['# coding=utf-8\n# Copyright (c) 2022-2024, Globex Corporation.', ['Globex Corporation']],
    [
      '# Copyright 2022 Globex and the Initech Inc. team. All rights reserved.',
      ['Globex', 'Initech Inc. team'],
    ],
    ['"""\nCopyright © 2023 by Jane Doe\n"""', ['Jane Doe']],
    ['# (c) 2023 Globex', ['Globex']],
    ['# 版权\n# Copyright 2024 주식회사 글로벡스', ['주식회사 글로벡스']],
  ])('%j', (content, names) => {
    expect(code(content)?.holders.map(({ name }) => name)).toEqual(names);
  });

  test.each([
    '# copyright holders are not liable',
    'x = 1\n# Copyright 2025 Globex',
    '# This is about copyright law',
  ])('none in %j', (content) => {
    expect(code(content)?.holders ?? []).toEqual([]);
  });

  test('the line is kept as written', () => {
    expect(code('# Copyright 2025 Acme Inc. All rights reserved.')?.holders[0]?.line).toBe(
      'Copyright 2025 Acme Inc. All rights reserved.',
    );
  });
});

describe('licenses', () => {
  test('an SPDX tag is certain and about the code', () => {
    expect(claims('# SPDX-License-Identifier: MIT\n')).toMatchObject([
      { kind: 'code', spdx: 'MIT' },
      { kind: 'license', raw: 'MIT', about: 'code', confidence: 'certain' },
    ]);
  });

  test('a license in words is likely', () => {
    expect(
      claims('# Copyright 2025 Acme\n# Licensed under the Apache License, Version 2.0 (the "License");\n')[1],
    ).toMatchObject({ raw: 'Apache License, Version 2.0', about: 'code', confidence: 'likely' });
  });
});

describe('what the code was taken from', () => {
  test.each([
    [
      'class A:\n  # Copied from transformers.models.glm4_moe.modeling_glm4_moe.Glm4MoeAttention ' +
        'with Glm4Moe->Acme\n  pass',
      ['copied glm4_moe'],
    ],
    [
      '# This file was automatically generated from src/transformers/models/glm4_moe/modular_glm4_moe.py.',
      ['generated glm4_moe'],
    ],
    [
      'x = 1\n# adapted from https://github.com/globex/attention/blob/main/a.py',
      ['adapted globex/attention'],
    ],
    [
      'x = 1\n# Mostly borrowed from:\n# https://huggingface.co/globex/base/blob/main/modeling.py',
      ['copied globex/base'],
    ],
    [
      "# This code is based on Globex's GPT-X library and the OPT implementations in this library.",
      ["adapted Globex's GPT-X library"],
    ],
    ['class Glm4MoeMLP(nn.Module):\n  pass', ['named glm4_moe']],
    ['class AcmeModel:\n  """Wraps Glm4MoeForCausalLM."""', []],
  ])('%j', (content, origins) => {
    expect(taken(content)).toEqual(origins);
  });

  test.each([
    [
      'an import',
      'from transformers.models.llama.modeling_llama import LlamaAttention\n# wraps LlamaAttention\n',
    ],
    [
      'an import over lines',
      'from transformers import (\n    LlamaConfig,\n    LlamaModel,\n)\n# LlamaModel does the rest\n',
    ],
    ['a use in code', 'import transformers\nmodel = transformers.LlamaForCausalLM()\n'],
    [
      'words without a name',
      '# masks are computed based on the lengths\nx = 1\n# based on Padding of the batch\n',
    ],
    ['an inspiration', 'x = 1\n# inspired by https://github.com/globex/attention\n'],
    ['a string', 'URL = "copied from transformers.models.llama"\n'],
    [
      'a word that only begins like a family',
      'class GlobalAttention:\n  pass\nclass OPTimizer:\n  pass\nclass PhilharmonicModel:\n  pass\n',
    ],
  ])('is not told by %s', (_, content) => {
    expect(taken(content)).toEqual([]);
  });

  test("a family's own file and its sisters name nobody else", () => {
    expect(
      taken('class Qwen2VLModel:\n  pass\nclass Qwen2RMSNorm:\n  pass\n', 'modeling_qwen2_vl.py'),
    ).toEqual([]);
    expect(taken('class DeepseekV2MLP:\n  pass\n', 'modeling_deepseek.py')).toEqual([]);
  });

  test('is said once for each origin, and naming is spared where copying is admitted', () => {
    const line =
      '# Copied from transformers.models.glm4_moe.modeling_glm4_moe.Glm4MoeMLP\nclass Glm4MoeMLP:\n  pass\n';
    expect(taken(line.repeat(50))).toEqual(['copied glm4_moe']);
  });

  test('has the place of the words', () => {
    const content = 'x = 1\n# Copied from transformers.models.llama.modeling_llama\n';
    const [first] = code(content)?.takenFrom ?? [];
    expect(
      first !== undefined && 'start' in first.place && content.slice(first.place.start, first.place.end),
    ).toBe('Copied from transformers.models.llama.modeling_llama');
  });
});

test('a file that says nothing makes no claim', () => {
  expect(claims('import torch\n\nx = 1\n')).toEqual([]);
});

test.each([
  ['spaces', ' '.repeat(300_000)],
  ['hashes', '#'.repeat(300_000)],
  ['quotes', '"""'.repeat(100_000)],
  ['cues', '# based on '.repeat(30_000)],
  ['imports', `import ${'(a, '.repeat(50_000)}`],
  ['lines', '# copied from\n'.repeat(100_000)],
  ['capitals', `# ${'Llama'.repeat(50_000)}`],
])('a flood of %s ends', (_, content) => {
  claims(content);
});
