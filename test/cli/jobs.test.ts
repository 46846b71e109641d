import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { streamsOf } from '../support/streams.ts';
import { tempFolder } from '../support/temp-folder.ts';

test.each(['0', '257', '-1', 'two', ''])('"--jobs=%s" is refused', async (jobs) => {
  const host = {
    cwd: tempFolder({ 'README.md': '---\nlicense: mit\n---\n# Clean\n' }),
    env: {},
    terminal: false,
    width: 80,
    today: '2026-11-30',
  };
  for (const args of [[`--jobs=${jobs}`], ['batch', `--jobs=${jobs}`]]) {
    const { code, stderr } = await main(args, { ...host, streams: streamsOf() });
    expect([code, stderr.includes('Option "--jobs" takes 1 to 256 or auto')]).toEqual([2, true]);
  }
});
