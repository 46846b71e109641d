import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { expect, test } from 'vitest';
import { client, type Diagnostic } from '../support/lsp-client.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CARD = '---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Tide\n';
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly isPreferred?: boolean;
  readonly edit: {
    readonly documentChanges: readonly {
      readonly kind?: string;
      readonly uri?: string;
      readonly textDocument?: { readonly uri: string; readonly version: number | null };
      readonly edits?: readonly {
        readonly range: { readonly start: Point; readonly end: Point };
        readonly newText: string;
      }[];
    }[];
  };
}
interface Point {
  readonly line: number;
  readonly character: number;
}

/** A document after an action, as a client would change it. */
function changed(text: string, uri: string, { edit }: Action): string {
  const offset = ({ line, character }: Point) =>
    text
      .split('\n')
      .slice(0, line)
      .reduce((sum, one) => sum + one.length + 1, 0) + character;
  const edits = edit.documentChanges.flatMap((change) =>
    change.textDocument?.uri === uri ? (change.edits ?? []) : [],
  );
  return edits.reduce(
    (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
    text,
  );
}

test('opens, types and closes: what is shown follows', async () => {
  const folder = tempFolder({ 'README.md': '---\nlicense: mit\n---\n# Tide\n' });
  const one = client();
  await one.start([folder]);
  const uri = await one.open(join(folder, 'README.md'), '---\nlicense: mit\n---\n# Tide\n');
  expect(codes(await one.diagnostics(uri))).toEqual([]);

  await one.type(uri, CARD.replace('\n---\n#', '\nbase_model_relation: finetune\n---\n#'));
  const [first, ...others] = await one.diagnostics(uri);
  expect(first).toMatchObject({
    code: 'incompatible-license',
    severity: 1,
    source: 'licet',
    range: { start: { line: 1, character: 9 }, end: { line: 1, character: 19 } },
    codeDescription: { href: expect.stringMatching(/docs\/rules\/incompatible-license\.md$/) as string },
  });
  expect(first?.message).toContain('§1.b.iv');
  expect(others.map(({ severity }) => severity)).not.toContain(1);
  expect(others.some(({ message }) => message.includes('(likely)'))).toBe(true);

  await one.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await one.diagnostics(uri);
  expect([...one.shown.keys()]).toEqual([]);
});

test('files that are not open are shown with the card that names them', async () => {
  const folder = tempFolder({ 'README.md': CARD, 'adapter_config.json': '{ "peft_type": ' });
  const one = client();
  await one.start([folder]);
  const uri = await one.open(join(folder, 'README.md'), CARD);
  await one.diagnostics(uri);
  const other = pathToFileURL(join(folder, 'adapter_config.json')).href;
  expect(codes(one.shown.get(other) ?? [])).toEqual(['unreadable-file']);
});

test('safe fixes one by one, or all at once as a source action; unsafe ones by choice', async () => {
  const folder = tempFolder({
    'README.md': CARD,
    'config.json': '{"model_type": "llama"}',
    'model.safetensors': '',
  });
  const one = client();
  await one.start([folder]);
  const uri = await one.open(join(folder, 'README.md'), CARD);
  const ask = (only: readonly string[]) =>
    one.ask<Action[]>('textDocument/codeAction', uri, { range: WHOLE, context: { diagnostics: [], only } });

  const quick = await ask(['quickfix']);
  const preferred = quick.filter(({ isPreferred }) => isPreferred);
  expect(preferred.length).toBeGreaterThan(0);
  const choices = quick.filter(({ title }) => title.endsWith('(choose)'));
  expect(choices.every(({ isPreferred }) => isPreferred === false)).toBe(true);
  const relicensed = choices.map((action) => changed(CARD, uri, action)).join();
  expect(relicensed).toContain('license: llama3.1');

  const [all, ...more] = await ask(['source.fixAll']);
  expect([all?.kind, more]).toEqual(['source.fixAll.licet', []]);
  const mended = all ? changed(CARD, uri, all) : '';
  expect(mended).toContain('Built with Llama');
  expect(mended).toContain('license: apache-2.0');
  expect(all?.edit.documentChanges[0]?.textDocument?.version).toBe(1);

  await one.type(uri, mended);
  expect(codes(await one.diagnostics(uri))).not.toContain('missing-phrase');
  expect(await ask(['source.fixAll'])).toEqual([]);
});

test('a rule is turned off for a line by a comment, of which the reason is left to the author', async () => {
  const folder = tempFolder({ 'README.md': CARD });
  const one = client();
  await one.start([folder]);
  const uri = await one.open(join(folder, 'README.md'), CARD);
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
  const actions = await one.ask<Action[]>('textDocument/codeAction', uri, {
    range,
    context: { diagnostics: [] },
  });
  const off = actions.find(({ title }) => title.startsWith('Turn off incompatible-license'));
  const text = off ? changed(CARD, uri, off) : '';
  expect(text).toContain('\n# licet-disable-next-line incompatible-license -- \nlicense: apache-2.0\n');
  await one.type(uri, text.replace(' -- ', ' -- agreed with the licensor'));
  expect(codes(await one.diagnostics(uri))).not.toContain('incompatible-license');
});

test('config, lock and baseline count, and count anew when they change on the disk', async () => {
  const folder = tempFolder({ 'README.md': CARD });
  const one = client();
  await one.start([folder]);
  const uri = await one.open(join(folder, 'README.md'), CARD);
  expect(codes(await one.diagnostics(uri))).toContain('incompatible-license');
  const change = async (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
    await one.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(folder, file)).href, type: 2 }],
    });
    return one.diagnostics(uri);
  };
  expect(codes(await change('licet.config.yaml', 'rules: { incompatible-license: "off" }\n'))).not.toContain(
    'incompatible-license',
  );
  const [broken, ...more] = await change('licet.config.yaml', 'rules: [\n');
  expect([broken?.severity, more]).toEqual([1, []]);
  expect(broken?.message).toContain('licet.config.yaml');
  expect(codes(await change('licet.config.yaml', '{}\n'))).toContain('incompatible-license');
  const locked = JSON.stringify({
    version: 1,
    models: { 'meta-llama/Llama-3.1-8B': { license: 'apache-2.0', source: 'hub', asOf: '2026-11-01' } },
  });
  const under = codes(await change('licet.lock.json', locked));
  expect(under).not.toEqual(codes(await change('licet.lock.json', '{')));
});

