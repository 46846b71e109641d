import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { hubServer } from '../support/hub-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CLEARED = '\r\u001b[K';

async function watched(delay: number) {
  const server = await hubServer({ 'acme/base': { cardData: { license: 'mit' }, delay } });
  const cwd = tempFolder({ 'README.md': '---\nlicense: mit\nbase_model: acme/base\n---\n# Tiny\n' });
  const seen: string[] = [];
  const { stdout, stderr, code } = await main(['--online'], {
    cwd,
    env: { HF_ENDPOINT: server.url, HOME: cwd },
    terminal: true,
    width: 80,
    today: '2026-11-30',
    watch: (text) => void seen.push(text),
  });
  return { seen, host: new URL(server.url).host, said: stdout + stderr, code };
}

test('who asks a Hub that is slow reads whom licet waits for, until it answers', async () => {
  const { seen, host, said, code } = await watched(1500);
  expect(seen[0]).toBe(`${CLEARED}waiting for ${host}: 1 answer, 1 s`);
  expect(seen.at(-1)).toBe(CLEARED);
  expect(said).not.toContain('waiting');
  expect(code).toBe(0);
});

test('a Hub that answers soon is not spoken of', async () => {
  expect((await watched(0)).seen).toEqual([]);
});
