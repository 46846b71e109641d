/**
 * Bundles the programs into `dist/`: what the Action, the hook and the command run. Deterministic: the same
 * sources give the same bytes, so that CI can compare. `--check` builds to memory and fails where `dist/` or
 * THIRD_PARTY_LICENSES differ. `--library` builds what is imported instead, into `dist/lib/`, for the
 * package.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown, type InputOptions, type OutputOptions, type Plugin } from 'rolldown';
import { inAscii } from '../data/generated.ts';
import { thirdPartyLicenses } from './third-party.ts';

const root = new URL('../../', import.meta.url);
const pathOf = (file: string) => fileURLToPath(new URL(file, root));
const { version } = JSON.parse(readFileSync(pathOf('package.json'), 'utf8')) as { version: string };

interface Bundle {
  readonly files: ReadonlyMap<string, string>;
  /** Every module that a file of it holds, as an absolute path. */
  readonly modules: readonly string[];
}

async function bundle(input: InputOptions, output: OutputOptions): Promise<Bundle> {
  const build = await rolldown({
    cwd: pathOf(''),
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    checks: { ineffectiveDynamicImport: false },
    ...input,
  });
  const { output: made } = await build.generate({ minify: true, comments: false, ...output });
  await build.close();
  const chunks = made.filter((file) => file.type === 'chunk');
  return {
    files: new Map(chunks.map(({ fileName, code }) => [fileName, inAscii(code)])),
    modules: chunks.flatMap(({ moduleIds }) => moduleIds),
  };
}

/**
 * A list in JSON that is both imported and required is taken as a module of one value: as CommonJS, each of
 * its seven hundred license ids would be copied as a property when the program starts.
 */
const jsonLists: Plugin = {
  name: 'json-lists',
  load: {
    filter: { id: /\.json$/ },
    handler(id) {
      const text = readFileSync(id, 'utf8');
      if (!Array.isArray(JSON.parse(text))) return null;
      const code = `const list = ${text.trim()};\nexport { list as default, list as 'module.exports' };`;
      return { code, moduleType: 'js' };
    },
  },
};

/** What a plain run uses of Node. */
const USED_AT_START = ['node:buffer', 'node:fs', 'node:path'];

/** Node's other modules are loaded when a module that imports them is first run, as if it stood alone. */
const lateBuiltins: Plugin = {
  name: 'late-builtins',
  resolveId: {
    filter: { id: /^node:/ },
    handler: (id, importer) => (USED_AT_START.includes(id) || importer === LATE + id ? null : LATE + id),
  },
  load: {
    filter: { id: /^\0late:/ },
    handler: (id) => ({ code: `module.exports = require('${id.slice(LATE.length)}');`, moduleType: 'js' }),
  },
};
const LATE = '\0late:';

/** The protocol of editors is a file beside the program, as `lateBuiltins` has it for Node's modules. */
const lateProtocol: Plugin = {
  name: 'late-protocol',
  load: {
    filter: { id: /src[\\/]lsp[\\/]protocol\.ts$/ },
    handler: () => ({ code: "module.exports = require('licet-lsp');", moduleType: 'js' }),
  },
};

/**
 * What stands around the code of `main.cjs`: a module for `require`, and as a script the function that a
 * module is, so that nothing has to be put around what may be as long as this.
 */
export const asFunction = {
  banner:
    "(run=>typeof arguments==='object'?run(...arguments):run)" +
    '((function(exports,require,module,__filename,__dirname){',
  footer: '}))',
};

/**
 * The programs, in CommonJS, which Node starts faster: all code is in `main.cjs`, each module of it evaluated
 * when the source asks for it, beside which lie what starts the command
 * and the Action, and the protocol of editors.
 */
