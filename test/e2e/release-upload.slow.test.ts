import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A program in place of GitHub's, which knows the releases that it made and one tag that it refuses. */
const GH = `#!/bin/sh
echo "$*" >> log
case "$1 $2" in
  'release view') test -f "$3.release" ;;
  'release create')
    if [ "$3" = v9.9.9 ]; then echo 'tag v9.9.9 does not exist' >&2; exit 1; fi
    : > "$3.release" ;;
esac
`;

/** What the upload does and says, once or more often, in a folder with files. */
function uploads(tag: string | undefined, files: readonly string[], { gh = true, times = 1 } = {}) {
  const cwd = tempFolder({ 'bin/gh': GH, 'licet-data.bin': 'data', 'licet-data.bin.sha256': 'sum' });
  chmodSync(join(cwd, 'bin/gh'), 0o755);
  const script = join(root, 'scripts/release/upload.ts');
  const run = () =>
    spawnSync(
      process.execPath,
      ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), script, ...files],
      {
        cwd,
        encoding: 'utf8',
        env: {
          PATH: gh ? `${join(cwd, 'bin')}:${process.env['PATH'] ?? ''}` : dirname(process.execPath),
          ...(tag === undefined ? {} : { GITHUB_REF_NAME: tag }),
        },
      },
    );
  const [last = run()] = Array.from({ length: times }, run).slice(-1);
  const log = join(cwd, 'log');
  const asked = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  return { status: last.status, said: (last.stdout + last.stderr).trim(), asked };
}

const DATA = ['licet-data.bin', 'licet-data.bin.sha256'];

test('makes the release of a tag once, and replaces its files', () => {
  const { status, said, asked } = uploads('v1.2.3', DATA, { times: 2 });
  expect({ status, said }).toEqual({ status: 0, said: '2 files are on the release of v1.2.3' });
  expect(asked.filter((one) => one.startsWith('release create'))).toEqual([
    'release create v1.2.3 --verify-tag --generate-notes',
  ]);
  expect(asked.filter((one) => one.startsWith('release upload'))).toEqual(
    Array<string>(2).fill('release upload v1.2.3 licet-data.bin licet-data.bin.sha256 --clobber'),
  );
});

test.each([
  ['no tag', undefined, DATA, 2, 'GITHUB_REF_NAME is "", not the tag of a version, such as v1.2.3'],
  ['a branch', 'main', DATA, 2, 'GITHUB_REF_NAME is "main", not the tag of a version, such as v1.2.3'],
  ['no files', 'v1.2.3', [], 2, 'name the files to upload'],
  ['a missing file', 'v1.2.3', [...DATA, 'a.whl'], 2, 'a.whl: no such file'],
  ['a tag unknown there', 'v9.9.9', DATA, 1, 'gh release create failed: tag v9.9.9 does not exist'],
] as const)('%s: one line, and nothing is uploaded', (_, tag, files, code, message) => {
  const { status, said, asked } = uploads(tag, files);
  expect({ status, said }).toEqual({ status: code, said: `upload: ${message}` });
  expect(asked.some((one) => one.startsWith('release upload'))).toBe(false);
});

test('says where to get the program of GitHub', () => {
  const { status, said } = uploads('v1.2.3', DATA, { gh: false });
  expect({ status, said }).toEqual({
    status: 2,
    said: 'upload: `gh` is missing: see https://cli.github.com',
  });
});
