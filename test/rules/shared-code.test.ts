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
  `modeling_zentrix.py:${from}:9 info "modeling_zentrix.py"${port} shares ${shared} of ${total} ` +
  `fingerprints with licet-example (harbor), most in lines ${from}–${to}`;

testRule(rule, {
  valid: [
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
        ['classes renamed, header replaced', own + code, told(43, 65, 114, 123)],
        ['classes renamed, header deleted', code, told(41, 63, 114, 123)],
        [
          'what is handed on under its own name changes nothing',
          own + code.replace('self.lift(waves)', 'self.lift(waves, fog=fog, slack=self.slack, ropes=ropes)'),
          told(43, 65, 114, 123),
        ],
        ['every name another one', own + renamed, told(43, 65, 105, 122)],
      ] as const
    ).map(([name, text, problem]) => ({
      name,
      repo,
      files: { 'README.md': readme, 'modeling_zentrix.py': text },
      problems: [problem] as const,
    })),
    {
      name: 'usage of the project is no credit of its code',
      repo,
      files: {
        'README.md': withReadme('Check the license with `licet`.'),
        'modeling_zentrix.py': own + code,
      },
      problems: [told(43, 65, 114, 123)],
    },
    {
      name: 'written for another framework',
      repo,
      files: { 'README.md': readme, 'modeling_zentrix.py': own + port },
      problems: [told(43, 65, 114, 123, ' for MLX')],
    },
  ],
});
