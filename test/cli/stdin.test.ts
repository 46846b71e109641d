import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { streamsOf } from '../support/streams.ts';
import { tempFolder } from '../support/temp-folder.ts';

const SAVED = '---\nlicense: mit\n---\n# Tide\n';
const TYPED =
  '---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B\n' +
  'base_model_relation: finetune\n---\n# Tide\n';
const ADAPTER = '{ "base_model_name_or_path": "meta-llama/Llama-3.1-8B", "peft_type": "LORA" }';

/** A run in a folder with these files, to which this text is piped. */
async function piped(
  text: string | Uint8Array,
  args: readonly string[],
  files: Readonly<Record<string, string>> = { 'README.md': SAVED },
) {
  return main(args, {
    cwd: tempFolder(files),
    env: {},
    terminal: false,
    width: 80,
    today: '2026-11-30',
    streams: streamsOf(text, { size: 7 }),
  });
}

test('the text on stdin goes before the file on the disk', async () => {
  const saved = await piped('', []);
  expect(saved.code).toBe(0);
  const plain = ['-f', 'compact', '--name', 'acme/Tide'];
  const { stdout, code } = await piped(TYPED, ['--stdin', ...plain]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^README\.md:2:10 {2}error .* incompatible-license$/m);
  const { stdout: written } = await piped('', ['README.md', ...plain], { 'README.md': TYPED });
  expect(stdout).toBe(written);
});

test('the files beside it are read from the disk', async () => {
  const files = { 'model/README.md': SAVED, 'model/adapter_config.json': ADAPTER };
  const card = '---\nlicense: mit\ntags: [x]\n---\n# Tide\n';
  const { stdout } = await piped(
    card,
    ['--stdin', '--stdin-filename', 'model/README.md', '-f', 'json'],
    files,
  );
  const [report] = (JSON.parse(stdout) as { repositories: { upstreams: { model: string }[] }[] })
    .repositories;
  expect(report?.upstreams.map(({ model }) => model)).toEqual(['meta-llama/Llama-3.1-8B']);
});

test('only what is said of the file is printed and counted', async () => {
  const files = { 'README.md': TYPED, 'adapter_config.json': '{ "peft_type": "LORA", ' };
  const { stdout, code } = await piped(
    '{ broken',
    ['--stdin', '--stdin-filename', 'adapter_config.json'],
    files,
  );
  expect(stdout).toContain('unreadable-file');
  expect(stdout).not.toContain('incompatible-license');
  expect([code, stdout.match(/✖ 1 problem /)?.length]).toEqual([0, 1]);
});

test('bytes that are no UTF-8 are reported as they would be of a file', async () => {
  const { stdout } = await piped(Uint8Array.of(0x2d, 0x2d, 0xff, 0xfe), ['--stdin', '-f', 'compact']);
  expect(stdout).toContain('README.md:');
});

describe('it is refused', () => {
  test.each([
    [['--stdin', 'README.md'], '"README.md" is named beside "--stdin"', '--stdin-filename FILE'],
    [['--stdin', '--fix'], 'Options "--stdin" and "--fix" cannot be used together', 'Name the file'],
    [['--stdin', '--suppress-all'], 'Options "--stdin" and "--suppress-all" cannot', 'Name the file'],
    [['--stdin-filename', 'README.md'], '"--stdin-filename" does nothing without `--stdin`', ''],
    [['--stdin', '--stdin-filename', 'gone/README.md'], '"gone/README.md" does not exist', ''],
  ])('%j', async (args, said, hint) => {
    const { stderr, stdout, code } = await piped(TYPED, args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr).toContain(hint);
  });
});
