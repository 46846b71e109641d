import { readFileSync } from 'node:fs';
import rule from '../../rules/shared-code.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

/** licet's own code, which is on record, under other names and without its header. */
const harbor = readFileSync(new URL('../fixtures/code/modeling_harbor.py', import.meta.url), 'utf8');
const code = harbor.slice(harbor.indexOf('import torch')).replaceAll('Harbor', 'Zentrix');
const own = '# Copyright 2026 Zentrix Co., Ltd.\n\n';
const readme = card('license: apache-2.0', '# Zentrix 8B\n\nTrained from scratch.\n');
const withReadme = (text: string) => card('license: apache-2.0', `# Zentrix 8B\n\n${text}\n`);
const repo = 'zentrix/zentrix-8b';

const NAMES =
  'tide_width|waves|ropes|reach|slack|lift|lower|fog|strain|sway|cargo|gates|basins|valve|weir|flow|drift';
/** Every name that is not torch's, another one. */
const renamed = code.replace(new RegExp(String.raw`\b(?:${NAMES})\b`, 'g'), (word) => `${word}_x`);
const port = code.replace(
  'import torch\nfrom torch import nn',
  'import mlx.core as torch\nimport mlx.nn as nn',
);

const told = (from: number, to: number, shared: number, total: number, port = '') =>
  `modeling_zentrix.py:${from}:1 info "modeling_zentrix.py"${port} shares ${shared} of ${total} ` +
  `fingerprints with licet-example${port === '' ? ' (harbor)' : ''}, most in lines ${from}–${to}`;

/** The three answers, as people give them. */
const ANSWERS: readonly (readonly [name: string, notice: string])[] = [
  ['written independently, by the file', 'modeling_zentrix.py was written independently.\n'],
  ['written from scratch', 'The modeling code was written from scratch by Zentrix.\n'],
  ['own work', 'The model code is our own work.\n'],
  ['an independent implementation', 'The source code is an independent implementation of the paper.\n'],
  ['in Korean', '모델링 코드는 자체적으로 작성하였습니다.\n'],
  ['in Chinese', '模型代码由我们独立编写。\n'],
  ['in Japanese', 'モデルのコードは独自に実装しました。\n'],
  ['a common source, by the file', 'modeling_zentrix.py: Copyright (c) Quay, Inc., MIT License\n'],
  ['a common source, of the code', 'The model code was adapted from Quay (MIT).\n'],
  ['a common source, gone back to', 'The modelling code goes back to Quay, MIT.\n'],
];
/** What speaks of something else. */
const NO_ANSWERS: readonly (readonly [name: string, files: Record<string, string>])[] = [
  ['weights from scratch', { NOTICE: 'Zentrix 8B was trained from scratch.\n' }],
  ['training code', { NOTICE: 'The training code was written from scratch.\n' }],
  ["the product's line", { NOTICE: 'Zentrix\nCopyright 2026 Zentrix Co., Ltd. All source code.\n' }],
  ['another file', { NOTICE: 'processing_zen.py goes back to Quay, MIT.\n' }],
  ['other code', { NOTICE: 'The data pipeline was adapted from Quay (MIT).\n' }],
  [
    'terms of a license',
    { LICENSE: 'Zentrix License. The source code may be modified in works derived from the Model.\n' },
  ],
  ['a card that speaks of the model', { 'README.md': withReadme('Built from scratch in-house by us.') }],
];
/** A file that extends a class of the project, imported from it, and writes it over. */
const extending = (imported: string, base: string) =>
  own + code.replace('import torch', `${imported}\nimport torch`).replaceAll('(nn.Module)', `(${base})`);

/** Code of nobody else's, of which no two lines are alike. */
const unlike = Array.from({ length: 900 }, (_, nth) => {
  const terms = Array.from({ length: 10 }, (_, bit) =>
    (nth >> bit) % 2 === 0 ? `harvest_${bit}(${nth})` : `orchard[${bit}]`,
  );
  return `apples_${nth} = ${terms.join(nth % 3 === 0 ? ' * ' : ' + ')}\n`;
}).join('');
const step = code.slice(code.indexOf('        level ='), code.indexOf('class ZentrixCrane'));

