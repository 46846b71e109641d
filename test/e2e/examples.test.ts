import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { extract } from '../../src/core/extract/extract.ts';
import { createContext } from '../../src/core/extract/make-context.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { lint } from '../../src/core/lint.ts';
import { main } from '../../src/cli/main.ts';
import { memoryRepo } from '../../src/core/read/memory-repo.ts';
import { snapshot } from '../../src/core/resolve/snapshot.ts';
import type { Host } from '../../src/app/host.ts';
import { spdxText } from '../support/license-texts.ts';

interface Example {
  readonly name: string;
  /** License texts that are left out of the folder: SPDX ids, or names of texts that SPDX has not. */
  readonly owes?: readonly string[];
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const names = JSON.parse(readFileSync(join(ROOT, 'examples/names.json'), 'utf8')) as Readonly<
  Record<string, Example>
>;
const examples = Object.entries(names);
const world: Host = { cwd: ROOT, env: { NO_COLOR: '1' }, terminal: false, width: 80, today: '2026-11-24' };
const catalogue = shippedCatalogue();

const isSpdx = (id: string) => !/^[a-z]/.test(id);
const textOf = (id: string) =>
  spdxText(id).replace(/<year>|<copyright holders>/g, (blank) => (blank === '<year>' ? '2026' : 'Acme Lab'));

/** A folder's files, and those that the caller puts beside them. */
function filesOf(folder: string, added: Readonly<Record<string, string>> = {}): Record<string, string> {
  const files = readdirSync(join(ROOT, folder), { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'expected.txt',
  );
  return {
    ...Object.fromEntries(files.map(({ name }) => [name, readFileSync(join(ROOT, folder, name), 'utf8')])),
    ...added,
  };
}

async function found(folder: string, name: string, owes: readonly string[] = []) {
  const texts = Object.fromEntries(
    owes.map((id, index) => [index === 0 ? 'LICENSE' : `LICENSES/${id}.txt`, textOf(id)]),
  );
  const { findings, failed } = await lint(
    memoryRepo(filesOf(folder, texts)),
    { value: name, from: 'flag' },
    { catalogue, upstreams: snapshot(catalogue), rules },
  );
  expect(failed).toEqual([]);
  return findings;
}

describe('the examples', () => {
  test('each folder has a name, and each name a folder', () => {
    const folders = readdirSync(join(ROOT, 'examples')).filter(
      (folder) => existsSync(join(ROOT, 'examples', folder, 'README.md')) && folder !== 'plugin',
    );
    expect(folders.sort()).toEqual(Object.keys(names).sort());
  });

  test.each(examples)('%s prints what its expected.txt holds', async (folder, { name }) => {
    const { stdout, stderr, code } = await main([`examples/${folder}`, '--name', name], world);
    expect(stderr).toBe('');
    expect(code).toBe(/^✔|^✖.*\(0 errors/m.test(stdout) ? 0 : 1);
    await expect(stdout).toMatchFileSnapshot(join(ROOT, 'examples', folder, 'expected.txt'));
  });

  test.each(examples.filter(([folder]) => folder.endsWith('-bad')))(
    '%s is not clean',
    async (folder, { name }) => {
      expect(await found(`examples/${folder}`, name)).not.toEqual([]);
    },
  );

  test.each(examples.filter(([folder]) => folder.endsWith('-good')))(
    '%s has no errors',
    async (folder, { name }) => {
      expect(
        (await found(`examples/${folder}`, name)).filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
    },
  );

  test.each(examples.filter(([folder, { owes }]) => folder.endsWith('-good') && owes === undefined))(
    '%s owes nothing',
    async (folder, { name }) => {
      expect(await found(`examples/${folder}`, name)).toEqual([]);
    },
  );

  const owing = examples.flatMap(([folder, { name, owes = [] }]) =>
    folder !== 'lineage' && owes.length > 0 ? [{ folder, name, owes }] : [],
  );
  test.each(owing.filter(({ owes }) => owes.every(isSpdx)))(
    '$folder owes nothing but the text of $owes',
    async ({ folder, name, owes }) => {
      expect((await found(`examples/${folder}`, name, owes)).map(({ rule }) => rule)).toEqual([]);
    },
  );
  // With texts that nobody may ship they are held together by `scripts/measure/texts-held.ts`.
  test.each(owing.filter(({ owes }) => !owes.every(isSpdx)))(
    '$folder owes the text of $owes, and nothing else',
    async ({ folder, name, owes }) => {
      const told = (await found(`examples/${folder}`, name)).map(({ rule }) => rule);
      expect(told.filter((rule) => rule !== 'missing-license-text')).toEqual([]);
      expect(told.filter((rule) => rule === 'missing-license-text')).toHaveLength(owes.length);
    },
  );
});

describe('repositories after public facts', () => {
  const ruleNames = async (folder: string, name: string, owes?: readonly string[]) =>
    [...new Set((await found(`test/fixtures/${folder}`, name, owes)).map(({ rule }) => rule))].sort();

  test('towers that the config records and the card does not name are asked for', async () => {
    const findings = await found('test/fixtures/unnamed-towers/bad', 'acme-lab/Sori-Omni-8B');
    const asked = findings
      .filter(({ rule }) => rule === 'undeclared-upstream' || rule === 'uncredited-component')
      .map(({ message: what }) => what)
      .join('\n');
    expect(asked).toContain('Qwen/Qwen2.5-VL-7B-Instruct');
    expect(asked).toContain('Qwen/Qwen2-Audio-7B-Instruct');
    expect(findings.map(({ rule, confidence }) => `${rule} ${confidence}`)).toContain(
      'contradicted-statement possible',
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('blanks left in a notice, and a license named that is not there', async () => {
    const findings = await found('test/fixtures/unfilled-notice/bad', 'acme-lab/Mirinae-112B');
    const told = findings.map(({ rule, message: what }) => `${rule}: ${what}`).join('\n');
    for (const blank of ['[year]', '[name of copyright owner]', '[MIT/Apache]'])
      expect(told).toContain(blank);
    expect(told).toMatch(/broken-license-link: .*MODEL_LICENSE|Model License/);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a base under its own license is no clean relicensing, and no certain mistake', async () => {
    const findings = await found('test/fixtures/relicensed-distill/bad', 'acme-lab/Thinker-Distill-Llama-8B');
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(
      expect.arrayContaining([
        'incompatible-license',
        'missing-name-prefix',
        'missing-notice',
        'missing-phrase',
        'missing-license-text',
      ]),
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('code with the names of glm4_moe under one copyright line of its publisher shows it', async () => {
    const text = readFileSync(join(ROOT, 'test/fixtures/copied-code/bad/modeling_harbor_open.py'), 'utf8');
    const [code] = await extract(
      [{ kind: 'text', file: 'modeling_harbor_open.py', text, bom: false }],
      createContext(catalogue, undefined),
    );
    expect(code).toMatchObject({
      kind: 'code',
      holders: [{ name: 'Acme Lab' }],
      takenFrom: [{ origin: 'glm4_moe', how: 'named' }],
    });
  });

  test('and the question shows the line, names both parties and is less than certain', async () => {
    const [asked, ...others] = await found('test/fixtures/copied-code/bad', 'acme-lab/Harbor-Open-100B');
    expect(others).toEqual([]);
    expect(asked).toMatchObject({
      rule: 'uncredited-code',
      severity: 'warning',
      confidence: 'possible',
      message: '"modeling_harbor_open.py" bears names of "glm4_moe"; its header names only "Acme Lab"',
    });
    expect(asked?.fix?.title).toContain('or that it was written from scratch');
  });

  test(
    'an architecture alone accuses nobody, but code of others is asked about, and the text of its ' +
      'license',
    async () => {
      const findings = await found('test/fixtures/unnamed-upstream/bad', 'acme-lab/Hinode-700B');
      const told = findings.map(({ rule, message: what }) => `${rule}: ${what}`).join('\n');
      expect(told).toContain('uncredited-code: Copyright of "DeepSeek-AI"');
      expect(told).toContain('uncredited-code: Text of license "apache-2.0"');
      expect(
        findings.filter(({ rule, severity }) => rule === 'undeclared-upstream' || severity === 'error'),
      ).toEqual([]);
    },
  );

  test.each([
    ['copied-code', 'acme-lab/Harbor-Open-100B', ['Apache-2.0']],
    ['unfilled-notice', 'acme-lab/Mirinae-112B', []],
    ['unnamed-upstream', 'acme-lab/Hinode-700B', ['MIT', 'Apache-2.0']],
  ])('%s is clean once repaired', async (folder, name, owes) => {
    expect(await ruleNames(`${folder}/repaired`, name, owes)).toEqual([]);
  });

  test('a distilled Llama under its own license, named and noticed, owes the text alone', async () => {
    expect(await ruleNames('relicensed-distill/repaired', 'acme-lab/Llama-Thinker-Distill-8B')).toEqual([
      'missing-license-text',
    ]);
  });

  test('towers that are named and noticed are clean', async () => {
    expect(
      await found('test/fixtures/unnamed-towers/repaired', 'acme-lab/Sori-Omni-8B', ['Apache-2.0']),
    ).toEqual([]);
  });
});
