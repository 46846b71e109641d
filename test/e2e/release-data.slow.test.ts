import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the release says of a key, and whether a data file was written. */
function release(key: string | undefined) {
  const out = join(tempFolder({}), 'licet-data.bin');
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
  const script = join(root, 'scripts/release/data-file.ts');
  const { status, stderr } = spawnSync(process.execPath, ['--import', tsx, script, '--out', out], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...(key === undefined ? {} : { LICET_DATA_KEY: key }) },
  });
  return { status, said: stderr.trim(), written: existsSync(out) };
}

test.each([
  ['missing', undefined, 2, /^data-file: the secret LICET_DATA_KEY is missing, .*docs\/development\.md/],
  ['empty, as GitHub gives a missing one', '', 2, /^data-file: the secret LICET_DATA_KEY is missing/],
  ['no key', 'hunter2', 2, /^data-file: LICET_DATA_KEY is no private key in PEM/],
])('a secret that is %s is said in one line, and nothing is written', (_, key, status, said) => {
  const got = release(key);
  expect(got).toMatchObject({ status, written: false });
  expect(got.said).toMatch(said);
  expect(got.said).not.toContain('\n');
});

test('a key that users do not know signs nothing', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const got = release(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  expect(got).toMatchObject({ status: 1, written: false });
  expect(got.said).toMatch(/would be refused/);
});

test('the workflow uploads only after it has signed', () => {
  const workflow = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8');
  expect(workflow.indexOf('npm run release:data')).toBeGreaterThan(0);
  expect(workflow.indexOf('npm run release:upload-data')).toBeGreaterThan(
    workflow.indexOf('npm run release:data'),
  );
  expect(workflow).not.toMatch(/continue-on-error|if: always/);
});
