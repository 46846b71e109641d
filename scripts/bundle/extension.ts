/**
 * Makes what the extension of Visual Studio Code is packed from, in `editors/vscode`: its own code in one
 * file, and beside it the package of licet, which it runs where no other is installed. Run by
 * `npm run package` there.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { thirdPartyLicenses } from './third-party.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const extension = join(root, 'editors', 'vscode');
/** The programs that speak to an editor; the Action and the library have no use there. */
const PROGRAMS = ['dist/licet.cjs', 'dist/lsp.cjs', 'dist/main.cjs', 'package.json'];
const ELSEWHERE = ['dist', 'action.yml'];

function copyPackage(): void {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
  const copy = join(extension, 'licet');
  rmSync(copy, { recursive: true, force: true });
  for (const file of [...PROGRAMS, ...files.filter((one) => !ELSEWHERE.includes(one))]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file), { recursive: true });
  }
  for (const file of ['LICENSE', 'CHANGELOG.md']) cpSync(join(root, file), join(extension, file));
}

async function bundle(): Promise<void> {
  const build = await rolldown({
    cwd: extension,
    input: 'src/extension.ts',
    platform: 'node',
    external: ['vscode'],
    transform: { target: 'node20' },
  });
  const { output } = await build.write({
    file: join(extension, 'dist', 'extension.cjs'),
    format: 'cjs',
    codeSplitting: false,
    minify: true,
    comments: false,
  });
  await build.close();
  const modules = output.flatMap((made) => (made.type === 'chunk' ? made.moduleIds : []));
  writeFileSync(join(extension, 'THIRD_PARTY_LICENSES'), thirdPartyLicenses(modules));
}

copyPackage();
await bundle();
