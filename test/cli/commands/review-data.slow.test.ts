import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { keepUpdate } from '../../../src/node/data/keep-update.ts';
import { shippedData } from '../../../src/node/data/shipped-data.ts';
import { UPDATED, type UpdatedTexts } from '../../../src/node/data/updated-files.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const CARD =
  '---\nlicense: llama3.1\nbase_model: meta-llama/Llama-3.1-8B-Instruct\nbase_model_relation: finetune\n' +
  'datasets:\n  - acme/pairs\n---\n# Llama acme\n\nBuilt with Llama\n';
const NAME = ['--name', 'acme/Llama-acme-8B'];
const SIGN = ['--role', 'legal', '--decision', 'agree', '--by', 'Kim', '--note', 'at release'];

/** The program itself, whose data are what a cache holds beside what is shipped. */
function program(cwd: string, cache: string, ...args: readonly string[]): string {
  const cli = fileURLToPath(new URL('../../../src/cli/bin.ts', import.meta.url));
  const words = ['--import', import.meta.resolve('tsx'), cli, ...args];
  const env = { PATH: process.env['PATH'], LICET_CACHE: cache };
  return spawnSync(process.execPath, words, { cwd, env, encoding: 'utf8' }).stdout;
}

test('newer data make it stale where they tell a work otherwise, and else not', () => {
  const [cwd, cache] = [tempFolder({ '.git/HEAD': '', 'README.md': CARD }), tempFolder()];
  expect(program(cwd, cache, 'review', ...NAME, ...SIGN)).toContain('legal');
  const before = program(cwd, cache, 'review', '--status', ...NAME);
  expect(before).toMatch(/^Reviewed/);
  const statusWith = (license: string) => {
    const texts = Object.fromEntries(UPDATED.map((file) => [file, shippedData.text(file)]));
    const rows = (texts['data/models.tsv'] ?? '').split('\n').map((row) => {
      const cells = row.split('\t');
      const isIt = cells[0] === 'meta-llama/Llama-3.1-8B-Instruct';
      return isIt ? cells.with(1, license).with(4, license).join('\t') : row;
    });
    const dates = JSON.stringify({ models: '2999-01-01', datasets: '2999-01-01' });
    const newer = { ...texts, 'data/models.tsv': rows.join('\n'), 'data/generated/dates.json': dates };
    expect(keepUpdate({ LICET_CACHE: cache }, [], '2999-01-01', newer as UpdatedTexts)).toBe(true);
    return program(cwd, cache, 'review', '--status', ...NAME);
  };
  expect(statusWith('llama3.1')).toBe(before);
  expect(statusWith('llama3.2')).toMatch(
    /^Stale: [^]*changed {2}work model:meta-llama\/[^\n]*: finetune, llama3\.1, .* -> finetune, llama3\.2, /,
  );
});
