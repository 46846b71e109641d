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

/** The modules that an entry needs to start: what it imports, also through others, without `import()`. */
function staticClosure(entry: string): { readonly plugin: Plugin; readonly modules: ReadonlySet<string> } {
  const modules = new Set<string>();
  const plugin: Plugin = {
    name: 'static-closure',
    buildEnd() {
      const open = [entry];
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (modules.has(id)) continue;
        modules.add(id);
        open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
  };
  return { plugin, modules };
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

/**
 * The programs, in CommonJS, which Node starts faster: `main.cjs` holds what every run needs, `rest.cjs` what
 * the source asks for by `import()`, each module of it evaluated when it is asked for.
 */
export async function programs(): Promise<Bundle> {
  const entry = pathOf('src/programs.ts');
  const { plugin, modules } = staticClosure(entry);
  const made = await bundle(
    {
      input: { programs: entry },
      plugins: [plugin, jsonLists],
      // The same code, in modules that can be joined; for Node it comes as seventy files that cannot.
      resolve: { alias: { yaml: pathOf('node_modules/yaml/browser/dist/index.js') } },
      transform: {
        target: 'node20',
        define: {
          LICET_DATA: '"../data/"',
          LICET_FOLDER: 'licetFolder',
          LICET_VERSION: JSON.stringify(version),
          'import.meta.url': '""',
        },
      },
    },
    {
      format: 'cjs',
      strictExecutionOrder: true,
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name].cjs',
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          {
            name: 'main',
            priority: 2,
            test: (id) => id !== entry && (modules.has(id) || id.includes('rolldown/runtime')),
          },
          { name: 'rest', priority: 1, test: (id) => id !== entry && !modules.has(id) },
        ],
      },
      banner: "const licetFolder=__dirname+'/../data/';",
    },
  );
  // What the launcher asks before anything else is loaded: where compiled code may be kept.
  const ownFolder = await bundle(
    { input: { 'own-folder': pathOf('src/node/fs/own-folder.ts') }, transform: { target: 'node20' } },
    { format: 'cjs', entryFileNames: '[name].cjs' },
  );
  const launcher = readFileSync(pathOf('src/cli/launcher.cjs'), 'utf8').replace(
    "var VERSION = '';",
    `var VERSION = '${version}';`,
  );
  const action = readFileSync(pathOf('src/action/launcher.cjs'), 'utf8');
  return {
    files: new Map([...made.files, ...ownFolder.files, ['licet.cjs', launcher], ['action.cjs', action]]),
    modules: made.modules,
  };
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
