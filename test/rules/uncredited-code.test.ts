import rule from '../../rules/uncredited-code.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';
import { spdxText } from '../support/license-texts.ts';

const front = 'license: apache-2.0';
const code = (header: string, body = 'class HarborAttention:\n    pass\n') => `${header}\n\n${body}`;
const own = '# Copyright 2026 Acme Lab. All rights reserved.';
const foreign = '# Copyright 2025 Quayside Systems. All rights reserved.';

testRule(rule, {
  valid: [
    {
      name: 'the publisher wrote it',
      repo: 'acme-lab/harbor',
      files: { 'README.md': card(front), 'modeling_harbor.py': code(own) },
    },
    {
      name: 'NOTICE credits the holder',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        NOTICE: 'Parts by Quayside Systems, Copyright 2025.\n',
        'modeling_harbor.py': code(foreign),
      },
    },
    {
      name: 'the header names the source of what was copied',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        NOTICE: 'Quayside Systems\n',
        'modeling_harbor.py': code(
          `${own}\n${foreign}\n# Adapted from transformers.models.glm4_moe.modeling_glm4_moe`,
        ),
      },
    },
    {
      name: 'the declared upstream is of the family whose names the code bears',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(`${front}\nbase_model: zai-org/GLM-4.5`),
        'modeling_harbor.py': code(own, 'class Glm4MoeDecoderLayer:\n    pass\n'),
      },
    },
    {
      name: 'nobody knows whose repository it is',
      files: { 'README.md': card(front), 'modeling_harbor.py': code(foreign) },
    },
    {
      name: 'NOTICE names the license of a file, and the text lies there',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        NOTICE: 'modeling_harbor.py by Quayside Systems, BSD-3-Clause\n',
        'LICENSES/BSD-3-Clause.txt': spdxText('BSD-3-Clause'),
        'modeling_harbor.py': code(`${foreign}\n# SPDX-License-Identifier: BSD-3-Clause`),
      },
    },
    {
      name: 'one of a choice is declared',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(`${own}\n# SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0`),
      },
    },
    {
      name: 'nobody knows whose repository it is, and the header may be that of the source',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(
          '# Copyright 2024 DeepSeek-AI',
          '# Copied from transformers.models.deepseek_v3.modeling_deepseek_v3\nclass HarborMLP:\n    pass\n',
        ),
        'modeling_b.py': code(
          '# Copyright 2024 The HuggingFace Inc. team.',
          '# Copied from transformers.models.llama.modeling_llama\nclass BMLP:\n    pass\n',
        ),
      },
    },
    ...[
      'HarborRMSNorm is equivalent to T5LayerNorm',
      'Same as LlamaRMSNorm, but in fp32',
      'Similar to Qwen2MLP',
      'Unlike LlamaAttention, it has no bias',
      'Forwards all its arguments to LlamaTokenizerFast',
      'Passes return_tensors on to Qwen2VLImageProcessor',
    ].flatMap((words) => [
      {
        name: `a comparison or a class in passing is no origin, doc string: ${words}`,
        repo: 'acme-lab/harbor',
        files: {
          'README.md': card(front),
          'modeling_harbor.py': code(own, `class HarborRMSNorm:\n    """\n    ${words}\n    """\n`),
        },
      },
      {
        name: `a comparison or a class in passing is no origin, comment: ${words}`,
        repo: 'acme-lab/harbor',
        files: {
          'README.md': card(front),
          'modeling_harbor.py': code(own, `x = 1  # ${words}\n# ${words}\n`),
        },
      },
    ]),
    ...[
      ['first', (mit: string) => `eyelab/eye-vl\nhttps://github.com/eyelab/eye-vl\n\n${mit}\n\n${mit}`],
      ['between', (mit: string) => `${mit}\n\neyelab/eye-vl, Apache-2.0\n\n${mit}`],
      ['between three', (mit: string) => `${mit}\n\n${mit}\n\nhttps://github.com/eyelab/eye-vl\n\n${mit}`],
      ['last', (mit: string) => `${mit}\n\n${mit}\n\neyelab/eye-vl\n`],
    ].map(([where, notice]) => ({
      name: `a credit among copies of one license text: ${String(where)}`,
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        NOTICE: (notice as (mit: string) => string)(spdxText('MIT')),
        'modeling_harbor.py': code(`${own}\n# Portions are adapted from eyelab/eye-vl`),
      },
    })),
    ...[
      ['K-intelligence/midm', 'KT Corporation'],
      ['Qwen/Qwen9', 'Alibaba Cloud'],
      ['zai-org/GLM-9', 'Zhipu AI'],
      ['openbmb/MiniCPM-9', 'ModelBest Inc.'],
      ['tiiuae/falcon-9', 'Technology Innovation Institute'],
      ['quay/harbor', 'Dockside Holdings'],
    ].map(([repo, legal]) => ({
      name: `the holder that all files bear is the publisher: ${String(repo)}, ${String(legal)}`,
      repo: String(repo),
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(`# Copyright 2026 ${String(legal)}`),
        'configuration_harbor.py': code(`# Copyright 2026 ${String(legal)}`, 'X = 1\n'),
      },
    })),
    {
      name: 'the holder of the license file is the publisher',
      repo: 'quay/harbor',
      files: {
        'README.md': card(front),
        LICENSE: 'MIT License\n\nCopyright (c) 2026 Dockside Holdings\n',
        'modeling_harbor.py': code('# Copyright 2026 Dockside Holdings'),
      },
    },
    {
      name: "a maker's own family, nobody knows whose repository it is",
      files: {
        'README.md': card(front),
        'modeling_intern_vit.py': code(
          '# Copyright (c) 2024 OpenGVLab',
          'class InternVisionModel:\n    pass\n',
        ),
      },
    },
    ...['The code is adapted from Hugging Face.', 'Modeling code by HuggingFace, changed.'].map((text) => ({
      name: `Hugging Face beside a word of code: ${text}`,
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front, `# Harbor\n\n${text}\n`),
        'modeling_harbor.py': code('# Copyright 2024 The HuggingFace Inc. team.'),
      },
    })),
    ...(
      [
        ['Haotian Liu', 'The code is by Haotian Liu and others.'],
        ['Haotian Liu', 'Code: https://github.com/haotian-liu/LLaVA'],
        ['Alibaba Cloud', 'Parts are from Qwen by Alibaba.'],
        ['Google AI', 'Built on code of Google Research.'],
        ['Meta Platforms, Inc.', 'Thanks to Meta AI for Llama.'],
        ['DeepSeek-AI', 'We thank DeepSeek.'],
        ['The Wan Team', 'Based on Wan.'],
        ['AT&T Labs', 'Parts by AT&T.'],
      ] as const
    ).map(([holder, text]) => ({
      name: `a holder is credited: ${holder} by "${text}"`,
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front, `# Harbor\n\n${text}\n`),
        'modeling_harbor.py': code(`# Copyright 2025 ${holder}`),
      },
    })),
    {
      name: 'nobody knows whose repository it is, and the header names two',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(
          `${own}\n${foreign}`,
          '# Copied from transformers.models.glm4_moe.modeling_glm4_moe\nclass HarborMLP:\n    pass\n',
        ),
      },
    },
    ...(
      [
        ['acme-lab/harbor', '# Adapted from https://github.com/acme-lab/pier'],
        ['acme-lab/harbor', '# Adapted from https://github.com/AcmeLab/pier'],
        ['Qwen/Qwen9', '# Copied from transformers.models.qwen2_vl.modeling_qwen2_vl.X'],
        ['Qwen/Qwen9', '# Adapted from https://github.com/QwenLM/Qwen'],
        ['bloom-lab/harbor', '# Copied from transformers.models.bloom.modeling_bloom.X'],
      ] as const
    ).map(([repo, line]) => ({
      name: `the publisher's own code, in ${repo}: ${line}`,
      repo,
      files: { 'README.md': card(front), 'modeling_harbor.py': `${line}\nclass Harbor:\n    pass\n` },
    })),
    ...(
      [
        ['the card names the company', {}, 'Under the license of Quayside AI.'],
        ['a NOTICE names it', { NOTICE: 'License by Quayside AI\n' }, 'A model.'],
        ['code bears a copyright line', { 'modeling_dock.py': `${own}\nX = 1\n` }, 'A model.'],
        ['a person gave it', { LICENSE: 'Dock License\n\nCopyright (c) 2025 Jane Doe\n' }, 'A model.'],
        [
          'two gave it',
          {
            LICENSE: 'Dock License\n\nCopyright (c) 2025 Quayside AI\nCopyright (c) 2025 Pier Labs\n',
          },
          'A model.',
        ],
        ['the publisher gave it', { LICENSE: 'Dock License\n\nCopyright (c) 2025 Acme Lab\n' }, 'A model.'],
      ] as const
    ).map(([what, files, text]) => ({
      name: `a license file given by a company asks nothing: ${what}`,
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card('license: other\nlicense_name: dock\nlicense_link: LICENSE', `# Dock\n\n${text}\n`),
        LICENSE: 'Dock License\n\nCopyright (c) 2025 Quayside AI\n',
        'configuration_dock.py': 'class DockConfig:\n    pass\n',
        ...files,
      },
    })),
    ...(
      [
        ['the license is no custom one', 'license: mit', { 'configuration_dock.py': 'X = 1\n' }],
        [
          'an upstream is declared',
          'license: other\nlicense_name: dock\nlicense_link: LICENSE\nbase_model: quay/dock-1b',
          { 'configuration_dock.py': 'X = 1\n' },
        ],
        ['there is no code', 'license: other\nlicense_name: dock\nlicense_link: LICENSE', {}],
      ] as const
    ).map(([what, fields, files]) => ({
      name: `a license file given by a company asks nothing: ${what}`,
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(fields),
        LICENSE: 'Dock License\n\nCopyright (c) 2025 Quayside AI\n',
        ...files,
      },
    })),
    {
      name: 'words of a file without header tell of methods',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'projectors.py': '"""Projectors based on Conv and MLP, with Pooling."""\nX = 1\n',
      },
    },
    {
      name: 'only some files are at hand: a NOTICE may lie beside them',
      complete: false,
      repo: 'acme-lab/harbor',
      files: { 'README.md': card(front), 'modeling_harbor.py': code(foreign) },
    },
  ],
  invalid: [
    ...[
      '# This software may be used and distributed according to the terms of the ' +
        'Llama 2 Community License Agreement.',
      '# This software may be used and distributed according to the terms\n' +
        '# of the Llama 2 Community License Agreement.',
      '# Use of this file is subject to the terms and conditions of the Llama 2 Community License Agreement.',
      '# Distributed in accordance with the Llama 2 Community License Agreement.',
    ].map((header, nth) => ({
      name: `a header is under a license that limits use, way ${nth + 1}`,
      repo: 'acme/harbor',
      files: {
        'README.md': card('license: mit', '# Harbor\n\nOur code is built on the Llama 2 code base.\n'),
        'modeling_harbor.py': `${header}\n\nimport torch\n`,
      },
      problems: [
        'modeling_harbor.py:1:3 warning License "llama2" in the header of "modeling_harbor.py" ' +
          'is named by no ' +
          'license file, NOTICE or card',
      ] as const,
    })),
    {
      name: 'nobody knows whose repository it is, but the file says that it was copied',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(
          own,
          '# Copied from transformers.models.glm4_moe.modeling_glm4_moe.Glm4MoeMLP\nclass HarborMLP:\n' +
            '    pass\n',
        ),
      },
      problems: [
        'modeling_harbor.py:3:3 warning "modeling_harbor.py" says it is copied from "glm4_moe"; its ' +
          'header names only "Acme Lab"',
      ],
    },
    {
      name: 'classes of another family under the line of the publisher alone',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(own, 'class Glm4MoeDecoderLayer:\n    pass\n'),
      },
      problems: [
        'modeling_harbor.py:3:1 warning "modeling_harbor.py" bears names of "glm4_moe"; its header ' +
          'names only "Acme Lab"',
      ],
    },
    {
      name: 'the file says that it was copied, the header names the publisher alone',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(
          own,
          '# Copied from transformers.models.glm4_moe.modeling_glm4_moe.Glm4MoeMLP\nclass HarborMLP:\n' +
            '    pass\n',
        ),
      },
      problems: [
        'modeling_harbor.py:3:3 warning "modeling_harbor.py" says it is copied from "glm4_moe"; its ' +
          'header names only "Acme Lab"',
      ],
    },
    {
      name: "a third party's line, and no license beside it",
      repo: 'acme-lab/harbor',
      files: { 'README.md': card(front), 'modeling_harbor.py': code(foreign) },
      problems: [
        'modeling_harbor.py:1:3 warning Copyright of "Quayside Systems" in a code file is named in ' +
          'neither card nor NOTICE',
      ],
    },
    {
      name: 'the license stands in the header: what it asks travels with the file',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(`${foreign}\n# SPDX-License-Identifier: Apache-2.0`),
      },
      problems: [
        'modeling_harbor.py:1:3 info Copyright of "Quayside Systems" in a code file is named in ' +
          'neither card nor NOTICE',
        'modeling_harbor.py:2:3 info Text of license "apache-2.0" of "modeling_harbor.py" is not in ' +
          'the repository',
      ],
    },
    ...(
      [
        ['# Copy from https://github.com/quayside/pier', 'copied', 'quayside/pier'],
        ['# Adopted from https://github.com/quayside/pier', 'adapted', 'quayside/pier'],
        ['# Extracted from https://github.com/quayside/pier', 'copied', 'quayside/pier'],
        ['# Source: https://github.com/quayside/pier', 'adapted', 'quayside/pier'],
        [
          '# Closely follows the implementation: https://github.com/quayside/pier',
          'adapted',
          'quayside/pier',
        ],
        ['# Portions are adapted from quay-side/pier-vl', 'adapted', 'quay-side/pier-vl'],
        ['# Borrowed from peft.utils.get_state', 'copied', 'peft'],
        ['# Copied these from LlamaForCausalLM', 'copied', 'llama'],
      ] as const
    ).map(([line, how, origin]) => ({
      name: `a way to say where code comes from: ${line}`,
      repo: 'acme-lab/harbor',
      files: { 'README.md': card(front), 'modeling_harbor.py': code(`${own}\n${line}`) },
      problems: [
        `modeling_harbor.py:2:3 warning "modeling_harbor.py" says it is ${how} from ` +
          `"${origin}"; its header ` +
          'names only "Acme Lab"',
      ] as const,
    })),
    ...(
      [
        ['clip', 'Set gradient_clipping; it is no eclipse, and a video clip'],
        ['opt', 'See the options, or opt out'],
        ['phi', 'Our philosophy'],
        ['mpt', 'A prompt is needed'],
      ] as const
    ).map(([family, text]) => ({
      name: `a family within another word is no credit: ${family}`,
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front, `# Harbor\n\n${text}\n`),
        'modeling_harbor.py': code(
          `${own}\n# Copied from transformers.models.${family}.modeling_${family}.X`,
        ),
      },
      problems: [
        `modeling_harbor.py:2:3 warning "modeling_harbor.py" says it is copied from ` +
          `"${family}"; its header ` +
          'names only "Acme Lab"',
      ] as const,
    })),
    {
      name: 'header deleted: the file says where it comes from',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py':
          '# Copied from transformers.models.gptj.modeling_gptj.GPTJMLP\nclass HarborMLP:\n    pass\n',
      },
      problems: [
        'modeling_harbor.py:1:3 warning "modeling_harbor.py" says it is copied from "gptj" and bears no ' +
          'copyright line',
      ],
    },
    {
      name: 'header deleted: the classes bear names of a family',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': 'import torch\n\nclass Glm4MoeMLP:\n    pass\n',
      },
      problems: [
        'modeling_harbor.py:3:1 warning "modeling_harbor.py" bears names of "glm4_moe" and no copyright line',
      ],
    },
    {
      name: 'a bare address of a source file above the code',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(
          own,
          '# https://github.com/quayside/pier/blob/main/pier/mlp.py\nclass A:\n    pass\n',
        ),
      },
      problems: [
        'modeling_harbor.py:3:3 warning "modeling_harbor.py" points above its code to "quayside/pier"; its ' +
          'header names only "Acme Lab"',
      ],
    },
    {
      name: 'another party gave the license file whole',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card('license: other\nlicense_name: dock\nlicense_link: LICENSE'),
        LICENSE: 'Dock License\n\nCopyright (c) 2025 Quayside AI\n',
        'configuration_dock.py': 'class DockConfig:\n    pass\n',
      },
      problems: [
        'LICENSE:3:20 info The license file is given by "Quayside AI", whom neither card nor code name',
      ],
    },
    {
      name: 'a header that leads to a license file that is not there names no license',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(
          `${foreign}\n#\n# This source code is licensed under the license found in the\n# ` +
            `LICENSE file in the root.`,
        ),
      },
      problems: [
        'modeling_harbor.py:1:3 warning Copyright of "Quayside Systems" in a code file is named in neither ' +
          'card nor NOTICE',
      ],
    },
    {
      name: 'words of a license text name nobody',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        LICENSE: spdxText('Apache-2.0'),
        'modeling_harbor.py': code('# Copyright 2025 Source Entity'),
      },
      problems: [
        'modeling_harbor.py:1:3 warning Copyright of "Source Entity" in a code file is named in neither ' +
          'card nor NOTICE',
      ],
    },
    ...[
      'Quayside, Inc. and its affiliates.',
      'Quayside, Inc. or its affiliates. All rights reserved.',
      'Quayside, Inc. and affiliates.',
      'Quayside, Inc. and all contributors',
      'Quayside, Inc. et al.',
      'Quayside, Inc. 및 그 계열사',
      'Quayside, Inc. 及其关联公司',
      'Quayside, Inc. およびその関連会社',
    ].map((holder) => ({
      name: `whom a holder takes along has no name: ${holder}`,
      repo: 'acme-lab/harbor',
      files: { 'README.md': card(front), 'modeling_harbor.py': code(`# Copyright (c) 2025 ${holder}`) },
      problems: [
        'modeling_harbor.py:1:3 warning Copyright of "Quayside, Inc." in a code file is named in neither ' +
          'card nor NOTICE',
      ] as const,
    })),
    ...(
      [
        ['Haotian Liu', 'Xin Liu tested it.'],
        ['Haotian Liu', 'Mr. Haotian wrote the card.\n\nMs. Liu read it.'],
        ['Alibaba Cloud', 'Use our cloud API.'],
        ['Google AI', '[Paper](https://scholar.google.com/x)'],
        ['Google AI', 'Found on Google Scholar.'],
        ['Google AI', '| model | MMLU |\n|---|---|\n| Google Gemma | 60 |'],
        ['Google AI', '```\npip install google-ai\n```'],
        ['Meta Platforms, Inc.', 'See the metadata.'],
        ['MosaicML Examples authors', 'See the examples.'],
        ['Alibaba Wan Team', 'Logged with wandb by Wang.'],
        ['DeepSeek-AI', '<table><tr><td>DeepSeek-AI</td></tr></table>'],
        ['HuggingFace Inc. team', 'Get it on Hugging Face.'],
        ['HuggingFace Inc. team', 'https://huggingface.co/acme-lab/harbor'],
      ] as const
    ).map(([holder, text]) => ({
      name: `everyday words, tables, code and addresses credit no holder: ${holder} in "${text}"`,
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front, `# Harbor\n\n${text}\n`),
        'modeling_harbor.py': code(`# Copyright 2025 ${holder}`),
      },
      problems: [
        `modeling_harbor.py:1:3 warning Copyright of "${holder}" in a code file is named in neither ` +
          'card nor NOTICE',
      ] as const,
    })),
    ...(
      [
        ['Ada Berg & Carl Dahl', ['Ada Berg', 'Carl Dahl']],
        ['Ada Berg & Carl Dahl (modified from BigVL)', ['Ada Berg', 'Carl Dahl']],
        ['Ada Berg and Carl Dahl [both at Quayside]', ['Ada Berg', 'Carl Dahl']],
        ['Ada Berg (dual license)', ['Ada Berg']],
        ['Quay & Pier', ['Quay & Pier']],
        ['AT&T Labs', ['AT&T Labs']],
      ] as const
    ).map(([line, names]) => ({
      name: `holders of one line: ${line}`,
      repo: 'acme-lab/harbor',
      files: { 'README.md': card(front), 'modeling_harbor.py': code(`# Copyright 2025 ${line}`) },
      problems: names.map(
        (name) =>
          `modeling_harbor.py:1:3 warning Copyright of "${name}" in ` +
          (line.includes('BigVL') ? 'code adapted from "BigVL" is in' : 'a code file is named in') +
          ' neither card nor NOTICE',
      ) as [string, ...string[]],
    })),
    {
      name: 'a third party in three files, a license in one of them',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(`${front}`),
        LICENSE: spdxText('Apache-2.0'),
        'modeling_a.py': code(`${foreign}\n# SPDX-License-Identifier: Apache-2.0`),
        'modeling_b.py': code(foreign),
        'modeling_c.py': code(foreign),
        'modeling_d.py': code(own),
      },
      problems: [
        'modeling_a.py:1:3 warning Copyright of "Quayside Systems" in 3 code files is named in neither ' +
          'card nor NOTICE',
      ],
    },
    {
      name: 'a third party in two files, the license in both',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(`${front}`),
        LICENSE: spdxText('Apache-2.0'),
        'modeling_a.py': code(`${foreign}\n# SPDX-License-Identifier: Apache-2.0`),
        'modeling_b.py': code(`${foreign}\n# SPDX-License-Identifier: Apache-2.0`),
        'modeling_d.py': code(own),
      },
      problems: [
        'modeling_a.py:1:3 info Copyright of "Quayside Systems" in 2 code files is named in neither card ' +
          'nor NOTICE',
      ],
    },
    {
      name: "names of classes are no word on what a third party's file was taken from",
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(foreign, 'class Glm4MoeMLP:\n    pass\n'),
      },
      problems: [
        'modeling_harbor.py:1:3 warning Copyright of "Quayside Systems" in a code file is named in neither ' +
          'card nor NOTICE',
      ],
    },
    {
      name: "what a third party's file was taken from is credited, the party is not",
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        NOTICE: 'Parts from https://github.com/dock/pier\n',
        'modeling_harbor.py': code(`${foreign}\n# Adapted from https://github.com/dock/pier`),
      },
      problems: [
        'modeling_harbor.py:1:3 warning Copyright of "Quayside Systems" in a code file is named in neither ' +
          'card nor NOTICE',
      ],
    },
    {
      name: 'five origins in one file: three are asked about',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(
          own,
          ['llama', 'gptj', 'bloom', 'falcon', 'opt']
            .map((one) => `# Copied from transformers.models.${one}.modeling_${one}.X\n`)
            .join(''),
        ),
      },
      problems: ['llama', 'gptj', 'bloom'].map(
        (one, nth) =>
          `modeling_harbor.py:${nth + 3}:3 warning "modeling_harbor.py" says it is copied from ` +
          `"${one}"; its header names only "Acme Lab"`,
      ) as [string, ...string[]],
    },
    {
      name: 'the SPDX tag of a holder',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code('# SPDX-FileCopyrightText: 2025 Quayside Systems <hi@quayside.example>'),
      },
      problems: [
        'modeling_harbor.py:1:3 warning Copyright of "Quayside Systems" in a code file is named in ' +
          'neither card nor NOTICE',
      ],
    },
    {
      name: 'a word that every repository has is no name of a source',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front, '# A model in this repository\n'),
        'modeling_harbor.py': code(`${own}\n# Adapted from https://github.com/quayside/repo/blob/main/x.py`),
      },
      problems: [
        'modeling_harbor.py:2:3 warning "modeling_harbor.py" says it is adapted from "quayside/repo"; ' +
          'its header names only "Acme Lab"',
      ],
    },
    {
      name: 'a license that binds, in a header alone',
      files: {
        'README.md': card(front),
        LICENSE: spdxText('Apache-2.0'),
        'modeling_harbor.py': code(`${own}\n# SPDX-License-Identifier: GPL-3.0-only`),
        'helpers.py': code(`${own}\n# SPDX-License-Identifier: GPL-3.0-only`),
      },
      problems: [
        'helpers.py:2:3 warning License "gpl-3.0-only" in the header of 2 code files is named by no ' +
          'license file, NOTICE or card',
      ],
    },
    {
      name: 'a license that asks for little, in a header alone',
      repo: 'acme-lab/harbor',
      files: {
        'README.md': card(front),
        'modeling_harbor.py': code(`${own}\n# SPDX-License-Identifier: BSD-3-Clause`),
      },
      problems: [
        'modeling_harbor.py:2:3 info License "bsd-3-clause" in the header of "modeling_harbor.py" is ' +
          'named by no license file, NOTICE or card',
      ],
    },
  ],
});
