import { expect, test } from 'vitest';
import { runLint } from '../../src/app/run-lint.ts';
import { tempFolder } from '../support/temp-folder.ts';

const host = (cwd: string) => ({ cwd, env: {}, terminal: false, width: 80, today: '2026-11-30' });
const FILES = {
  'a/README.md': '---\nlicense: mit\n---\n# A\n',
  'b/README.md': '# B\n',
  'c/README.md': '# C\n',
};
const PATHS = ['a', 'b', 'c'];

test('an error of our own in one repository is one message, and the others are reported', async () => {
  const { run, failures } = await runLint({ paths: PATHS }, host(tempFolder(FILES)), {
    seen: (repo) =>
      repo.root !== 'b'
        ? repo
        : {
            ...repo,
            get files(): readonly string[] {
              throw new RangeError('too much');
            },
          },
  });
  expect(run.reports.map(({ root }) => root)).toEqual(['a', 'c']);
  expect(failures).toEqual([expect.stringContaining('internal error: "b" could not be linted: too much')]);
});
