import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { Client } from '../support/lsp-client.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The server that is shipped, in a process of its own. */
function started() {
  const process = spawn('node', [join(root, 'dist/licet.cjs'), 'lsp', '--stdio']);
  const ended = new Promise<number | null>((done) => process.on('exit', done));
  return { one: new Client(process.stdout, process.stdin), process, ended };
}

test('finds in every example what the command line finds', async () => {
  const { one, ended } = started();
  const folders = readdirSync(join(root, 'examples'))
    .map((name) => join(root, 'examples', name))
    .filter((folder) => !/\.\w+$/.test(folder) && readdirSync(folder).includes('README.md'));
  expect(folders.length).toBeGreaterThan(20);
  await one.start(folders);
  for (const folder of folders) {
    const uri = await one.open(join(folder, 'README.md'), readFileSync(join(folder, 'README.md'), 'utf8'));
    await one.diagnostics(uri);
    const host = {
      cwd: folder,
      env: {},
      terminal: false,
      width: 80,
      today: new Date().toISOString().slice(0, 10),
    };
    const { stdout } = await main(['--format', 'json'], host);
    const { repositories } = JSON.parse(stdout) as {
      readonly repositories: readonly {
        readonly findings: readonly {
          readonly file: string;
          readonly line: number | null;
          readonly rule: string;
        }[];
      }[];
    };
    const told = [...one.shown].flatMap(([at, diagnostics]) =>
      at.startsWith(`${new URL('.', uri).href}`)
        ? diagnostics.map(
            ({ code, range }) => `${at.slice(new URL('.', uri).href.length)} ${range.start.line + 1} ${code}`,
          )
        : [],
    );
    const printed = repositories.flatMap(({ findings }) =>
      findings.map(({ file, line, rule }) => `${file} ${line ?? 1} ${rule}`),
    );
    expect(told.sort(), basename(folder)).toEqual(printed.sort());
  }
  await one.connection.sendRequest('shutdown');
  await one.connection.sendNotification('exit');
  expect(await ended).toBe(0);
});

test('a client that hangs up without a word ends it with 1', async () => {
  const { one, process, ended } = started();
  await one.start([]);
  process.stdin.end();
  expect(await ended).toBe(1);
});

test('stdout is the protocol, whatever a file says', async () => {
  const { one, process, ended } = started();
  await one.start([root]);
  const uri = await one.open(
    join(root, 'examples/minimal/README.md'),
    '---\nlicense: "\u001b[31m::error::x"\n---\n',
  );
  const [first] = await one.diagnostics(uri);
  expect(first?.message).toContain('::error::x');
  process.kill();
  await ended;
});
