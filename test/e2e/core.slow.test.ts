import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { main } from '../../src/cli/main.ts';
import type * as Core from '../../src/core.ts';
import type { Host } from '../../src/app/host.ts';

/**
 * `licet/core` where there is nothing: a context of `node:vm` that has the language, and of the world around
 * it these three alone. No process, Buffer, require, timer, clock set from outside, or network.
 */
const GIVEN = { TextDecoder, TextEncoder, URL };

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TODAY = '2026-11-24';
const host: Host = { cwd: ROOT, env: { NO_COLOR: '1' }, terminal: false, width: 80, today: TODAY };

const names = JSON.parse(readFileSync(join(ROOT, 'examples/names.json'), 'utf8')) as Readonly<
  Record<string, { readonly name: string }>
>;
/** Every example, and the larger repositories with code, notices and texts of licenses. */
const repositories = [
  ...Object.entries(names).map(([folder, { name }]) => [`examples/${folder}`, name] as const),
  ...readdirSync(join(ROOT, 'test/fixtures')).flatMap((folder) =>
    readdirSync(join(ROOT, 'test/fixtures', folder), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map((one) => [`test/fixtures/${folder}/${one.name}`, 'acme-lab/Tide-7B'] as const),
  ),
];

let code = '';
beforeAll(async () => {
  const build = await rolldown({
    cwd: ROOT,
    input: { core: 'src/core.ts' },
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'] },
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await build.generate({ format: 'iife', name: 'licet', codeSplitting: false });
  await build.close();
  expect(output).toHaveLength(1);
  code = output[0].code;
}, 60_000);

/** licet in a context of its own, which knows of no data yet. */
function core(): typeof Core {
  const context = createContext({ ...GIVEN });
  runInContext(code, context);
  return (context as { readonly licet: typeof Core }).licet;
}

/** Files by their path under a folder, as bytes. */
const bytesOf = (folder: string, files: readonly string[]): Record<string, Uint8Array> =>
  Object.fromEntries(files.map((file) => [file, new Uint8Array(readFileSync(join(ROOT, folder, file)))]));

function withData(): typeof Core {
  const licet = core();
  licet.useDataSource(licet.memoryData(bytesOf('', licet.dataFiles)));
  return licet;
}

function repoAt(licet: typeof Core, folder: string): Core.Repo {
  const files = readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(ROOT, folder).length + 1));
  return licet.memoryRepo(bytesOf(folder, files), { root: folder });
}

/** A run as the command line makes one, of one repository in memory. */
async function run(licet: typeof Core, folder: string, name: string): Promise<Core.Run> {
  const catalogue = licet.shippedCatalogue();
  const repo = repoAt(licet, folder);
  const text = new TextDecoder().decode(
    await repo.bytes(licet.lockFile, 0, 1e6).catch(() => new Uint8Array()),
  );
  const read = text === '' ? undefined : licet.parseLock(text);
  const upstreams = licet.shippedUpstreams(catalogue, { lock: read?.is === 'read' ? read.lock : undefined });
  const { failed, ...report } = await licet.lint(
    repo,
    { value: name, from: 'flag' },
    { catalogue, upstreams, rules: licet.rules, today: TODAY },
  );
  expect(failed).toHaveLength(0);
  return {
    version: licet.version,
    docs: licet.rulePages,
    data: catalogue.date,
    models: licet.dataDates().models,
    reports: [report],
    rules: licet.rules,
  };
}

const STYLE = { color: false, width: 80, terminal: false };

describe('without Node, licet', () => {
  test.each(repositories)('finds in %s what the command line finds', async (folder, name) => {
    const licet = shared();
    const format = await licet.loadFormat('json');
    const here = format(await run(licet, folder, name), STYLE);
    const { stdout, stderr } = await main([folder, '--name', name, '--format', 'json'], host);
    expect(stderr).toBe('');
    expect(here).toBe(stdout);
  });

  test('finds something in the examples', async () => {
    const { reports } = await run(shared(), 'examples/llama-3.1-bad', 'acme/Chat-8B');
    expect(reports[0]?.findings.length).toBeGreaterThan(2);
  });

  test.each(['stylish', 'compact', 'ndjson', 'github', 'summary', 'markdown', 'html', 'gitlab', 'junit'])(
    'writes %s as the command line does',
    async (name) => {
      const licet = shared();
      const format = await licet.loadFormat(name);
      const { stdout } = await main(
        ['examples/llama-3.1-bad', '--name', 'acme/Chat-8B', '--format', name],
        host,
      );
      expect(format(await run(licet, 'examples/llama-3.1-bad', 'acme/Chat-8B'), STYLE)).toBe(stdout);
    },
  );

  test('applies what is safe to apply', async () => {
    const { reports } = await run(shared(), 'examples/llama-3.1-bad', 'acme/Chat-8B');
    const card = readFileSync(join(ROOT, 'examples/llama-3.1-bad/README.md'), 'utf8');
    const { files } = shared().applyFixes(new Map([['README.md', card]]), reports[0]?.findings ?? []);
    expect(files.get('README.md')).toContain('Built with Llama');
  });

  test('reads a config that somebody types, and says where it is wrong', () => {
    const licet = shared();
    const read = (text: string) => {
      const { value, spot } = licet.parseConfig(text, 'licet.config.yaml');
      return licet.configFrom(value, licet.rules, spot);
    };
    const config = read(
      'extends: publish\nrules: { missing-license: off }\n' +
        'overrides: [{ files: "docs/**", rules: { missing-license: error } }]\nignores: ["*.bak"]\n',
    );
    expect(licet.levelsFor(config, '').get('missing-license')).toBe('off');
    expect(licet.levelsFor(config, '').get('missing-notice')).toBe('error');
    expect(licet.levelsAt(config, '')('docs/a.md').get('missing-license')).toBe('error');
    expect([licet.isIgnored(config, 'a/b.bak'), licet.isIgnored(config, 'a/b.md')]).toEqual([true, false]);
    expect(() => read('rules:\n  missing-licence: off\n')).toThrow(/^licet\.config\.yaml:2:3: /);
    expect(() => read('extends: strickt\n')).toThrow('licet.config.yaml:1:1: no preset named "strickt"');
    expect(() => read('extends: ./base.yaml\n')).toThrow('no preset named "./base.yaml"');
    expect(() => read('plugins: [a]\n')).toThrow('plugins');
  });

  test('answers for single licenses', () => {
    const licet = shared();
    const catalogue = licet.shippedCatalogue();
    const named = (text: string) => licet.identify(text, undefined, catalogue);
    expect(licet.spdxOf(named('apache 2'))).toBe('Apache-2.0');
    expect(licet.compat([named('llama3.1')], named('mit'), 'finetune').verdict).toBe('conflict');
  });
});

test('the page that explains it shows what works', async () => {
  const page = readFileSync(join(ROOT, 'docs/without-node.md'), 'utf8');
  const [, names = '', body = ''] = /^import (\{[^}]*\}) from 'licet\/core';$([^]*?)^```$/m.exec(page) ?? [];
  const read = (file: string) => Promise.resolve(new Uint8Array(readFileSync(join(ROOT, file))));
  const context = createContext({ ...GIVEN, read });
  runInContext(code, context);
  const text: unknown = await runInContext(
    `(async () => { const ${names} = licet; ${body}; return text; })()`,
    context,
  );
  expect(text).toContain('Built with Llama');
});

describe('data in pieces', () => {
  /** Pieces of a file of about this many bytes, each but the first of a table beginning with a line. */
  function cut(licet: typeof Core, file: Core.DataFile, bytes: Uint8Array, size: number): Core.Pieces {
    const starts = [0];
    for (let at = size; at < bytes.length; at += size) {
      const start = bytes.indexOf(10, at) + 1;
      if (start > 0 && start < bytes.length) starts.push((at = start));
    }
    if (!/(?:models|datasets)\.tsv$/.test(file)) return { size: bytes.length, starts };
    const idAt = (start: number) => new TextDecoder().decode(bytes.subarray(start, bytes.indexOf(9, start)));
    const keys = starts.map((start) => (start === 0 ? '' : licet.rowOrder(idAt(start))));
    return { size: bytes.length, starts, keys };
  }

  /** Runs again as long as a piece is lacking, and counts the bytes that were brought. */
  async function piecemeal(folder: string, name: string, size: number) {
    const licet = core();
    const all = bytesOf('', licet.dataFiles) as Record<Core.DataFile, Uint8Array>;
    type Shipped = (typeof licet.dataFiles)[number];
    const index = Object.fromEntries(
      licet.dataFiles.map((file) => [file, cut(licet, file, all[file], size)]),
    ) as Record<Shipped, Core.Pieces>;
    const data = licet.piecedData(index);
    licet.useDataSource(data);
    let brought = 0;
    for (;;) {
      const done = await run(licet, folder, name).catch((error: unknown) => error);
      const lacking = data.lacking();
      if (lacking.length === 0) return { licet, done, brought };
      for (const { file, nth } of lacking) {
        const { starts } = index[file as Shipped];
        const piece = (all[file] ?? new Uint8Array()).slice(starts[nth], starts[nth + 1]);
        brought += piece.length;
        data.put({ file, nth }, piece);
      }
    }
  }

  // Each in a context of its own, which takes its time: some stand for all.
  test.each(repositories.filter((_, nth) => nth % 4 === 0))(
    'that come when they are asked for give the same in %s',
    async (folder, name) => {
      const { licet, done } = await piecemeal(folder, name, 40_000);
      if (done instanceof Error) throw done;
      const format = await licet.loadFormat('json');
      const { stdout } = await main([folder, '--name', name, '--format', 'json'], host);
      expect(format(done as Core.Run, STYLE)).toBe(stdout);
    },
  );

  test('are few for a usual card, and as few as they can be', async () => {
    const { brought } = await piecemeal('examples/llama-3.1-bad', 'acme/Chat-8B', 20_000);
    expect(brought).toBeLessThan(600_000);
  });

  test('of any size give the same', async () => {
    const [one, other] = [
      await piecemeal('examples/merge-bad', 'acme/Tide-8B', 3_000),
      await piecemeal('examples/merge-bad', 'acme/Tide-8B', 5_000_000),
    ];
    const told = async ({ licet, done }: typeof one) =>
      (await licet.loadFormat('json'))(done as Core.Run, STYLE);
    expect(await told(one)).toBe(await told(other));
  });
});

describe('where the data lies', () => {
  test('all of it is shipped', () => {
    const { files } = manifest;
    for (const file of shared().dataFiles)
      expect(
        files.some((one) => file === one || file.startsWith(`${one}/`)),
        file,
      ).toBe(true);
  });

  test('the index of license texts is asked for only where there is such a text', async () => {
    const licet = core();
    const { 'data/fingerprints.bin': _, ...held } = bytesOf('', licet.dataFiles);
    licet.useDataSource(licet.memoryData(held));
    const [report] = (await run(licet, 'examples/llama-3.1-bad', 'acme/Chat-8B')).reports;
    expect(report?.findings.length).toBeGreaterThan(2);
    await expect(run(licet, 'examples/solar-open-bad', 'acme/Tide-8B')).rejects.toThrow('is not held');
  });

  test('is asked for in words, before anything is read', () => {
    expect(() => core().shippedCatalogue()).toThrow('call `useDataSource` first');
  });

  test('is said once: what was read is kept', () => {
    const licet = core();
    const data = licet.memoryData(bytesOf('', licet.dataFiles));
    licet.useDataSource(licet.memoryData({}));
    licet.useDataSource(data);
    licet.shippedCatalogue();
    licet.useDataSource(data);
    expect(() => licet.useDataSource(licet.memoryData({}))).toThrow('call `useDataSource` once');
  });

  test('is told where something is not there', () => {
    const licet = core();
    licet.useDataSource(licet.memoryData({}));
    expect(() => licet.shippedCatalogue()).toThrow('Data file "data/generated/names.jsonl" is not held');
  });
});

let made: typeof Core | undefined;
const shared = () => (made ??= withData());
