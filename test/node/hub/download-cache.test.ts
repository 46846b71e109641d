import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import { hubCache } from '../../../src/node/hub/download-cache.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const SHA = '0f3c2a1b4d5e6f708192a3b4c5d6e7f801234567';
const catalogue = shippedCatalogue();

function cacheOf(card: string, ref = SHA) {
  const folder = tempFolder({
    'hub/models--acme--tiny/refs/main': ref,
    [`hub/models--acme--tiny/snapshots/${SHA}/README.md`]: card,
  });
  utimesSync(
    join(folder, 'hub/models--acme--tiny/refs/main'),
    new Date('2026-03-04'),
    new Date('2026-03-04'),
  );
  return hubCache({ HF_HOME: folder }, catalogue);
}

test('the card of the commit that `main` was tells license and bases, as of the day it came', async () => {
  const found = await cacheOf(
    '---\nlicense: gemma\nbase_model: google/gemma-2-2b\nbase_model_relation: quantized\n---\n# Tiny\n',
  ).find('acme/tiny');
  expect(found).toMatchObject({
    is: 'found',
    raw: 'gemma',
    license: { is: 'known' },
    from: 'Hub cache',
    asOf: '2026-03-04',
    revision: SHA,
    bases: [{ model: 'google/gemma-2-2b', relation: 'quantized' }],
  });
});

test.each([
  ['a card without front matter declares nothing', '# Tiny\n', { is: 'found', raw: 'none' }],
  [
    'a list',
    '---\nlicense:\n- mit\n- llama2\n---\n',
    { is: 'found', raw: 'mit, llama2', confidence: 'likely' },
  ],
  ['broken YAML is not read as silence', '---\nlicense: [mit\n---\n', { is: 'failed', why: 'offline' }],
  ['a front matter that is no mapping', '---\n- mit\n---\n', { is: 'failed', why: 'offline' }],
  ['a front matter that was cut', '---\nlicense: mit\n', { is: 'failed', why: 'offline' }],
])('%s', async (_, card, expected) => {
  expect(await cacheOf(card).find('acme/tiny')).toMatchObject(expected);
});

test.each(['', '../../../etc', 'main', `${SHA}/../x`])('a ref "%s" is no commit', async (ref) => {
  expect(await cacheOf('---\nlicense: mit\n---\n', ref).find('acme/tiny')).toMatchObject({
    is: 'failed',
    why: 'offline',
  });
});

test('links lead into the blobs of the same model and nowhere else', async () => {
  const folder = tempFolder({
    'hub/models--acme--tiny/refs/main': SHA,
    'hub/models--acme--tiny/blobs/b1': '---\nlicense: mit\n---\n',
    'secret.md': '---\nlicense: apache-2.0\n---\n',
  });
  const snapshot = join(folder, 'hub/models--acme--tiny/snapshots', SHA);
  mkdirSync(snapshot, { recursive: true });
  symlinkSync('../../blobs/b1', join(snapshot, 'README.md'));
  expect(await hubCache({ HF_HOME: folder }, catalogue).find('acme/tiny')).toMatchObject({
    is: 'found',
    raw: 'mit',
  });

  const other = join(folder, 'hub/models--acme--sly');
  mkdirSync(join(other, 'snapshots', SHA), { recursive: true });
  mkdirSync(join(other, 'refs'));
  writeFileSync(join(other, 'refs/main'), SHA);
  symlinkSync(join(folder, 'secret.md'), join(other, 'snapshots', SHA, 'README.md'));
  expect(await hubCache({ HF_HOME: folder }, catalogue).find('acme/sly')).toMatchObject({ is: 'failed' });
});

test.each(['acme/unheard', '../acme', 'a/b/c', ''])('"%s" is not known', async (model) => {
  expect(await cacheOf('---\nlicense: mit\n---\n').find(model)).toMatchObject({ is: 'failed' });
});
