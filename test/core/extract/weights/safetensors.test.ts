import { expect, test } from 'vitest';
import { safetensorsClaims } from '../../../../src/core/extract/weights/safetensors.ts';
import { header, knowing } from '../../../support/evidence.ts';

const claims = (entries: Readonly<Record<string, string>>) =>
  safetensorsClaims(header('safetensors', entries), knowing());

test('ModelSpec names a license', () => {
  expect(claims({ 'modelspec.license': 'MIT' })).toMatchObject([
    {
      kind: 'license',
      raw: 'MIT',
      confidence: 'likely',
      via: 'safetensors',
      place: { key: 'modelspec.license' },
    },
  ]);
});

test('a trained network is an adapter', () => {
  expect(claims({ ss_network_module: 'networks.lora' })).toMatchObject([
    { kind: 'form', relation: 'adapter', tool: 'kohya-ss' },
  ]);
  expect(claims({ 'modelspec.architecture': 'flux-1-dev/lora' })).toMatchObject([
    { kind: 'form', relation: 'adapter' },
  ]);
});

test('the named checkpoint outweighs the shape', () => {
  expect(
    claims({ ss_base_model_version: 'sdxl_base_v1-0', ss_sd_model_name: 'ponyDiffusion_v6.safetensors' }),
  ).toMatchObject([{ model: 'ponyDiffusion_v6', hub: false, confidence: 'possible' }]);
});

test.each(['model.safetensors', 'checkpoint-12.ckpt', '12345.safetensors'])(
  '%s is a name for anything',
  (name) => {
    expect(claims({ ss_sd_model_name: name })).toEqual([]);
  },
);
