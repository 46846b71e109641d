import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runAction } from '../../src/action/run.ts';
import { main } from '../../src/cli/main.ts';
import { json } from '../../src/core/report/formats/json.ts';
import { hubServer } from '../support/hub-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const FILES = {
  'README.md':
    '---\nlicense: mit\nbase_model: [acme/unheard-of, meta-llama/Llama-3.1-8B, gpt2]\ndatasets: ' +
    '[acme/talk]\n---\n# Tiny\n\nFine-tuned from [acme/other](https://huggingface.co/acme/other) ' +
    'with GPT-4 data.\n',
  'config.json': '{"_name_or_path":"acme/third","auto_map":{"AutoModel":"acme/code--modeling_x.X"}}',
  'adapter_config.json': '{"peft_type":"LORA","base_model_name_or_path":"acme/unheard-of"}',
  Modelfile: 'FROM hf.co/acme/fourth:Q4\n',
};

const COMMANDS: readonly (readonly string[])[] = [
  [],
  ['--hub-cache'],
  ['--fix-dry-run'],
  ['--format', 'json'],
  ['--format', 'sarif'],
  ['--preset', 'publish'],
  ['--print-config'],
  ['--help'],
  ['--version'],
  ['tree'],
  ['tree', '--format', 'mermaid'],
  ['tree', '--hub-cache'],
  ['resolve'],
  ['resolve', '--hub-cache'],
  ['resolve', '--frozen-lock'],
  ['--frozen-lock'],
  ['notice'],
  ['notice', '--check'],
  ['bom'],
  ['dossier'],
  ['dossier', '--lang', 'ko', '-f', 'markdown'],
  ['review', '--status'],
  ['diff', '.', '.'],
  ['bom', '--format', 'spdx', '--hub-cache'],
  ['notice', '--format', 'markdown'],
  ['licenses'],
  ['license', 'llama3.1'],
  ['compat', 'llama3.1', 'mit'],
  ['explain', 'README.md'],
  ['explain', 'stale-lock'],
  ['init', '--help'],
];

/** Everything by which a Node program reaches out, watched; the originals still run. */
function watched() {
  return [
    vi.spyOn(net.Socket.prototype, 'connect'),
    vi.spyOn(net, 'connect'),
    vi.spyOn(dns, 'lookup'),
    vi.spyOn(dns.promises, 'lookup'),
    vi.spyOn(dgram, 'createSocket'),
    vi.spyOn(globalThis, 'fetch'),
  ];
}

const calls = (spies: ReturnType<typeof watched>) =>
  spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);

afterEach(() => vi.restoreAllMocks());

describe('without --online no packet leaves', () => {
  test.each(COMMANDS.map((args) => [args.join(' ') || '(lint)', args] as const))(
    'licet %s',
    async (_, args) => {
      const hub = await hubServer();
      const folder = tempFolder(FILES);
      const host = {
        cwd: folder,
        env: { HF_ENDPOINT: hub.url, HF_TOKEN: 'hf_good', HOME: folder, LICET_CACHE: join(folder, '.cache') },
        terminal: false,
        width: 80,
        today: '2026-11-24',
      };
      const spies = watched();
      const { stderr } = await main(args, host);
      expect(stderr).not.toContain('internal error');
      expect(calls(spies)).toBe(0);
      expect(hub.seen).toEqual([]);
    },
  );

  test('the Action', async () => {
    const folder = tempFolder(FILES);
    const spies = watched();
    await runAction({ GITHUB_WORKSPACE: folder, HOME: folder }, '2026-11-24', {
      annotations: json,
      summary: json,
      sarif: json,
    });
    expect(calls(spies)).toBe(0);
  });

  test('with it they do: the watch sees them', async () => {
    const hub = await hubServer();
    const folder = tempFolder(FILES);
    const spies = watched();
    await main(['--online'], {
      cwd: folder,
      env: { HF_ENDPOINT: hub.url, HOME: folder, LICET_CACHE: join(folder, '.cache') },
      terminal: false,
      width: 80,
      today: '2026-11-24',
    });
    expect(calls(spies)).toBeGreaterThan(0);
    expect(hub.seen.length).toBeGreaterThan(0);
  });
});
