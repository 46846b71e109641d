/**
 * Writes THIRD_PARTY_LICENSES: the license texts of every package that the bundle holds. `--check` fails
 * where it differs.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  checks: { ineffectiveDynamicImport: false },
  input: [
    'src/cli/bin.ts',
    'src/index.ts',
    'src/core.ts',
    'src/action/main.ts',
    'src/rule-tester/rule-tester.ts',
  ],
});
const { output } = await bundle.generate({ format: 'esm' });
await bundle.close();

const packages = new Set(
  output
    .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    .flatMap((file) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
);
const parts = [...packages].sort().map((name) => {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: string;
  };
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text =
    file === undefined
      ? `License: ${license ?? 'see the package'}`
      : readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
  return `${name} ${version} (${license ?? 'no license field'})\n\n${text}\n`;
});
const text = `The bundle in dist/ holds these packages, each under its own license.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
const target = join(root, 'THIRD_PARTY_LICENSES');
if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('THIRD_PARTY_LICENSES is stale: run `npm run build`');
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
console.log(`${packages.size} packages`);
