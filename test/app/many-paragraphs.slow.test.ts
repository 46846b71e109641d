import { expect, test } from 'vitest';
import { runLint } from '../../src/app/run-lint.ts';
import { tempFolder } from '../support/temp-folder.ts';

test('a card of very many paragraphs is told as one that is not read to its end', async () => {
  const card = `---\nlicense: mit\n---\n# License\n${'- a license\n'.repeat(500)}${'- a\n'.repeat(200_000)}`;
  const { run, failures } = await runLint(
    { paths: ['.'] },
    {
      cwd: tempFolder({ 'README.md': card }),
      env: {},
      terminal: false,
      width: 80,
      today: '2026-11-30',
    },
  );
  expect(failures).toEqual([]);
  expect(run.reports.flatMap(({ findings }) => findings)).toEqual([
    expect.objectContaining({
      rule: 'unreadable-file',
      message: expect.stringContaining('paragraphs of "README.md" are not read') as string,
    }),
  ]);
});
