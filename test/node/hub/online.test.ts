import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { run } from '../../../src/cli/commands/resolve.ts';
import { closedPort, hubServer, type ServedModel } from '../../support/hub-server.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const CARD = '---\nlicense: mit\nbase_model: acme/mid\nbase_model_relation: finetune\n---\n# Tiny\n';
/** Two steps up stands a license that `mit` cannot carry. */
const HUB: Record<string, ServedModel> = {
  'acme/mid': {
    cardData: { license: 'apache-2.0', base_model: 'meta/root', base_model_relation: 'finetune' },
  },
  'meta/root': { cardData: { license: 'cc-by-nc-4.0' } },
};

function lint(folder: string, url: string, args: readonly string[], cache = join(folder, '.cache')) {
  const env = { HF_ENDPOINT: url, HOME: folder, LICET_CACHE: cache };
  return main([...args], { cwd: folder, env, terminal: false, width: 100, today: '2026-11-24' });
}

describe('licet --online', () => {
  test('finds what stands two steps up, and the second run asks nothing', async () => {
    const hub = await hubServer(HUB);
    const [folder, cache] = [tempFolder({ 'README.md': CARD }), tempFolder()];
    const first = await lint(folder, hub.url, ['--online'], cache);
    expect(first.stdout).toContain('acme/mid → meta/root');
    expect(first.stdout).toMatch(/lacks .*non-commercial/);
    expect(hub.seen).toHaveLength(2);
    expect(await lint(folder, hub.url, ['--online'], cache)).toEqual(first);
    expect(hub.seen).toHaveLength(2);
  });

  test.each([
    ['the folder that is linted', (root: string) => join(root, 'work/.cache'), []],
    ['a folder that is named', (root: string) => join(root, 'model/.cache'), ['../model']],
    ['the checkout around it', (root: string) => join(root, '.cache'), []],
  ])('a cache that lies in %s is neither believed nor made', async (_, cacheIn, args) => {
    const hub = await hubServer(HUB);
    const root = tempFolder({ 'work/README.md': CARD, 'model/README.md': CARD, '.git/HEAD': '' });
    for (const runs of [1, 2]) {
      await lint(join(root, 'work'), hub.url, ['--online', ...args], cacheIn(root));
      expect(hub.seen).toHaveLength(2 * runs);
    }
    expect(existsSync(cacheIn(root))).toBe(false);
  });

  test('a lock spares the Hub altogether, also without --online', async () => {
    const hub = await hubServer(HUB);
    const folder = tempFolder({ 'README.md': CARD });
    const env = { HF_ENDPOINT: hub.url, HOME: folder, LICET_CACHE: join(folder, '.cache') };
    await run(['--online'], { cwd: folder, env, now: () => new Date('2026-11-24T00:00:00Z') });
    const before = hub.seen.length;
    for (const args of [[], ['--online'], ['--frozen-lock']])
      expect((await lint(folder, hub.url, args)).stdout).toContain('acme/mid → meta/root');
    expect(hub.seen).toHaveLength(before);
  });

  test('a renamed upstream is shown with its id of today, also in the way of others', async () => {
    const hub = await hubServer({
      'acme/old': { movedTo: 'acme-ai/new' },
      'acme-ai/new': { cardData: { license: 'cc-by-nc-4.0' } },
    });
    const folder = tempFolder({
      'README.md': '---\nlicense: mit\nbase_model: acme/old\n---\n# Tiny\n',
      'adapter_config.json': '{"peft_type":"LORA","base_model_name_or_path":"acme-ai/new"}',
    });
    const { stdout } = await lint(folder, hub.url, ['--online']);
    expect(stdout).toContain(
      '3:13  info  The Hub calls "acme/old" by the id "acme-ai/new" today  renamed-upstream',
    );
    expect(stdout).toMatch(
      /from +this model → acme\/old \(cc-by-nc-4\.0, as of \d{4}-\d\d-\d\d, on the Hub\s+acme-ai\/new\)/,
    );
    expect(stdout).not.toContain('contradicted-upstream');
    expect(stdout).not.toContain('undeclared-upstream');
  });

  test('without --online no packet leaves', async () => {
    const hub = await hubServer(HUB);
    const { stdout } = await lint(tempFolder({ 'README.md': CARD }), hub.url, []);
    expect(stdout).toContain('Terms of "acme/mid" are unknown');
    expect(hub.seen).toEqual([]);
  });

  test('with nobody there it ends soon, says so, and keeps what it knows offline', async () => {
    const folder = tempFolder({
      'README.md':
        '---\nlicense: mit\nbase_model: [acme/mid, meta-llama/Llama-3.1-8B]\nbase_model_relation: ' +
        'merge\n---\n# Tiny\n',
    });
    const online = await lint(folder, await closedPort(), ['--online']);
    expect(online.stdout).toMatch(
      /Terms of "acme\/mid" are unknown: no connection to 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/,
    );
    const offline = await lint(folder, '', []);
    const others = (text: string) =>
      text.split('\n').filter((line) => /^ {2}\d+:\d+/.test(line) && !line.includes('unresolved-upstream'));
    expect(others(offline.stdout).length).toBeGreaterThan(0);
    expect(others(online.stdout)).toEqual(others(offline.stdout));
  });
});

