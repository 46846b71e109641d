import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { VERSION } from '../../src/core/version.ts';
import manifest from '../../package.json' with { type: 'json' };
import { tempFolder } from '../support/temp-folder.ts';

/** What is shipped says what the sources say: the build joins, thins and defers code. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const program = fileURLToPath(new URL('../../dist/licet.cjs', import.meta.url));
const card = (front: string, prose = '') => `---\n${front}\n---\n# Tiny\n\n${prose}\n`;

/** Licenses in every way of writing, so that all that reads them is asked. */
const WAYS = [
  'license: GPL-2.0',
  'license: apache 2',
  'license: mit OR apache-2.0',
  'license: gpl-2.0+',
  'license: GPL-2.0-only WITH Classpath-exception-2.0',
  'license: [mit, cc-by-nc-4.0]',
  'license: other\nlicense_name: deepseek\nlicense_link: LICENSE',
  'licence: mit',
  'license: no-such',
  'license: !!binary bWl0',
  'license: &a mit\ntags: [*a]',
  'license:\n\t- mit',
  'license: "mit',
  'license: llama3.1\nbase_model: [a/b, meta-llama/Llama-3.1-8B]',
];
const files: Readonly<Record<string, string>> = Object.fromEntries<string>([
  ...WAYS.map((front, nth): [string, string] => [
    `m${nth}/README.md`,
    card(
      front,
      'Fine-tuned from [Qwen/Qwen2.5-7B](https://huggingface.co/Qwen/Qwen2.5-7B) on data made by ' +
        'GPT-4. Released under the MIT license.',
    ),
  ]),
  ['m0/config.json', '{"_name_or_path": "meta-llama/Llama-2-7b-hf"'],
  ['m1/mergekit_config.yml', 'models:\n  - model: mistralai/Mistral-7B-v0.1\n'],
  ['m2/NOTICE', 'Copyright [year] [name]\n'],
  [
    'm4/README.md',
    card(
      'license: mit',
      '*Fine-tuned* &ndash; **from** [Qwen/Qwen2.5-7B](https://huggingface.co/Qwen/Qwen2.5-7B) &amp; merged.',
    ),
  ],
  ['m3/.gitignore', '*.bin\n'],
  [
    'licet.config.yaml',
    'policy: { deny: [cc-by-nc-4.0], allow: ["apache-2.0 OR mit", "GPL-2.0-or-later"] }\n',
  ],
  ['.git/HEAD', ''],
]);

test.each([
  ['examples', undefined, ['examples', '-f', 'json']],
  ['examples in words', undefined, ['examples']],
  ['licenses in every way', files, ['-f', 'json']],
  ['SARIF', files, ['-f', 'sarif']],
  ['what would be mended', files, ['--fix-dry-run']],
] as [string, Readonly<Record<string, string>> | undefined, string[]][])('%s', async (_, written, args) => {
  const cwd = written ? tempFolder(written) : root;
  const today = new Date().toISOString().slice(0, 10);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    env: { NODE_DISABLE_COMPILE_CACHE: '1', HOME: cwd },
    maxBuffer: 1 << 26,
  });
  const said = await main(args, { cwd, env: { HOME: cwd }, terminal: false, width: 80, today });
  expect({ status, stdout: stdout.replaceAll(`"${manifest.version}"`, `"${VERSION}"`), stderr }).toEqual({
    status: said.code,
    stdout: said.stdout,
    stderr: said.stderr,
  });
});

test('a plain run loads nothing of Node beyond what sets the flags of V8', () => {
  const telling = tempFolder({
    'telling.cjs': "process.on('exit', () => console.error(`loaded ${process.moduleLoadList.join()}`));\n",
    'cache/code/none': '',
  });
  const env = { PATH: process.env['PATH'], LICET_CACHE: `${telling}/cache` };
  chmodSync(`${telling}/cache/code`, 0o700);
  const loads = (args: readonly string[], stdout: 'pipe' | 'ignore' = 'pipe') => {
    const told = ['-r', `${telling}/telling.cjs`, ...args];
    const stdio = ['ignore', stdout, 'pipe'] as const;
    const { stderr } = spawnSync(process.execPath, told, {
      cwd: root,
      encoding: 'utf8',
      env,
      stdio: [...stdio],
    });
    return /loaded (.*)/.exec(stderr)?.[1]?.split(',') ?? [];
  };
  // Node's module of V8 brings streams along: it costs 2 ms, and its flags save a fifth of a run.
  const bare = new Set(loads(['-e', "require('node:v8')"]));
  const more = (args: readonly string[], stdout?: 'ignore') =>
    loads([program, ...args], stdout).filter((name) => !bare.has(name));
  expect(bare).toContain('NativeModule fs');
  // Cold, and with the code that this kept; neither has hashes or a parser of arguments to load.
  for (const run of ['keeps code', 'has code'])
    expect([run, more(['examples/llama-3.1-bad'])]).toEqual([run, ['NativeModule vm']]);
  // What goes to /dev/null is written as to a file: a device, but no terminal.
  expect(more(['examples/llama-3.1-bad'], 'ignore')).toEqual(['NativeModule vm']);
  expect(readdirSync(`${telling}/cache/code`)).toContain(`${process.version}-${process.arch}`);
  expect(more(['examples/llama-3.1-bad', '--quiet'])).toContain(
    'NativeModule internal/util/parse_args/parse_args',
  );
});
