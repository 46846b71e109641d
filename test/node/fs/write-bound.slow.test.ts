import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runBound, tempFolder } from '../../support/temp-folder.ts';

/** A fine-tune that lacks a phrase and a notice. */
const BAD =
  '---\nlicense: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n---\n' +
  '# Llama-Chat\n';

describe('a file that is replaced', () => {
  test.skipIf(process.platform === 'win32')(
    'stays as it was where the disk takes half of the new one',
    () => {
      const entry = { file: 'README.md', rule: 'missing-card', message: 'There is no card', count: 1 };
      const precious = `${JSON.stringify({ version: 2, repositories: { precious: [entry] } })}\n`;
      const root = tempFolder({
        '.git/HEAD': '',
        'licet-baseline.json': precious,
        'README.md':
          '---\nlicense: mit\nbase_model:\n' +
          `${Array.from({ length: 300 }, (_, nth) => `- acme/b${nth}\n`).join('')}---\n`,
      });
      chmodSync(join(root, 'licet-baseline.json'), 0o666);
      // One block: 512 bytes or 1 KiB; the new baseline has thousands.
      const { stdout, stderr, status } = runBound(root, ['--suppress-all', '-f', 'compact'], 'ulimit -f 1;');
      expect([stdout.includes('b299'), stderr, status]).toEqual([
        false,
        'licet: "licet-baseline.json" could not be written: it would be larger than a file may be ' +
          'here\n  hint  Name another file\n',
        2,
      ]);
      expect([
        readFileSync(join(root, 'licet-baseline.json'), 'utf8'),
        readdirSync(root).filter((name) => name.startsWith('.licet')),
      ]).toEqual([precious, []]);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'stays where this user may not write to it, or to its folder',
    () => {
      const root = tempFolder({ '.git/HEAD': '', 'README.md': BAD, 'x.json': 'old', 'locked/x.json': 'old' });
      chmodSync(join(root, 'x.json'), 0o444);
      chmodSync(join(root, 'locked'), 0o555);
      chmodSync(join(root, 'locked/x.json'), 0o666);
      const { stderr, status } = runBound(root, [
        '-f',
        'json:x.json',
        '-f',
        'sarif:locked/x.json',
        '-f',
        'html:locked/new.html',
      ]);
      expect([stderr, status]).toEqual([
        ['x.json', 'locked/x.json', 'locked/new.html']
          .map(
            (name) =>
              `licet: "${name}" could not be written: this user may not write there\n  hint  Name ` +
              'another file\n',
          )
          .join(''),
        2,
      ]);
      expect(['x.json', 'locked/x.json'].map((name) => readFileSync(join(root, name), 'utf8'))).toEqual([
        'old',
        'old',
      ]);
    },
  );
});