describe('what the Hub says today, beside what licet ships', () => {
  const card = (base: string) =>
    `---\nlicense: mit\nbase_model: ${base}\nbase_model_relation: finetune\n---\n# T\n`;
  const upstreams = async (base: string, served: ServedModel | undefined, args = ['--online']) => {
    const hub = await hubServer(served === undefined ? {} : { [base]: served });
    const folder = tempFolder({ 'README.md': card(base) });
    const { stdout, stderr } = await lint(folder, hub.url, [...args, '--format', 'json']);
    const document = JSON.parse(stdout) as {
      repositories: { upstreams: Record<string, unknown>[] }[];
    };
    return { all: document.repositories[0]?.upstreams ?? [], stderr, folder, hub };
  };

  test('a license that changed since the snapshot counts as of today, and both dates are told', async () => {
    const { all, folder, hub } = await upstreams('Qwen/Qwen3-8B', { cardData: { license: 'cc-by-nc-4.0' } });
    expect(all[0]).toMatchObject({
      model: 'Qwen/Qwen3-8B',
      license: 'cc-by-nc-4.0',
      asOf: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) as string,
      earlier: { license: 'apache-2.0', asOf: expect.stringMatching(/^20\d\d/) as string },
    });
    const { stdout } = await lint(folder, hub.url, ['--online']);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/cc-by-nc-4\.0, as of 20[\d-]{8}; apache-2\.0 as of 20\d\d/);
    const tree = await lint(folder, hub.url, ['tree', '--online']);
    expect(tree.stdout.replace(/[\s│]+/g, ' ')).toMatch(/license from Hub .*; apache-2\.0 as of 20\d\d/);
  });

  test('a license that did not change has no earlier one', async () => {
    const { all } = await upstreams('Qwen/Qwen3-8B', { cardData: { license: 'apache-2.0' } });
    expect(all[0]).toMatchObject({ license: 'apache-2.0', earlier: null });
    expect(String(all[0]?.['resolution'])).toMatch(/^Hub/);
  });

  test('a license that licet does not know outranks the one of old', async () => {
    const { all } = await upstreams('Qwen/Qwen3-8B', {
      cardData: { license: 'other', license_name: 'acme-new-terms' },
    });
    expect(all[0]).toMatchObject({
      license: 'acme-new-terms',
      spdx: 'NOASSERTION',
      earlier: { license: 'apache-2.0' },
    });
  });

  test.each([
    ['nothing', {}],
    ['other and no name', { license: 'other' }],
  ])('where the card says %s, what was read in the license itself stands', async (_, cardData) => {
    const { all } = await upstreams('Qwen/Qwen3-8B', { cardData });
    expect(all[0]).toMatchObject({ license: 'apache-2.0', resolution: 'snapshot', earlier: null });
  });

  test('a base that only the snapshot tells of is kept beside what the record says', async () => {
    const { all } = await upstreams('deepseek-ai/DeepSeek-R1-Distill-Llama-8B', {
      cardData: { license: 'mit' },
    });
    expect(all.map(({ model }) => model)).toContain('meta-llama/Llama-3.1-8B');
  });

  test('where the Hub does not tell, what licet ships speaks, and a line says so', async () => {
    const { all, stderr } = await upstreams('Qwen/Qwen3-8B', undefined);
    expect(all[0]).toMatchObject({ license: 'apache-2.0', resolution: 'snapshot' });
    expect(stderr).toMatch(/the Hub did not tell of 2 models, so what licet ships speaks: it is missing/);
  });

  test('the lock outranks both', async () => {
    const hub = await hubServer({ 'Qwen/Qwen3-8B': { cardData: { license: 'cc-by-nc-4.0' } } });
    const folder = tempFolder({ 'README.md': card('Qwen/Qwen3-8B') });
    await lint(folder, '', ['resolve']);
    const { stdout } = await lint(folder, hub.url, ['--online', '--format', 'json']);
    expect(stdout).toMatch(/"license": "apache-2\.0",\s+"spdx": "Apache-2\.0",\s+"resolution": "lock"/);
    expect(stdout).toContain('stale-lock');
  });
});

describe('licet hf:org/name', () => {
  test('lints a repository on the Hub, and its upstreams too', async () => {
    const hub = await hubServer({
      ...HUB,
      'me/tiny': { files: { 'README.md': CARD, 'config.json': '{"model_type":"llama"}' } },
    });
    const { stdout, code } = await lint(tempFolder(), hub.url, ['hf:me/tiny']);
    expect(stdout).toContain('hf:me/tiny/README.md');
    expect(stdout).toContain('acme/mid → meta/root');
    expect(code).toBe(1);
  });

  test('one that is not there is one clear message', async () => {
    const hub = await hubServer();
    expect(await lint(tempFolder(), hub.url, ['hf:me/absent'])).toMatchObject({
      stdout: '',
      code: 2,
      stderr: expect.stringContaining(
        '"hf:me/absent" could not be read: it is missing, renamed or private',
      ) as string,
    });
  });
});
