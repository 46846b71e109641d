import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import type { Resolution } from '../../../src/core/model/lineage.ts';
import { hubClient } from '../../../src/node/hub/client.ts';
import { hub } from '../../../src/core/hub/hub-upstreams.ts';
import {
  closedPort,
  GOOD_TOKEN,
  hubServer,
  SHA,
  type HubServer,
  type ServedModel,
} from '../../support/hub-server.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const catalogue = shippedCatalogue();
const now = () => new Date('2026-11-24T10:00:00Z');

function ask(
  server: Pick<HubServer, 'url'>,
  options: { token?: string; texts?: boolean; folder?: string } = {},
) {
  const folder = options.folder ?? tempFolder();
  const env = {
    HF_ENDPOINT: server.url,
    HOME: folder,
    LICET_CACHE: folder,
    ...(options.token === undefined ? {} : { HF_TOKEN: options.token }),
  };
  return hub({
    client: hubClient({ env, now, budget: 3000, timeout: 500, pause: 5 }),
    catalogue,
    ...(options.texts ? { texts: () => true } : {}),
  });
}

async function one(
  model: ServedModel,
  id = 'acme/tiny',
  options: { token?: string; texts?: boolean } = {},
): Promise<Resolution> {
  return ask(await hubServer({ [id]: model }), options).find(id);
}

const licenseId = (found: Resolution) =>
  found.is === 'found' && found.license.is === 'known' ? found.license.license.id : undefined;

describe('the record of a model', () => {
  test('tells license, base, commit, day and source', async () => {
    const server = await hubServer({
      'acme/tiny': {
        cardData: { license: 'llama3.1', base_model: ['meta-llama/Llama-3.1-8B'] },
        tags: [
          'license:llama3.1',
          'base_model:meta-llama/Llama-3.1-8B',
          'base_model:finetune:meta-llama/Llama-3.1-8B',
        ],
      },
    });
    const found = await ask(server).find('acme/tiny');
    expect(found).toEqual({
      is: 'found',
      license: expect.objectContaining({ is: 'known' }) as unknown,
      raw: 'llama3.1',
      confidence: 'certain',
      bases: [{ model: 'meta-llama/Llama-3.1-8B', relation: 'unsaid' }],
      from: `Hub (${new URL(server.url).host})`,
      asOf: '2026-11-24',
      revision: SHA,
      declared: { license: 'llama3.1' },
    });
    expect(licenseId(found)).toBe('llama3.1');
    expect(server.seen.map(({ path }) => path)).toEqual([
      '/api/models/acme/tiny?expand=cardData&expand=tags&expand=gated&expand=sha',
    ]);
  });

  test('without a license it is found all the same, bases included', async () => {
    expect(await one({ cardData: { base_model: 'mistralai/Mistral-7B-v0.1' } })).toMatchObject({
      is: 'found',
      license: { is: 'unknown', raw: 'none' },
      raw: 'none',
      bases: [{ model: 'mistralai/Mistral-7B-v0.1' }],
    });
  });

  test('without a card the tags speak', async () => {
    expect(licenseId(await one({ tags: ['license:apache-2.0'] }))).toBe('apache-2.0');
  });

  test('with neither card nor tags it is silent, which is not "no license"', async () => {
    const server = await hubServer();
    server.play('/api/models', [{ status: 200, body: '{"id":"acme/tiny"}' }]);
    expect(await ask(server).find('acme/tiny')).toMatchObject({ is: 'failed', why: 'no-license' });
  });

  test('behind `other` stands the name, or the link', async () => {
    const named = await one({ cardData: { license: 'other', license_name: 'apache-2.0' } });
    expect([licenseId(named), named.is === 'found' && named.raw]).toEqual(['apache-2.0', 'apache-2.0']);
    const linked = await one({
      cardData: { license: 'other', license_link: 'https://www.apache.org/licenses/LICENSE-2.0' },
    });
    expect(licenseId(linked)).toBe('apache-2.0');
  });

  test('a list has no operator: all of it, and never certain', async () => {
    expect(await one({ cardData: { license: ['llama2', 'mit'] } })).toMatchObject({
      raw: 'llama2, mit',
      confidence: 'likely',
      license: { is: 'expression', op: 'and' },
    });
    expect(await one({ cardData: { license: ['mit'] } })).toMatchObject({
      raw: 'mit',
      confidence: 'certain',
    });
  });

  test.each<[string, ServedModel, readonly { model: string; relation: string }[]]>([
    [
      'a relation that the card declares',
      {
        cardData: { base_model: 'a/b', base_model_relation: 'quantized' },
        tags: ['base_model:a/b', 'base_model:quantized:a/b'],
      },
      [{ model: 'a/b', relation: 'quantized' }],
    ],
    [
      'a relation that the Hub saw in the files',
      { cardData: { base_model: 'a/b' }, tags: ['base_model:a/b', 'base_model:adapter:a/b'] },
      [{ model: 'a/b', relation: 'adapter' }],
    ],
    [
      '`finetune` from the Hub alone says nothing',
      { cardData: { base_model: 'a/b' }, tags: ['base_model:a/b', 'base_model:finetune:a/b'] },
      [{ model: 'a/b', relation: 'unsaid' }],
    ],
    [
      'an old id in the card is the new one in the tags',
      { cardData: { base_model: 'gpt2' }, tags: ['base_model:openai-community/gpt2'] },
      [{ model: 'openai-community/gpt2', relation: 'unsaid' }],
    ],
    [
      'what the Hub could not resolve stays as the card has it',
      { cardData: { base_model: ['a/b', 'a/gone'] }, tags: ['base_model:merge:a/b'] },
      [
        { model: 'a/b', relation: 'merge' },
        { model: 'a/gone', relation: 'unsaid' },
      ],
    ],
    [
      'paths and words are no bases',
      {
        cardData: { base_model: ['/data/x', 'llama', 'https://huggingface.co/a/b'] },
        tags: ['base_model:adapter:/cache/models/x'],
      },
      [{ model: 'a/b', relation: 'unsaid' }],
    ],
    [
      'numbers, lists in lists and nothing are no bases',
      { cardData: { base_model: [1, null, ['a/b'], {}] } },
      [],
    ],
  ])('%s', async (_, model, bases) => {
    expect(await one(model)).toMatchObject({ is: 'found', bases });
  });

  test('a gated one is readable; the hash of its text is not', async () => {
    const model: ServedModel = {
      gated: 'manual',
      cardData: { license: 'gemma' },
      files: { LICENSE: 'terms' },
    };
    const found = await one(model, 'acme/tiny', { texts: true });
    expect(licenseId(found)).toBe('gemma');
    expect(found).not.toHaveProperty('textHash');
    expect(await one(model, 'acme/tiny', { texts: true, token: GOOD_TOKEN })).toHaveProperty('textHash');
  });

  test('the hash of a license text does not mind line ends', async () => {
    const hashes = await Promise.all(
      ['Some terms.\nMore.\n', '\ufeffSome terms.  \r\nMore.'].map(async (text) => {
        const found = await one(
          { cardData: { license: 'mit' }, files: { 'LICENSE.md': text, 'license.py': 'x', 'README.md': '' } },
          'acme/tiny',
          { texts: true },
        );
        return found.is === 'found' ? found.textHash : undefined;
      }),
    );
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
  });

  test('a renamed one answers under its id of today', async () => {
    const server = await hubServer({
      'acme/old': { movedTo: 'acme-ai/new' },
      'acme-ai/new': { cardData: { license: 'mit' } },
    });
    expect(await ask(server).find('acme/old')).toMatchObject({
      is: 'found',
      canonical: 'acme-ai/new',
      raw: 'mit',
    });
  });
});