export async function programs(): Promise<Bundle> {
  const made = await bundle(
    {
      input: { main: pathOf('src/programs.ts') },
      plugins: [jsonLists, lateBuiltins, lateProtocol],
      external: ['licet-lsp'],
      // The same code, in modules that can be joined; for Node it comes as seventy files that cannot.
      resolve: { alias: { yaml: pathOf('node_modules/yaml/browser/dist/index.js') } },
      transform: {
        target: 'node20',
        define: {
          LICET_DATA: '"../data/"',
          LICET_FOLDER: 'licetFolder',
          LICET_PROGRAM: 'licetProgram',
          LICET_VERSION: JSON.stringify(version),
          'import.meta.url': '""',
        },
      },
    },
    {
      format: 'cjs',
      strictExecutionOrder: true,
      entryFileNames: '[name].cjs',
      codeSplitting: false,
      paths: { 'licet-lsp': './lsp.cjs' },
      banner: `${asFunction.banner}const licetFolder=__dirname+'/../data/',licetProgram=__filename;`,
      footer: asFunction.footer,
    },
  );
  const protocol = await bundle(
    { input: { lsp: pathOf('src/lsp/protocol.ts') }, transform: { target: 'node20' } },
    { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
  );
  const action = readFileSync(pathOf('src/action/launcher.cjs'), 'utf8');
  const main = made.files.get('main.cjs') ?? '';
  return {
    files: new Map([
      ...made.files,
      ...protocol.files,
      ['licet.cjs', await launcher(digest(main))],
      ['action.cjs', action],
    ]),
    modules: [...made.modules, ...protocol.modules],
  };
}

/** The command's launcher for a build of `main.cjs`: one file, all lines of which Node 10 can read. */
export async function launcher(build: string): Promise<string> {
  const { files } = await bundle(
    {
      input: { start: pathOf('src/cli/start.ts') },
      resolve: { alias: { 'node:fs': 'fs', 'node:path': 'path', 'node:v8': 'v8', 'node:vm': 'vm' } },
      transform: { target: 'es2018' },
    },
    { format: 'cjs', entryFileNames: '[name]' },
  );
  return readFileSync(pathOf('src/cli/launcher.cjs'), 'utf8')
    .replace("var VERSION = '';", `var VERSION = '${version}';`)
    .replace("var BUILD = '';", `var BUILD = '${build}';`)
    .replace('var exportStart;', () => `function exportStart(exports) {${files.get('start') ?? ''}}`);
}

/**
 * The library is for those who import it: modules, with what they share in files of its own; and what runs
 * anywhere, one file that knows no Node, made of packages in the form that needs neither Node nor a page.
 */
export async function library(): Promise<Bundle> {
  const define = { LICET_DATA: '"../../data/"', LICET_VERSION: JSON.stringify(version) };
  const onNode = await bundle(
    {
      input: { index: pathOf('src/index.ts'), 'rule-tester': pathOf('src/rule-tester/rule-tester.ts') },
      transform: { target: 'node20', define },
    },
    { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js' },
  );
  const anywhere = await bundle(
    {
      input: { core: pathOf('src/core.ts') },
      platform: 'neutral',
      resolve: { mainFields: ['module', 'main'] },
      transform: { target: 'es2022', define },
    },
    { format: 'esm', entryFileNames: '[name].js', codeSplitting: false },
  );
  return {
    files: new Map([...onNode.files, ...anywhere.files]),
    modules: [...onNode.modules, ...anywhere.modules],
  };
}

const isScript = (name: string) => /\.c?js$/.test(name);

function write(folder: URL, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (isScript(name)) rmSync(new URL(name, folder));
  for (const [name, text] of files)
    writeFileSync(new URL(name, folder), text, { mode: name === 'licet.cjs' ? 0o755 : 0o644 });
}

function check(folder: URL, files: ReadonlyMap<string, string>, licenses: string): void {
  const differs = (file: URL, text: string) => !existsSync(file) || readFileSync(file, 'utf8') !== text;
  const stale = [
    ...[...files]
      .filter(([name, text]) => differs(new URL(name, folder), text))
      .map(([name]) => `dist/${name}`),
    ...(existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => isScript(name) && !files.has(name))
      .map((name) => `dist/${name}`),
    ...(differs(new URL('THIRD_PARTY_LICENSES', root), licenses) ? ['THIRD_PARTY_LICENSES'] : []),
  ];
  for (const name of stale) console.error(`${name} is stale: run \`npm run build\``);
  if (stale.length > 0) process.exitCode = 1;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = new Set(process.argv.slice(2));
  const [made, imported] = [await programs(), await library()];
  const licenses = thirdPartyLicenses([...made.modules, ...imported.modules]);
  const dist = new URL('dist/', root);
  if (asked.has('--check')) check(dist, made.files, licenses);
  else if (asked.has('--library')) write(new URL('lib/', dist), imported.files);
  else {
    write(dist, made.files);
    writeFileSync(new URL('THIRD_PARTY_LICENSES', root), licenses);
  }
  for (const [name, text] of asked.has('--library') ? imported.files : made.files)
    console.log(`${String(Buffer.byteLength(text)).padStart(8)}  ${digest(text)}  ${name}`);
}