testRule(rule, {
  valid: [
    {
      name: 'a stretch in a file that imports models of the project',
      repo,
      files: {
        'README.md': readme,
        'modeling_zentrix.py': `${own}from licet_example.harbor import anchor\n${unlike}${code}`,
      },
    },
    {
      name: 'the same three lines many times',
      repo,
      files: { 'README.md': readme, 'modeling_zentrix.py': `${own}${step.repeat(80)}` },
    },
    ...[
      ['NOTICE names the project', { NOTICE: 'Parts: licet, Apache-2.0\n' }],
      ['NOTICE names the holder', { NOTICE: 'Code by the licet authors, Apache-2.0.\n' }],
      [
        'the card says where the code comes from',
        { 'README.md': withReadme('The code is adapted from licet.') },
      ],
      ['the card links to the project', { 'README.md': withReadme('See https://github.com/licet/licet') }],
    ].map(([name, files]) => ({
      name: name as string,
      repo,
      files: { 'README.md': readme, 'modeling_zentrix.py': own + code, ...(files as Record<string, string>) },
    })),
    {
      name: "the header keeps the project's line",
      repo,
      files: {
        'README.md': readme,
        'modeling_zentrix.py': `# Copyright 2026 the licet authors\n# Copyright 2026 Zentrix\n${code}`,
      },
    },
    {
      name: 'the file says itself where it comes from',
      repo,
      files: {
        'README.md': readme,
        'modeling_zentrix.py': `${own}# Adapted from https://github.com/licet/licet\n${code}`,
      },
    },
    {
      name: "it is the project's own repository",
      repo: 'licet/harbor',
      files: { 'README.md': readme, 'modeling_zentrix.py': `# Copyright 2026 licet\n${code}` },
    },
    {
      name: 'the card links to the family',
      repo,
      files: { 'README.md': withReadme('Made after Harbor.'), 'modeling_zentrix.py': own + code },
    },
    ...ANSWERS.map(([name, notice]) => ({
      name: `NOTICE says so: ${name}`,
      repo,
      files: { 'README.md': readme, NOTICE: notice, 'modeling_zentrix.py': own + code },
    })),
    {
      name: 'the header says that it was written independently',
      repo,
      files: {
        'README.md': readme,
        'modeling_zentrix.py': `# Copyright 2026 Zentrix Co., Ltd.\n# Written from scratch.\n${code}`,
      },
    },
    {
      name: 'the card says that the code was written independently',
      repo,
      files: {
        'README.md': withReadme('The model code was written independently, after the paper.'),
        'modeling_zentrix.py': own + code,
      },
    },
    ...(
      [
        ['from the project', 'from licet_example.harbor import HarborBuoy', 'HarborBuoy'],
        ['in brackets', 'from licet_example import (  # all\n    HarborBuoy,\n)', 'HarborBuoy'],
        ['under another name', 'from licet_example import HarborBuoy as Base', 'Base'],
        ['by its module', 'import licet_example.harbor as lib', 'lib.HarborBuoy'],
        ['beside another base', 'from licet_example import HarborBuoy', 'Mixin, HarborBuoy'],
      ] as const
    ).map(([name, imported, base]) => ({
      name: `it extends classes of the family: ${name}`,
      repo,
      files: { 'README.md': readme, 'modeling_zentrix.py': extending(imported, base) },
    })),
    {
      name: 'too little is shared',
      repo,
      files: { 'README.md': readme, 'modeling_zentrix.py': own + code.split('\n').slice(0, 14).join('\n') },
    },
    {
      name: 'only some files are at hand',
      complete: false,
      repo,
      files: { 'README.md': readme, 'modeling_zentrix.py': own + code },
    },
  ],
  invalid: [
    ...(
      [
        ['classes renamed, header replaced', own + code, told(7, 89, 229, 238)],
        ['classes renamed, header deleted', code, told(5, 87, 229, 238)],
        [
          'what is handed on under its own name changes nothing',
          own + code.replace('self.lift(waves)', 'self.lift(waves, fog=fog, slack=self.slack, ropes=ropes)'),
          told(7, 89, 229, 238),
        ],
        ['every name another one', own + renamed, told(7, 89, 213, 235)],
      ] as const
    ).map(([name, text, problem]) => ({
      name,
      repo,
      files: { 'README.md': readme, 'modeling_zentrix.py': text },
      problems: [problem] as const,
    })),
    {
      name: "a stretch in a file of one's own",
      repo,
      files: { 'README.md': readme, 'modeling_zentrix.py': `${own}${unlike}${code}` },
      problems: [told(907, 989, 229, 11258)],
    },
    {
      name: 'the whole of a file that imports models of the project',
      repo,
      files: {
        'README.md': readme,
        'modeling_zentrix.py': `${own}from licet_example.harbor import anchor\n${code}`,
      },
      problems: [told(8, 90, 226, 236)],
    },
    ...NO_ANSWERS.map(([name, files]) => ({
      name: `no answer: ${name}`,
      repo,
      files: { 'README.md': readme, ...files, 'modeling_zentrix.py': own + code },
      problems: [told(7, 89, 229, 238)] as const,
    })),
    ...(
      [
        ['a class of the frame', 'from licet_example import Module', 'Module', 217, 240],
        ['a class of the file beside it', 'from .modeling_harbor import HarborBuoy', 'HarborBuoy', 217, 240],
        ['a class of another module', 'from other_example import HarborBuoy', 'HarborBuoy', 217, 240],
        [
          'a class that is imported and not extended',
          'from licet_example import HarborBuoy',
          'nn.Module',
          229,
          238,
        ],
      ] as const
    ).map(([name, imported, base, shared, total]) => ({
      name: `it extends ${name}`,
      repo,
      files: { 'README.md': readme, 'modeling_zentrix.py': extending(imported, base) },
      problems: [told(8, 90, shared, total)] as const,
    })),
    {
      name: 'usage of the project is no credit of its code',
      repo,
      files: {
        'README.md': withReadme('Check the license with `licet`.'),
        'modeling_zentrix.py': own + code,
      },
      problems: [told(7, 89, 229, 238)],
    },
    ...(
      [
        ['import jax', 'JAX'],
        ['from flax import linen', 'JAX'],
        ['import tensorflow as tf', 'TensorFlow'],
        ['import keras', 'Keras'],
        ['import paddle', 'Paddle'],
        ['import mindspore', 'MindSpore'],
        ['from tinygrad import Tensor', 'tinygrad'],
      ] as const
    ).map(([imported, framework]) => ({
      name: `written for ${framework}: ${imported}`,
      repo,
      files: {
        'README.md': readme,
        'modeling_zentrix.py':
          own + code.replace('import torch\nfrom torch import nn', `${imported}\nimport nn`),
      },
      problems: [told(7, 89, 229, 238, ` for ${framework}`)] as const,
    })),
    {
      name: 'written for another framework',
      repo,
      files: { 'README.md': readme, 'modeling_zentrix.py': own + port },
      problems: [told(7, 89, 229, 238, ' for MLX')],
    },
  ],
});
