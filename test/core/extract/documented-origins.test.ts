import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/core/extract/extract.ts';
import { card } from '../../support/card.ts';
import { knowing, text } from '../../support/evidence.ts';

const front = 'license: apache-2.0\npipeline_tag: text-to-image';
const recorded = (model: string, more: object = {}) => ({
  _class_name: 'AutoencoderKL',
  _name_or_path: model,
  ...more,
});

/** The models that parts come from, as `part model file`, of a card and configs by their paths. */
async function partsOf(body: string, configs: Readonly<Record<string, object>>): Promise<string[]> {
  const sources = [
    text('README.md', card(front, `# A painter\n\n${body}\n`)),
    ...Object.entries(configs).map(([file, content]) => text(file, content)),
  ];
  const claims = await extract(sources, knowing({ self: 'acme/painter' }));
  expect(claims.filter(({ kind }) => kind === 'part-origin')).toEqual([]);
  return claims.flatMap((claim) =>
    claim.kind === 'upstream' && claim.relation === 'component' && claim.part !== 'tower'
      ? [`${claim.part ?? ''} ${claim.model} ${claim.place.file}`]
      : [],
  );
}

describe('a table of parts', () => {
  const table = (rows: string) => `| Component | Source | License |\n|---|---|---|\n${rows}`;
  it.each([
    '| VAE | free/klein-4B | mit |',
    '| VAE (frozen) | [Klein](https://huggingface.co/free/klein-4B) | mit |',
  ])('%s', async (row) => {
    const parts = await partsOf(table(row), vae);
    expect(parts).toContain('vae free/klein-4B README.md');
    expect(parts.join()).not.toContain('limited-1');
  });

  it('tells towers of a language model as its config names them', async () => {
    const rows = '| Vision encoder | free/eye-2 | mit |\n| Language model | free/words-1B | mit |';
    const parts = await partsOf(table(rows), {
      'config.json': { mm_vision_tower: 'other/eye-8', text_config: recorded('other/words-9') },
    });
    expect(parts.join()).not.toContain('other/');
  });

  it('says nothing of parts that it has no row for', async () => {
    expect(await partsOf(table('| Text encoder | free/words-1B | mit |'), vae)).toContain(fromConfig[0]);
  });
});

const vae = { 'vae/config.json': recorded('other/limited-1-dev') };
const fromCard = ['vae free/klein-4B README.md'];
const fromConfig = ['vae other/limited-1-dev vae/config.json'];

describe('a card that says what a part was taken from', () => {
  it.each([
    'The VAE is byte-identical to `free/klein-4B`.',
    'The VAE is identical to that of [Klein](https://huggingface.co/free/klein-4B).',
    'The VAE weights are bit-for-bit identical with free/klein-4B.',
    'The frozen autoencoder was taken unchanged from free/klein-4B.',
    '- **VAE**: [free/klein-4B](https://huggingface.co/free/klein-4B)',
    '- VAE: copied from `free/klein-4B`',
    '`vae/` is an unmodified copy of `free/klein-4B`.',
    '**`vae/` (the autoencoder)** — Copyright Free Labs. This is an\n**unmodified, byte-identical ' +
      'redistribution** of\n[`free/klein-4B`](https://huggingface.co/free/klein-4B) `vae/model.safetensors`.',
    'The VAE in this folder is\nbyte-identical to\nfree/klein-4B, a small model.',
    'We ship the same VAE as free/klein-4B.',
    'The VAE is byte-identical to free/klein-4B, and other/limited-1 holds another one.',
    'VAE는 free/klein-4B와 바이트 단위로 동일합니다.',
    'VAE는 free/klein-4B에서 그대로 가져왔습니다.',
    'VAE 与 free/klein-4B 完全相同。',
    'VAE 来自 free/klein-4B。',
    'VAEはfree/klein-4Bとバイト単位で同一です。',
    'VAEはfree/klein-4Bから取得しました。',
  ])('%s', async (body) => {
    expect(await partsOf(body, vae)).toEqual(fromCard);
  });

  it.each([
    'The VAE is not identical to free/klein-4B.',
    'The VAE has the same architecture as free/klein-4B.',
    'The VAE is compatible with latents from free/klein-4B.',
    'Unlike the VAE from free/klein-4B, ours is large.',
    'The text encoder is a copy of free/klein-4B.',
    'The transformer is new. It is a copy of nothing; see free/klein-4B.',
    'VAE는 free/klein-4B와 동일하지 않습니다.',
    'VAE 与 free/klein-4B 不同。',
    'VAEはfree/klein-4Bと同一ではありません。',
    'The VAE is a copy of other/limited-1-dev, byte-identical to free/klein-4B.',
  ])('is not heard where it does not say so, or agrees: %s', async (body) => {
    expect(await partsOf(body, vae)).toEqual(fromConfig);
  });

  it('stays unheard where no config records a part', async () => {
    expect(await partsOf('The VAE is byte-identical to `free/klein-4B`.', {})).toEqual([]);
  });

  it('tells apart the parts of a pipeline', async () => {
    expect(
      await partsOf(
        'Parts:\n\n- VAE: free/klein-4B\n- text encoder: copied from free/letters-1\n' +
          '- vision tower: taken from free/eye-2\n',
        {
          ...vae,
          'text_encoder/config.json': recorded('other/letters-9'),
          'text_encoder_2/config.json': recorded('other/letters-8'),
          'config.json': { vision_config: recorded('other/eye-9'), mm_vision_tower: 'other/eye-8' },
        },
      ),
    ).toEqual([
      'vae free/klein-4B README.md',
      'text_encoder free/letters-1 README.md',
      'text_encoder_2 other/letters-8 text_encoder_2/config.json',
      'vision_config free/eye-2 README.md',
      'mm_vision_tower free/eye-2 README.md',
    ]);
  });
});

describe("a component's config that says where the component was taken from", () => {
  it.each([
    ['origin', 'free/klein-4B'],
    ['_source_model', 'free/klein-4B'],
    ['original_repo', 'https://huggingface.co/free/klein-4B'],
    ['copied_from', 'https://huggingface.co/free/klein-4B/tree/main/vae'],
  ])('%s: %s', async (key, value) => {
    const vaes = { 'vae/config.json': recorded('other/limited-1-dev', { [key]: value }) };
    expect(await partsOf('Paints.', vaes)).toEqual(['vae free/klein-4B vae/config.json']);
  });

  it.each([
    ['origin', 'upper-left'],
    ['origin', '/data/klein-4B'],
    ['source_model', 'checkpoints/step-100'],
    ['origin', 'https://huggingface.co/datasets/free/pictures'],
  ])('tells nothing where it names no model: %s: %s', async (key, value) => {
    const vaes = { 'vae/config.json': recorded('other/limited-1-dev', { [key]: value }) };
    expect(await partsOf('Paints.', vaes)).toEqual(fromConfig);
  });

  it('counts in a nested section, and not in one that records no model', async () => {
    const nested = {
      vision_config: recorded('other/eye-9', { origin: 'free/eye-2' }),
      grid: { origin: 'a/b-1' },
    };
    expect(await partsOf('Sees.', { 'config.json': nested })).toEqual([
      'vision_config free/eye-2 config.json',
    ]);
  });
});
