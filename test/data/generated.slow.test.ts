import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);

const GENERATED = [
  'data/build-licenses.ts',
  'data/build-tables.ts',
  'data/build-prose.ts',
  'docs/build-rule-index.ts',
  'docs/build-rule-list.ts',
  'docs/build-license-page.ts',
  'bundle/third-party.ts',
];

test.each(GENERATED)('what scripts/%s writes is current', (script) => {
  const run = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL(`scripts/${script}`, root)), '--check'],
    { cwd: fileURLToPath(root), encoding: 'utf8' },
  );
  expect(run.stderr.split('\n').filter((line) => !line.startsWith('npm '))).toEqual(['']);
  expect(run.status).toBe(0);
});
