import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { streamed } from '../../support/streams.ts';
import { tempFolder } from '../../support/temp-folder.ts';

type ColumnData = Parameters<typeof parquetWriteBuffer>[0]['columnData'];

/** Each row of a Parquet file as a line, through a library that knows nothing of licet, then a batch. */
async function answersTo(columnData: ColumnData) {
  const cwd = tempFolder();
  const path = join(cwd, 'table.parquet');
  writeFileSync(path, new Uint8Array(parquetWriteBuffer({ columnData })));
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
  const text = rows.map((row) => `${JSON.stringify(row, plain)}\n`).join('');
  const select = ['batch', '--select', 'id,license,upstreams,counts'];
  const { stdout, code, stderr } = await streamed(select, text, { cwd });
  expect([code, stderr]).toEqual([0, '']);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

const DAY = new Date('2026-11-02T00:00:00Z');
const TUNED =
  '---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n---\n# Tiny\n';

/** `librarian-bots/model_cards_with_metadata`. */
test('a table of model cards is read by the names that its columns have', async () => {
  expect(
    await answersTo([
      { name: 'modelId', data: ['acme/Tiny', 'acme/Small'], type: 'STRING' },
      { name: 'author', data: ['acme', 'acme'], type: 'STRING' },
      { name: 'last_modified', data: [DAY, DAY], type: 'TIMESTAMP' },
      { name: 'downloads', data: [12n, 7n], type: 'INT64' },
      { name: 'likes', data: [1n, 0n], type: 'INT64' },
      { name: 'library_name', data: ['transformers', null], type: 'STRING' },
      { name: 'tags', data: [['text-generation'], []], type: 'JSON' },
      { name: 'pipeline_tag', data: ['text-generation', null], type: 'STRING' },
      { name: 'createdAt', data: [DAY, DAY], type: 'TIMESTAMP' },
      { name: 'card', data: [TUNED, '---\nlicense: apache-2.0\n---\n# Small\n'], type: 'STRING' },
    ]),
  ).toMatchObject([
    {
      id: 'acme/Tiny',
      ok: true,
      license: { declared: 'mit', spdx: 'MIT' },
      upstreams: [{ model: 'meta-llama/Llama-3.1-8B', license: 'llama3.1' }],
      counts: { error: 2 },
    },
    { id: 'acme/Small', ok: true, license: { spdx: 'Apache-2.0' }, counts: { error: 0 } },
  ]);
});

/** `cfahlgren1/hub-stats` and its weekly copies: front matter as JSON, bases as the Hub reads them. */
test('a table of the Hub’s records is read by the names that its columns have', async () => {
  expect(
    await answersTo([
      { name: '_id', data: ['64a', '64b'], type: 'STRING' },
      { name: 'id', data: ['acme/Tiny', 'acme/Small'], type: 'STRING' },
      { name: 'author', data: ['acme', 'acme'], type: 'STRING' },
      { name: 'lastModified', data: [DAY, DAY], type: 'TIMESTAMP' },
      { name: 'downloadsAllTime', data: [120n, 70n], type: 'INT64' },
      { name: 'trendingScore', data: [0.5, 0], type: 'DOUBLE' },
      {
        name: 'cardData',
        data: [
          '{"license":"mit","base_model":"meta-llama/Llama-3.1-8B","base_model_relation":"finetune"}',
          '{"license":"apache-2.0"}',
        ],
        type: 'STRING',
      },
      { name: 'safetensors', data: [{ total: 8 }, null], type: 'JSON' },
      { name: 'config', data: [{ model_type: 'llama' }, null], type: 'JSON' },
      {
        name: 'baseModels',
        data: [null, { relation: 'finetune', models: [{ _id: '64c', id: 'Qwen/Qwen2.5-7B' }] }],
        type: 'JSON',
      },
      { name: 'siblings', data: [[{ rfilename: 'README.md' }], [{ rfilename: 'README.md' }]], type: 'JSON' },
    ]),
  ).toMatchObject([
    {
      id: 'acme/Tiny',
      license: { spdx: 'MIT' },
      upstreams: [{ model: 'meta-llama/Llama-3.1-8B' }],
      counts: { error: 2 },
    },
    { id: 'acme/Small', license: { spdx: 'Apache-2.0' }, upstreams: [{ model: 'Qwen/Qwen2.5-7B' }] },
  ]);
});
