/**
 * Opens an example in Neovim, set up as docs/editors.md says, and compares what it shows with what the
 * command line prints. `npx tsx scripts/measure/neovim.ts [EXAMPLE …]`; build `dist/` first. It fails where
 * they differ. Needs `nvim` on the PATH.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const examples = process.argv.length > 2 ? process.argv.slice(2) : ['llama-3.1-bad', 'prose-ko'];
const work = mkdtempSync(join(tmpdir(), 'licet-neovim-'));
const launcher = join(root, 'dist/licet.cjs');
symlinkSync(launcher, join(work, 'licet'));

/** Milliseconds until an editor that shows nothing is taken to be silent. */
const PATIENCE = 30_000;
/** A line of the format `compact` about the card: its line, and the rule. */
const SHOWN = /^README\.md:(\d+):.* {2}([\w-]+)(?: \(\w+\))?$/;
const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0] ?? '';
const [, minor = ''] = /v0\.(\d+)/.exec(version) ?? [];
const [newer = '', older = ''] = [
  ...readFileSync(join(root, 'docs/editors.md'), 'utf8').matchAll(/```lua\n([^]*?)```/g),
].map(([, code]) => code ?? '');
writeFileSync(join(work, 'init.lua'), Number(minor) < 11 ? older : newer);
writeFileSync(
  join(work, 'shown.lua'),
  `vim.wait(${PATIENCE}, function() return #vim.diagnostic.get(0) > 0 end, 100)
for _, d in ipairs(vim.diagnostic.get(0)) do io.write((d.lnum + 1) .. ' ' .. d.code .. '\\n') end`,
);

for (const example of examples) {
  const cwd = join(root, 'examples', example);
  const args = ['--headless', '-u', join(work, 'init.lua'), 'README.md'];
  const { stdout } = spawnSync('nvim', [...args, '-c', `luafile ${join(work, 'shown.lua')}`, '-c', 'qa!'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${work}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  const shown = stdout.trim().split('\n').sort();
  const printed = spawnSync(process.execPath, [launcher, '--format', 'compact'], { cwd, encoding: 'utf8' });
  const told = printed.stdout
    .split('\n')
    .flatMap((line) => SHOWN.exec(line)?.slice(1, 3).join(' ') ?? [])
    .sort();
  const isSame = told.length > 0 && shown.join() === told.join();
  console.log(
    `${isSame ? 'same' : 'DIFFERS'}  ${example}: ${shown.length} in ${version}, ${told.length} printed`,
  );
  if (!isSame) process.exitCode = 1;
}
rmSync(work, { recursive: true });
