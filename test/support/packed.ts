import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

const root = fileURLToPath(new URL('../../', import.meta.url));

function done(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(status)}\n${stderr}`);
  return stdout;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of a stranger's, whose `node_modules/licet` is what `npm pack` makes. */
    readonly packed: string;
  }
}

/** Once for all slow tests: builds what is only built for the package, packs, and unpacks. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'licet-packed-'));
  done('npm', ['run', '--silent', 'build:package'], root);
  done('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], root);
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  done('sh', ['-c', 'tar -xzf licet-*.tgz && mv package node_modules/licet'], folder);
  // Types of Node, for programs that are checked against the package.
  symlinkSync(join(root, 'node_modules/@types'), join(modules, '@types'));
  provide('packed', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
