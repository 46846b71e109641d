import rule from '../../rules/uncredited-code.ts';
import { card } from './card.ts';
import { testRule } from './test-rule.ts';

const front = 'license: apache-2.0';
const code = (header: string, body = 'class HarborAttention:\n    pass\n') => `${header}\n\n${body}`;
const own = '# Copyright 2026 Acme Lab. All rights reserved.';
const foreign = '# Copyright 2025 Quayside Systems. All rights reserved.';

testRule(rule, {
  valid: [
    { name: 'the publisher wrote it', repo: 'acme-lab/harbor', files: { 'README.md': card(front), 'modeling_harbor.py': code(own) } },
    { name: 'NOTICE credits the holder', repo: 'acme-lab/harbor', files: { 'README.md': card(front), NOTICE: 'Parts by Quayside Systems, Copyright 2025.\n', 'modeling_harbor.py': code(foreign) } },
    { name: 'the header names the source of what was copied', repo: 'acme-lab/harbor', files: { 'README.md': card(front), NOTICE: 'Quayside Systems\n', 'modeling_harbor.py': code(`${own}\n${foreign}\n# Adapted from transformers.models.glm4_moe.modeling_glm4_moe`) } },
    { name: 'the declared upstream is of the family whose names the code bears', repo: 'acme-lab/harbor', files: { 'README.md': card(`${front}\nbase_model: zai-org/GLM-4.5`), 'modeling_harbor.py': code(own, 'class Glm4MoeDecoderLayer:\n    pass\n') } },
    { name: 'nobody knows whose repository it is', files: { 'README.md': card(front), 'modeling_harbor.py': code(foreign) } },
    { name: 'only some files are at hand: a NOTICE may lie beside them', complete: false, repo: 'acme-lab/harbor', files: { 'README.md': card(front), 'modeling_harbor.py': code(foreign) } },
  ],
  invalid: [
    { name: 'classes of another family under the line of the publisher alone', repo: 'acme-lab/harbor', files: { 'README.md': card(front), 'modeling_harbor.py': code(own, 'class Glm4MoeDecoderLayer:\n    pass\n') }, problems: ['modeling_harbor.py:3:1 warn "modeling_harbor.py" bears names of "glm4_moe"; its header names only "Acme Lab"'] },
    { name: 'the file says that it was copied, the header names the publisher alone', repo: 'acme-lab/harbor', files: { 'README.md': card(front), 'modeling_harbor.py': code(own, '# Copied from transformers.models.glm4_moe.modeling_glm4_moe.Glm4MoeMLP\nclass HarborMLP:\n    pass\n') }, problems: ['modeling_harbor.py:3:3 warn "modeling_harbor.py" says it is copied from "glm4_moe"; its header names only "Acme Lab"'] },
    { name: 'a third party\'s line, and no license beside it', repo: 'acme-lab/harbor', files: { 'README.md': card(front), 'modeling_harbor.py': code(foreign) }, problems: ['modeling_harbor.py:1:3 warn Copyright of "Quayside Systems" in a code file is named in neither card nor NOTICE'] },
    { name: 'the license stands in the header: what it asks travels with the file', repo: 'acme-lab/harbor', files: { 'README.md': card(front), 'modeling_harbor.py': code(`${foreign}\n# SPDX-License-Identifier: Apache-2.0`) }, problems: ['modeling_harbor.py:1:3 info Copyright of "Quayside Systems" in a code file is named in neither card nor NOTICE'] },
  ],
});
