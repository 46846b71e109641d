/**
 * Bundles licet into `dist/`: what the Action, the hook and the package run. Deterministic: the same sources
 * give the same bytes, so that CI can compare. `--check` builds to memory and fails where `dist/` differs.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown, type InputOptions, type OutputOptions } from 'rolldown';
import { inAscii } from '../data/generated.ts';
import { lazyRequires } from './lazy-requires.ts';
import { parts } from './parts.ts';

const root = new URL('../../', import.meta.url);
const dist = new URL('dist/', root);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };

const define = { LICET_DATA: '"../data/"', LICET_VERSION: JSON.stringify(version) };

async function bundle(input: InputOptions, output: OutputOptions): Promise<ReadonlyMap<string, string>> {
  const build = await rolldown({
    cwd: fileURLToPath(root),
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    checks: { ineffectiveDynamicImport: false },
    ...input,
  });
  const { output: made } = await build.generate({
    minify: true,
    comments: false,
    entryFileNames: `[name].${output.format === 'cjs' ? 'cjs' : 'js'}`,
    chunkFileNames: `[name].${output.format === 'cjs' ? 'cjs' : 'js'}`,
    ...output,
  });
  await build.close();
  return new Map(
    made.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, inAscii(file.code)] as const] : [])),
  );
}

/**
 * The same code, in modules that can be joined and thinned; for Node it comes as seventy files that cannot.
 */
const yaml = fileURLToPath(new URL('node_modules/yaml/browser/dist/index.js', root));

/**
 * What only some repositories ask for, though what always runs names it: files of licenses and code, Markdown
 * beyond plain words, a lock, what writes YAML or judges a config. V8 takes its time for each function that
 * it is shown, run or not.
 */
const TEXTS = new RegExp(
  String.raw`^src\/(?:license\/(?:match-text|rider|candidates|residue|normalize-text|text-index|` +
    String.raw`windows|operative|restriction|markup|fingerprint)|extract\/(?:license-file|` +
    String.raw`notice-file|reuse|remote-code|code-families|py-text))\.ts$`,
);
const MARKDOWN = new RegExp(
  String.raw`^(?:src\/core\/extract\/card\/markdown\.ts|node_modules\/(?:bail|` +
    String.raw`decode-named-character-reference|dequal|devlop|extend|is-plain-obj|` +
    String.raw`mdast-util-[\w-]+|micromark[\w-]*|remark-parse|trough|unified|unist-util-[\w-]+|` +
    String.raw`vfile[\w-]*)\/)`,
);
const LOCK = new RegExp(
  String.raw`^src\/(?:core\/resolve\/(?:lock\/(?:lock-with-drift|lock|lock-changes)|` +
    String.raw`recorded-facts|model-record)|node\/hub\/response-status)\.ts$`,
);
const ENTITIES = /^node_modules\/character-entities\//;
const SELDOM = new RegExp(
  [
    String.raw`^src/core/(?:read/(?:gguf-header|safetensors-header|range-buffer)|extract/(?:weights/\w+|` +
      String.raw`configs/(?:modelfile|axolotl)|card/parse-errors)|config/(?:schema|check-content|parse|` +
      String.raw`path-patterns)|evaluate/policy/intended-use|license/names/satisfies|report/formats/json)\.ts$`,
    String.raw`^node_modules/yaml/browser/dist/(?:stringify/(?!stringifyNumber)|visit\.js|doc/(?:createNode|` +
      String.raw`applyReviver|anchors)\.js|nodes/Alias\.js|compose/resolve-block-scalar\.js|parse/cst-)`,
  ].join('|'),
);

/**
 * The programs, in CommonJS, which Node starts faster. What every run needs is one file, what reads prose
 * another, what some runs ask for has files of its own, and all else is the rest: few files, and none that is
 * compiled for nothing.
 */
const WAITING: readonly (readonly [name: string, modules: RegExp])[] = [
  ['entities', ENTITIES],
  ['markdown', MARKDOWN],
  ['lock', LOCK],
  ['texts', TEXTS],
  ['seldom', SELDOM],
];
const { plugin, groups } = parts(
  ['src/cli/bin.ts', 'src/action/main.ts'],
  [
    ['code', ['src/node/config/run-code.ts']],
    ...WAITING,
    [
      'core',
      [
        'src/cli/main.ts',
        'src/core/report/formats/stylish.ts',
        'src/node/data/shipped-data.ts',
        'node_modules/ignore/index.js',
      ],
    ],
    ['prose', ['src/core/extract/prose/statements/statements.ts']],
  ],
);
const programs = await bundle(
  {
    input: { cli: 'src/cli/bin.ts', action: 'src/action/main.ts' },
    plugins: [plugin, lazyRequires(WAITING.map(([name]) => name))],
    resolve: { alias: { yaml } },
    transform: {
      target: 'node20',
      define: { ...define, LICET_FOLDER: 'licetFolder', 'import.meta.url': '""' },
    },
  },
  {
    format: 'cjs',
    codeSplitting: { groups, includeDependenciesRecursively: false },
    banner: "const licetFolder=__dirname+'/../data/';",
  },
);

/** The library is for those who import it: modules, with what they share in files of its own. */
const library = await bundle(
  {
    input: { index: 'src/index.ts', 'rule-tester': 'src/rule-tester/rule-tester.ts' },
    transform: { target: 'node20', define },
  },
  { format: 'esm', chunkFileNames: 'chunk-[hash].js' },
);

/**
 * What runs anywhere: one file that knows no Node, so packages come in the form that neither Node nor a page is
 * needed for.
 */
const anywhere = await bundle(
  {
    input: { core: 'src/core.ts' },
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'] },
    transform: { target: 'es2022', define },
  },
  { format: 'esm', codeSplitting: false },
);

/** What the door asks before anything else of licet is loaded: where compiled code may be kept. */
const ownFolder = await bundle(
  { input: { 'own-folder': 'src/node/fs/own-folder.ts' }, transform: { target: 'node20' } },
  { format: 'cjs' },
);

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const files = new Map([...programs, ...ownFolder, ...library, ...anywhere]);
const door = readFileSync(new URL('src/cli/launcher.cjs', root), 'utf8').replace(
  "var VERSION = '';",
  `var VERSION = '${version}';`,
);
files.set('licet.cjs', door);

if (process.argv.includes('--check')) {
  const stale = [...files]
    .filter(
      ([name, text]) =>
        !existsSync(new URL(name, dist)) || readFileSync(new URL(name, dist), 'utf8') !== text,
    )
    .map(([name]) => name);
  const extra = existsSync(dist)
    ? readdirSync(dist).filter((name) => /\.c?js$/.test(name) && !files.has(name))
    : [];
  for (const name of [...stale, ...extra]) console.error(`dist/${name} is stale: run \`npm run build\``);
  if (stale.length + extra.length > 0) process.exitCode = 1;
} else {
  if (existsSync(dist))
    for (const name of readdirSync(dist)) if (/\.c?js$/.test(name)) rmSync(new URL(name, dist));
  mkdirSync(dist, { recursive: true });
  for (const [name, text] of files)
    writeFileSync(new URL(name, dist), text, { mode: name === 'licet.cjs' ? 0o755 : 0o644 });
}
for (const [name, text] of files)
  console.log(`${String(Buffer.byteLength(text)).padStart(8)}  ${digest(text)}  ${name}`);
