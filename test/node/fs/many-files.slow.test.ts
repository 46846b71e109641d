import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { walk } from '../../../src/node/fs/walk.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const CARD = '---\nlicense: mit\n---\n# Tiny\n\nTiny was trained from scratch.\n';

test('too many files are a warning: not all of them were read', async () => {
  const root = tempFolder({ 'README.md': CARD, 'b/zz/README.md': CARD });
  mkdirSync(join(root, 'a'));
  for (let at = 0; at < 20_001; at += 1) writeFileSync(join(root, 'a', String(at)), '');
  const host = { cwd: root, env: { HOME: root }, terminal: false, width: 100, today: '2026-11-24' };
  expect((await main(['-f', 'compact'], host)).stdout).toMatch(
    new RegExp(
      String.raw`^a\/:\S+ {2}warning {2}"a" and 1 other folder were not read to their end: ` +
        String.raw`there are more than 20000 files or folders {2}unreadable-file\n`,
    ),
  );
});

test('a walk lists every file of many folders', async () => {
  const root = tempFolder(
    Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`d${index % 20}/f${index}.txt`, ''])),
  );
  expect((await walk(root)).files).toHaveLength(1_000);
});
