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
