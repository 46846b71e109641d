/**
 * Bundles licet into `dist/`: what the Action, the hook and the package run. Deterministic: the same sources give the
 * same bytes, so that CI can compare. `--check` builds to memory and fails where `dist/` differs.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const dist = new URL('dist/', root);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };

const shared = {
  absWorkingDir: fileURLToPath(root),
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  write: false,
} as const;
const define = { LICET_DATA: '"../data/"', LICET_VERSION: JSON.stringify(version) };

/**
 * The programs are one CommonJS file each: what is imported late lies in the same file and is run late, and Node starts one
 * file in a third of the time of many small ones.
 */
const programs = await build({
  ...shared,
  entryPoints: { cli: 'src/cli.ts', action: 'src/action.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...define, 'import.meta.url': 'licetFile' },
  banner: { js: "const licetFile=require('node:url').pathToFileURL(__filename).href;" },
});

/** The library is for those who import it: modules, with what they share in files of its own. */
const library = await build({
  ...shared,
  entryPoints: { index: 'src/index.ts', 'rule-tester': 'src/rule-tester.ts' },
  chunkNames: 'chunk-[hash]',
  splitting: true,
  format: 'esm',
  define,
  // Dependencies in CommonJS ask for Node's own modules.
  banner: { js: "import{createRequire as licetRequire}from'node:module';const require=licetRequire(import.meta.url);" },
});

const files = new Map([...programs.outputFiles, ...library.outputFiles].map((file) => [basename(file.path), file.text]));

/** CommonJS, in words that any Node understands: it says so where Node is too old, and turns on the compile cache where there is one. */
files.set(
  'licet.cjs',
  `#!/usr/bin/env node
'use strict';
var major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error('licet: Node ' + process.versions.node + ' is too old\\n  hint  Install Node 20 or newer');
  process.exit(2);
}
if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-v')) console.log('${version}');
else {
  var nodeModule = require('node:module');
  if (nodeModule.enableCompileCache && !process.env.NODE_DISABLE_COMPILE_CACHE) nodeModule.enableCompileCache();
  require('./cli.cjs');
}
`,
);

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

if (process.argv.includes('--check')) {
  const stale = [...files].filter(([name, text]) => !existsSync(new URL(name, dist)) || readFileSync(new URL(name, dist), 'utf8') !== text).map(([name]) => name);
  const extra = existsSync(dist) ? readdirSync(dist).filter((name) => /\.c?js$/.test(name) && !files.has(name)) : [];
  for (const name of [...stale, ...extra]) console.error(`dist/${name} is stale: run \`npm run build\``);
  if (stale.length + extra.length > 0) process.exitCode = 1;
} else {
  if (existsSync(dist)) for (const name of readdirSync(dist)) if (/\.c?js$/.test(name)) rmSync(new URL(name, dist));
  mkdirSync(dist, { recursive: true });
  for (const [name, text] of files) writeFileSync(new URL(name, dist), text, { mode: name === 'licet.cjs' ? 0o755 : 0o644 });
}
for (const [name, text] of files) console.log(`${String(Buffer.byteLength(text)).padStart(8)}  ${digest(text)}  ${name}`);
