import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { displayWidth } from '../../../src/core/report/terminal/display-width.ts';
import { hubServer } from '../../support/hub-server.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const card = (front: string) => `---\nlicense: mit\n${front}\n---\n# Tiny\n`;
type Entry = {
  readonly license: string | null;
  readonly bases?: readonly { readonly model: string; readonly relation?: string }[];
};
const lock = (models: Readonly<Record<string, Entry>>) =>
  JSON.stringify({
    version: 1,
    models: Object.fromEntries(
      Object.entries(models).map(([model, entry]) => [
        model,
        { ...entry, source: 'Hub', date: '2026-11-01' },
      ]),
    ),
  });

function tree(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const folder = tempFolder(files);
  return main(['tree', '--name', 'me/tiny', ...args], {
    cwd: folder,
    env: { HOME: folder, LICET_CACHE: folder, ...env },
    terminal: false,
    width: 80,
    today: '2026-11-24',
  });
}

/** Five steps up, two of them a merge, a circle and a gap. */
const DEEP = {
  'README.md': card(
    'base_model: acme-research-laboratory/An-Awfully-Long-Name-For-A-Model-14B-Instruct-GGUF\n' +
      'base_model_relation: quantized',
  ),
  'licet.lock.json': lock({
    'acme-research-laboratory/An-Awfully-Long-Name-For-A-Model-14B-Instruct-GGUF': {
      license: 'mit',
      bases: [{ model: 'acme/chat', relation: 'finetune' }],
    },
    'acme/chat': {
      license: 'mit',
      bases: [
        { model: 'acme/one', relation: 'merge' },
        { model: 'acme/two', relation: 'merge' },
      ],
    },
    'acme/one': { license: 'cc-by-nc-4.0', bases: [{ model: 'acme/root' }] },
    'acme/two': { license: 'mit', bases: [{ model: 'acme/chat' }, { model: 'acme/gap' }] },
    'acme/root': { license: 'apache-2.0', bases: [{ model: 'acme/seed' }] },
    'acme/seed': { license: 'apache-2.0' },
  }),
};

describe('licet tree', () => {
  test('draws a merge, a circle and a gap, each model once, within 80 columns', async () => {
    const { stdout, code } = await tree(DEEP);
    const lines = stdout.split('\n');
    expect(code).toBe(0);
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
    expect(lines.filter((line) => /^[│ ]*[├└]─ /.test(line))).toEqual([
      '└─ acme-research-laboratory/An-Awfully-Long-Name-For-A-Model-14B-Instruct-GGUF',
      '   └─ acme/chat',
      '      ├─ acme/one',
      '      │  └─ acme/root',
      '      │     └─ acme/seed',
      '      └─ acme/two',
      '         └─ acme/gap',
    ]);
    expect(stdout).toContain('unknown (offline)');
    expect(stdout).toMatch(/✖ License "mit" lacks the non-commercial limit/);
    expect(stdout).toMatch(/acme\/gap\n.*unknown \(offline\)\n/);
  });

  test('says the same as JSON, Mermaid and DOT', async () => {
    const value = JSON.parse((await tree(DEEP, ['--format', 'json'])).stdout) as readonly {
      readonly model: string;
      readonly upstreams: readonly { readonly relation: string; readonly upstreams: readonly object[] }[];
    }[];
    expect(value).toMatchObject([
      {
        model: 'me/tiny',
        license: 'mit',
        upstreams: [
          {
            relation: 'quantized',
            upstreams: [
              {
                model: 'acme/chat',
                relation: 'fine-tune',
                upstreams: [
                  { model: 'acme/one', relation: 'merge' },
                  { model: 'acme/two', relation: 'merge' },
                ],
              },
            ],
          },
        ],
      },
    ]);
    const mermaid = (await tree(DEEP, ['--format', 'mermaid'])).stdout;
    expect(mermaid.split('\n').filter((line) => line.includes('-->'))).toHaveLength(7);
    const dot = (await tree(DEEP, ['--format', 'dot'])).stdout;
    expect(dot.split('\n').filter((line) => line.includes(' -> '))).toHaveLength(7);
  });

  test('asks the Hub where that is said, and takes the lock that is named', async () => {
    const hub = await hubServer({ 'acme/mid': { cardData: { license: 'gemma' } } });
    const files = {
      'README.md': card('base_model: acme/mid'),
      'my.lock': lock({ 'acme/mid': { license: 'llama2' } }),
    };
    expect((await tree(files, ['--online'], { HF_ENDPOINT: hub.url })).stdout).toContain(
      'relation unspecified · gemma',
    );
    expect((await tree(files, ['--lock', 'my.lock'])).stdout).toContain('relation unspecified · llama2');
    expect(await tree(files, ['--frozen-lock'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('No licet.lock.json in or above "."') as string,
    });
  });

  test('names what tells the relation, with its line, and that it is no more than likely', async () => {
    const base = 'base_model: acme/mid\ntags: [lora]';
    expect((await tree({ 'README.md': card(base) })).stdout.replace(/\s+/g, ' ')).toContain(
      'adapter by the tag `lora` (README.md:4, likely) ·',
    );
    const [root] = JSON.parse(
      (await tree({ 'README.md': card(base) }, ['--format', 'json'])).stdout,
    ) as readonly {
      readonly upstreams: readonly object[];
    }[];
    expect(root?.upstreams).toMatchObject([
      { relation: 'adapter', evidence: 'the tag `lora` (README.md:4, likely)' },
    ]);
    const whole = { 'README.md': card('base_model: acme/mid'), 'model.safetensors.index.json': '{}' };
    expect((await tree(whole)).stdout.replace(/\s+/g, ' ')).toContain(
      'fine-tune by model.safetensors.index.json: whole weights, and no adapter config ·',
    );
  });

  test.each([
    ['llama3.2:3b', 'llama3.2'],
    ['qwen2.5:7b', 'apache-2.0'],
    ['gemma2', 'gemma'],
    ['llama3:8b-instruct-q4_0', 'llama3'],
    ['deepseek-r1:8b', 'unknown'],
    ['someone/llama3', 'unknown'],
    ['llama3000', 'unknown'],
  ])('a Modelfile that begins FROM %s: %s', async (name, license) => {
    expect(
      (await tree({ 'README.md': card('library_name: gguf'), Modelfile: `FROM ${name}\n` })).stdout,
    ).toMatch(new RegExp(`·\\s+${license.replaceAll('.', '\\.')}\\s`));
  });
});