test('a preset of the client holds where no config says otherwise', async () => {
  const folder = tempFolder({ 'README.md': '---\nlicense: mit\n---\n# Tide\n' });
  const one = client();
  await one.start([folder], { preset: 'publish' });
  const uri = await one.open(join(folder, 'README.md'), CARD);
  const strict = await one.diagnostics(uri);
  const change = async (settings: unknown) => {
    await one.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    return (await one.diagnostics(uri)).length;
  };
  expect(await change(null)).toBe(strict.length);
  const own = await change({ licet: {} });
  expect(own).toBeLessThan(strict.length);
  // Helix sends again, bare, what it sent at the start.
  expect(await change({ preset: 'publish' })).toBe(strict.length);
  expect(await change({ licet: { preset: null } })).toBe(own);
});

test('each folder of a workspace has its own config', async () => {
  const [left, right] = [
    tempFolder({ 'README.md': CARD, 'licet.config.yaml': 'rules: { incompatible-license: "off" }\n' }),
    tempFolder({ 'README.md': CARD }),
  ];
  const one = client();
  await one.start([left, right]);
  const [silent, loud] = [
    await one.open(join(left, 'README.md'), CARD),
    await one.open(join(right, 'README.md'), CARD),
  ];
  expect(codes(await one.diagnostics(silent))).not.toContain('incompatible-license');
  expect(codes(await one.diagnostics(loud))).toContain('incompatible-license');
});

