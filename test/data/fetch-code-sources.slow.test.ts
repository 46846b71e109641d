import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { INDEXED } from '../../scripts/data/code-sources.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function fetchSources(...args: string[]) {
  const script = join(root, 'scripts/data/fetch-code-sources.ts');
  return spawnSync('npx', ['tsx', script, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PIP_NO_INDEX: '1', PIP_FIND_LINKS: '' },
  });
}

test('without a network each source that is missing is told, with the way to get it', () => {
  const to = tempFolder({});
  const { status, stdout, stderr } = fetchSources(
    '--to',
    to,
    '--git',
    'file:///nowhere',
    'timm-0.6.12',
    'timm-1.0.29',
  );
  expect(status).toBe(1);
  expect(stdout).toBe(`0 of 2 sources are in ${to}\n`);
  expect(stderr).toContain('timm-0.6.12: missing: ');
  expect(stderr).toContain('timm of file:///nowhere/huggingface/pytorch-image-models at ce4d3485b690837b');
  expect(stderr).toContain('pip download --no-deps timm==1.0.29, unpacked');
  expect(readdirSync(to)).toEqual([]);
});

test('what is there is not asked for again, and an unknown source is a usage error', () => {
  const to = tempFolder({ 'timm-0.6.12/timm/x.py': '' });
  expect(fetchSources('--to', to, '--git', 'file:///nowhere', 'timm-0.6.12').status).toBe(0);
  expect(fetchSources('--to', to, 'timm-7').status).toBe(2);
});

test('every source that is indexed is pinned, and a fork says of what', () => {
  for (const { label, from } of INDEXED)
    if (from !== undefined && 'commit' in from) {
      expect(from.commit, label).toMatch(/^[0-9a-f]{40}$/);
      if (/^(?:NielsRogge|neuralmagic)\//.test(from.repository)) expect(from.forkOf, label).toBeDefined();
    } else if (from !== undefined) expect(from.wheel, label).toMatch(/^[\w-]+==[\d.]+$/);
  expect(readFileSync(join(root, 'data/README.md'), 'utf8')).toContain('fetch-code-sources');
});