describe('failures are values', () => {
  test.each<[string, ServedModel, string | undefined, string]>([
    ['acme/absent', {}, undefined, 'private-or-missing'],
    ['acme/absent', {}, GOOD_TOKEN, 'private-or-missing'],
    ['acme/tiny', { private: true }, undefined, 'private-or-missing'],
    ['acme/tiny', { disabled: true }, undefined, 'disabled'],
    ['acme/tiny', {}, 'hf_bad', 'bad-token'],
    ['../../etc', {}, undefined, 'not-a-hub-id'],
    ['a/b/c', {}, undefined, 'not-a-hub-id'],
    ['a/b?x=1', {}, undefined, 'not-a-hub-id'],
  ])('%s %j with token %s: %s', async (id, model, token, why) => {
    const server = await hubServer({ 'acme/tiny': model });
    expect(await ask(server, token === undefined ? {} : { token }).find(id)).toMatchObject({
      is: 'failed',
      why,
      detail: expect.any(String) as string,
    });
  });

  test.each(['[]', '"x"', '{"error":"x"}', 'null', '{"id":7}'])('%s is no record', async (body) => {
    const server = await hubServer();
    server.play('/api', [{ status: 200, body }]);
    expect(await ask(server).find('acme/tiny')).toMatchObject({ is: 'failed', why: 'unreachable' });
  });

  test('with nobody at the address it says so, at once', async () => {
    expect(await ask({ url: await closedPort() }).find('acme/tiny')).toMatchObject({
      is: 'failed',
      why: 'unreachable',
      detail: expect.stringMatching(/ECONNREFUSED/) as string,
    });
  });
});

test('a second run asks nothing that it knows: no request at all', async () => {
  const server = await hubServer({
    'acme/a': { cardData: { license: 'mit' } },
    'acme/b': { cardData: { license: 'mit' } },
  });
  const folder = tempFolder();
  for (const id of ['acme/a', 'acme/b']) await ask(server, { folder }).find(id);
  expect(server.seen).toHaveLength(2);
  for (const id of ['acme/a', 'acme/b'])
    expect(await ask(server, { folder }).find(id)).toMatchObject({ is: 'found', raw: 'mit' });
  expect(server.seen).toHaveLength(2);
});