test('code that lies in a repository is not run', async () => {
  const folder = tempFolder({ 'README.md': CARD });
  const proof = join(folder, 'ran');
  const write = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(proof)}, '');`;
  const code = `${write} export default {};`;
  writeFileSync(join(folder, 'licet.config.mjs'), code);
  const one = client();
  await one.start([folder]);
  const uri = await one.open(join(folder, 'README.md'), CARD);
  await one.diagnostics(uri);
  expect(() => readFileSync(proof)).toThrow(/ENOENT/);
});

test('what an upstream is under stands behind its name and under the mouse', async () => {
  const folder = tempFolder({ 'README.md': CARD });
  const one = client();
  await one.start([folder]);
  const uri = await one.open(join(folder, 'README.md'), CARD);
  const hints = await one.ask<{ readonly label: string; readonly position: Point }[]>(
    'textDocument/inlayHint',
    uri,
    {
      range: WHOLE,
    },
  );
  expect(hints).toMatchObject([{ position: { line: 2, character: 35 } }]);
  expect(hints[0]?.label).toMatch(/^llama3\.1 · snapshot \d{4}-\d{2}/);
  const hover = (line: number, character: number) =>
    one.ask<{ readonly contents: { readonly value: string } } | null>('textDocument/hover', uri, {
      position: { line, character },
    });
  expect((await hover(2, 20))?.contents.value).toMatch(/\*\*meta-llama\/Llama-3\.1-8B\*\*[^]*- §1\.b\.i/);
  expect((await hover(1, 12))?.contents.value).toMatch(/Apache License 2\.0[^]*- §4/);
  expect(await hover(4, 1)).toBeNull();
});

test('completes licenses, relations, keys and rules, and only where they may stand', async () => {
  const folder = tempFolder({ 'README.md': CARD });
  const one = client();
  await one.start([folder]);
  const text = '---\nlicense: ap\nbase_model_relation: \nda\n---\n<!-- licet-disable \nlicense: \n';
  const uri = await one.open(join(folder, 'README.md'), text);
  const at = async (line: number, character: number) =>
    (
      await one.ask<{ readonly label: string }[]>('textDocument/completion', uri, {
        position: { line, character },
      })
    ).map(({ label }) => label);
  expect(await at(1, 11)).toEqual(expect.arrayContaining(['apache-2.0', 'llama3.1', 'other']));
  expect(await at(2, 21)).toEqual(['adapter', 'finetune', 'merge', 'quantized']);
  expect(await at(3, 2)).toContain('datasets');
  expect(await at(5, 19)).toContain('missing-phrase');
  expect(await at(6, 9)).toEqual([]);
});

test('a folder that is no model repository is left in peace', async () => {
  const folder = tempFolder({ 'notes.md': '# Notes\n' });
  mkdirSync(join(folder, 'sub'));
  const one = client();
  await one.start([folder]);
  const uri = await one.open(join(folder, 'notes.md'), '# Notes\n');
  expect(await one.diagnostics(uri)).toEqual([]);
});

test('a client that asks for findings is told those of open files, and sent those of others', async () => {
  const folder = tempFolder({ 'README.md': CARD, 'adapter_config.json': '{ "peft_type": ' });
  const one = client();
  await one.start([folder], undefined, { diagnostic: {} });
  const uri = await one.open(join(folder, 'README.md'), CARD);
  const pulled = () =>
    one.ask<{ readonly kind: string; readonly items: readonly Diagnostic[] }>(
      'textDocument/diagnostic',
      uri,
      {},
    );
  const { kind, items } = await pulled();
  expect([kind, codes(items)[0]]).toEqual(['full', 'incompatible-license']);
  const other = pathToFileURL(join(folder, 'adapter_config.json')).href;
  expect([...one.shown.keys()]).toEqual([other]);
  await one.type(uri, CARD.replace('apache-2.0', 'llama3.1'));
  expect(codes((await pulled()).items)).not.toContain('incompatible-license');
  await one.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await one.open(join(folder, 'adapter_config.json'), '{ "peft_type": ');
  await one.diagnostics(other);
  expect([...one.shown.keys()]).toEqual([uri]);
});

test('metadata link to what they name', async () => {
  const folder = tempFolder({ 'README.md': CARD });
  const one = client();
  await one.start([folder]);
  const text =
    '---\nlicense: other\nlicense_link: LICENSE.md\nbase_model:\n  - acme/Tide\n' +
    '  - https://huggingface.co/acme/Flow\n  - ./local dir\n' +
    'datasets: [acme/Waves]\n---\nlicense_link: acme/Other\n';
  const uri = await one.open(join(folder, 'README.md'), text);
  interface Link {
    readonly target: string;
    readonly range: { readonly start: Point; readonly end: Point };
  }
  const links = async () => one.ask<Link[]>('textDocument/documentLink', uri, {});
  const hub = 'https://huggingface.co';
  const found = await links();
  expect(found.map(({ target }) => target)).toEqual([
    pathToFileURL(join(folder, 'LICENSE.md')).href,
    `${hub}/acme/Tide`,
    `${hub}/acme/Flow`,
    `${hub}/datasets/acme/Waves`,
  ]);
  expect(found[1]?.range).toEqual({ start: { line: 4, character: 4 }, end: { line: 4, character: 13 } });
  await one.type(uri, '---\nlicense_link: https://acme.example/terms\nbase_model: ../../etc\n');
  expect((await links()).map(({ target }) => target)).toEqual(['https://acme.example/terms']);
});

test('over the card stands what lies upstream, and behind it the page of the report', async () => {
  const card = CARD.replace(
    /base_model:.*/,
    'base_model: [meta-llama/Llama-3.1-8B, acme/Unheard-7B]\nbase_model_relation: finetune',
  );
  const folder = tempFolder({ 'README.md': card });
  const one = client();
  await one.start([folder]);
  const uri = await one.open(join(folder, 'README.md'), card);
  const lenses = await one.ask<
    {
      readonly command: { readonly title: string; readonly command: string; readonly arguments: unknown[] };
    }[]
  >('textDocument/codeLens', uri, {});
  expect(lenses.map(({ command }) => command.title)).toEqual([
    expect.stringMatching(/^2 upstreams, 1 not known · 1 error · \d warnings · lineage$/),
  ]);
  const { command, arguments: args } = lenses[0]?.command ?? {};
  const page = await one.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
  expect(page).toMatch(/^<!doctype html>[^]*incompatible-license[^]*acme\/Unheard-7B/i);
  const config = await one.open(join(folder, 'config.json'), '{}');
  expect(await one.ask('textDocument/codeLens', config, {})).toEqual([]);
});

test('what a client takes back is not answered, and the server goes on', async () => {
  const folder = tempFolder({ 'README.md': CARD });
  const one = client();
  await one.start([folder]);
  const uri = await one.open(join(folder, 'README.md'), CARD);
  const cancel = new CancellationTokenSource();
  const asked = one.connection.sendRequest(
    'textDocument/hover',
    { textDocument: { uri }, position: { line: 2, character: 20 } },
    cancel.token,
  );
  cancel.cancel();
  await expect(asked).rejects.toMatchObject({ code: -32800 });
  expect(codes(await one.diagnostics(uri))).toContain('incompatible-license');
});

test('metadata are completed before they are closed, and with the line ends of Windows', async () => {
  const folder = tempFolder({ 'README.md': CARD });
  const one = client();
  await one.start([folder]);
  const uri = await one.open(join(folder, 'README.md'), '---\nlicense: a\n');
  const at = async (line: number, character: number) =>
    (await one.ask<unknown[]>('textDocument/completion', uri, { position: { line, character } })).length;
  expect(await at(1, 10)).toBeGreaterThan(50);
  await one.type(uri, '---\r\nlicense: a\r\n---\r\nlicense: a\r\n');
  expect(await at(1, 10)).toBeGreaterThan(50);
  expect(await at(3, 10)).toBe(0);
});
