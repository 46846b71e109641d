import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A real folder with these files, gone when the test is over. */
export function tempFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'licet-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return root;
}

/**
 * The command in such a folder, run by a user whom modes bind: root, who may all, hands the folder to nobody.
 * `shell` goes before it.
 */
export function runBound(root: string, argv: readonly string[], shell = '') {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
  if (nobody) chownSync(root, nobody.uid, nobody.gid);
  chmodSync(root, 0o755);
  const cli = fileURLToPath(new URL('../../src/cli/bin.ts', import.meta.url));
  const words = [process.execPath, '--import', import.meta.resolve('tsx'), cli, ...argv];
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${shell} exec "$@"`, 'sh', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: root, TSX_DISABLE_CACHE: '1' },
    ...nobody,
  });
  return { status, stdout, stderr };
}
