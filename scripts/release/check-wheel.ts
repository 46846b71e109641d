/**
 * Builds the wheel for pip, installs it into an environment of its own and runs `python/tests` there. Nothing
 * is fetched: `build` and `hatchling` must be there (Debian: python3-build, python3-hatchling, python3-venv).
 *
 *   npm run wheel:check [-- PYTHON]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const python = process.argv[2] ?? 'python3';
const folder = mkdtempSync(join(tmpdir(), 'licet-wheel-'));

/** Runs a step with its output shown; ends the script where it fails. */
function step(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, {
    cwd: checkout,
    stdio: 'inherit',
    env: { ...process.env, LICET_CHECKOUT: checkout, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  console.error(
    error ? `${command}: ${error.message}` : `${command} ${args.join(' ')}: status ${String(status)}`,
  );
  process.exit(1);
}

// Debian's hatchling names a dependency that a wheel does not need.
const build = [
  '-m',
  'build',
  '--wheel',
  '--no-isolation',
  '--skip-dependency-check',
  '--outdir',
  folder,
  '.',
];
step(python, build);
const [wheel = ''] = readdirSync(folder).filter((name) => name.endsWith('.whl'));
step(python, ['-m', 'venv', join(folder, 'venv')]);
const inside = join(folder, 'venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
step(inside, ['-m', 'pip', 'install', '--quiet', '--no-index', '--no-deps', join(folder, wheel)]);
step(inside, ['-m', 'unittest', 'discover', '--start-directory', 'python/tests']);
rmSync(folder, { recursive: true, force: true });
