/**
 * Three repositories like those of public disputes, in code of our own: what is said of each while its header
 * is kept, replaced, deleted, and its classes renamed.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import sharedCode from '../../rules/shared-code.ts';
import uncreditedCode from '../../rules/uncredited-code.ts';
import uncreditedComponent from '../../rules/uncredited-component.ts';
import { lines, ruleReport } from '../../src/rule-tester/rule-tester.ts';
import { card } from '../support/card.ts';

const harbor = readFileSync(new URL('../fixtures/code/modeling_harbor.py', import.meta.url), 'utf8');
const body = harbor.slice(harbor.indexOf('import torch'));
const readme = card('license: apache-2.0', '# Acme Open 100B\n\nTrained from scratch.\n');
const replaced = '# Copyright 2026 Acme Corp. All rights reserved.\n\n';

async function said(files: Record<string, string>): Promise<string[]> {
  const all = { 'README.md': readme, ...files };
  const found: string[] = [];
  for (const rule of [uncreditedCode, uncreditedComponent, sharedCode]) {
    const report = await ruleReport(
      { name: 'fixture', repo: 'acme/acme-open-100b', files: all },
      rule,
      rules,
    );
    found.push(...lines(report).map((line) => `${rule.name}: ${line}`));
  }
  return found;
}

describe('like the language model with the code of another family', () => {
  const theirs = body.replaceAll('HarborCrane', 'Glm4MoeAttention').replaceAll('Harbor', 'Glm4Moe');
  const shared = (line: number, to: number) =>
    `shared-code: modeling_acme_open.py:${line}:1 info "modeling_acme_open.py" shares 229 ` +
    `of 238 fingerprints ` +
    `with licet-example (harbor), most in lines ${line}–${to}`;

  test('the header of the source is kept', async () =>
    expect(await said({ 'modeling_acme_open.py': harbor })).toEqual([
      'uncredited-code: modeling_acme_open.py:1:3 info Copyright of "licet authors" in a ' +
        'code file is named in ' +
        'neither card nor NOTICE',
      'uncredited-code: modeling_acme_open.py:1:3 info Text of license "apache-2.0" of ' +
        '"modeling_acme_open.py" ' +
        'is not in the repository',
    ]));

  test('header replaced, class names kept', async () =>
    expect((await said({ 'modeling_acme_open.py': replaced + theirs }))[0]).toBe(
      'uncredited-code: modeling_acme_open.py:19:1 warning "modeling_acme_open.py" bears ' +
        'names of "glm4_moe"; ' +
        'its header names only "Acme Corp."',
    ));

  test('header deleted, class names kept', async () =>
    expect((await said({ 'modeling_acme_open.py': theirs }))[0]).toBe(
      'uncredited-code: modeling_acme_open.py:17:1 warning "modeling_acme_open.py" bears ' +
        'names of "glm4_moe" ' +
        'and no copyright line',
    ));

  test('header replaced, classes renamed', async () =>
    expect(await said({ 'modeling_acme_open.py': replaced + body.replaceAll('Harbor', 'AcmeOpen') })).toEqual(
      [shared(7, 89)],
    ));

  test('header deleted, classes renamed', async () =>
    expect(await said({ 'modeling_acme_open.py': body.replaceAll('Harbor', 'AcmeOpen') })).toEqual([
      shared(5, 87),
    ]));
});

describe("like the model of text, sound and sight with another's encoders", () => {
  const code =
    'from transformers.models.qwen2_5_vl.modeling_qwen2_5_vl import (\n' +
    '    Qwen2_5_VisionTransformerPretrainedModel,\n)\nfrom transformers import Qwen2AudioEncoder\n\n' +
    'class AcmeOmniModel:\n    pass\n';
  const component = (line: number, column: number, part: string, model: string) =>
    `uncredited-component: modeling_acme_omni.py:${line}:${column} warning Component ` +
    `"${part}" is of a class ` +
    `of "${model}", which neither card nor NOTICE credits`;
  const both = (from: number) => [
    component(from + 1, 5, 'vision encoder', 'Qwen2.5-VL'),
    component(from + 3, 26, 'audio encoder', 'Qwen2-Audio'),
  ];

  test('header replaced', async () =>
    expect(await said({ 'modeling_acme_omni.py': replaced + code })).toEqual(both(3)));
  test('header deleted', async () => expect(await said({ 'modeling_acme_omni.py': code })).toEqual(both(1)));
  test('its own classes renamed', async () =>
    expect(await said({ 'modeling_acme_omni.py': code.replace('AcmeOmniModel', 'Harmony') })).toEqual(
      both(1),
    ));
  test('the card credits both by their usual names', async () =>
    expect(
      await said({
        'README.md': card('license: apache-2.0', '# Omni\n\nSees with Qwen2.5 VL; hears with Qwen2 Audio.\n'),
        'modeling_acme_omni.py': code,
      }),
    ).toEqual([]));
});

describe('like the model with a plugin for a serving engine', () => {
  const header = '# SPDX-License-Identifier: Apache-2.0\n# Copyright 2023 The vLLM team.\n';
  const cue = '# Adapted from vllm/model_executor/models/deepseek_v2.py\n';
  const code = 'class AcmeMoE:\n    pass\n';
  const at = 'vllm_plugin/acme/model.py';

  test('the header of the source is kept', async () =>
    expect(await said({ [at]: header + cue + code })).toEqual([
      `uncredited-code: ${at}:1:3 info Text of license "apache-2.0" of "model.py" is not in the repository`,
      `uncredited-code: ${at}:2:3 info Copyright of "vLLM team" in code adapted from "vllm" is in neither ` +
        'card nor NOTICE',
    ]));
  test('header replaced', async () =>
    expect(await said({ [at]: replaced + cue + code })).toEqual([
      `uncredited-code: ${at}:3:3 warning "model.py" says it is adapted from "vllm"; its header names only ` +
        '"Acme Corp."',
    ]));
  test('header deleted', async () =>
    expect(await said({ [at]: cue + code })).toEqual([
      `uncredited-code: ${at}:1:3 warning "model.py" says it is adapted from "vllm" and ` +
        `bears no copyright line`,
    ]));
  test('header and remark deleted, classes renamed', async () =>
    expect(await said({ [at]: body.replaceAll('Harbor', 'Acme') })).toEqual([
      `shared-code: ${at}:5:1 info "model.py" shares 229 of 238 fingerprints with ` +
        `licet-example (harbor), most ` +
        'in lines 5–87',
    ]));
});
