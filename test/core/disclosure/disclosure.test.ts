import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runLint } from '../../../src/app/run-lint.ts';
import { disclose, isRead } from '../../../src/core/disclosure/disclose.ts';
import type { Disclosure } from '../../../src/core/disclosure/disclosure.ts';
import { canonicalJson, factsHash, rowsHash, rowsOf } from '../../../src/core/disclosure/identity.ts';
import { main } from '../../../src/cli/main.ts';
import { spdxText } from '../../support/license-texts.ts';
import { RICH } from '../../support/rich-model.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

async function disclosed(
  files: Readonly<Record<string, string>> | string,
  { name = 'acme/Rich-8B', today = '2026-11-24', levels = [] as readonly string[] } = {},
): Promise<Disclosure> {
  const cwd = typeof files === 'string' ? ROOT : tempFolder(files);
  const { run } = await runLint(
    { paths: typeof files === 'string' ? [files] : [], name, levels, keepFacts: true },
    { cwd, env: {}, terminal: false, width: 80, today },
  );
  const [report] = run.reports;
  if (!report || !isRead(report)) throw new Error('nothing was read');
  return disclose(report);
}

/** The keys of the rows that differ. */
function changed(one: Disclosure, other: Disclosure): string[] {
  const before = new Map(rowsOf(one).map(({ key, text }) => [key, text]));
  const after = new Map(rowsOf(other).map(({ key, text }) => [key, text]));
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key) !== after.get(key),
  );
}
const withCard = (from: string, to: string) => {
  const card = RICH['README.md'] ?? '';
  expect(card).toContain(from);
  return { ...RICH, 'README.md': card.replace(from, to) };
};

describe('what a review compares', () => {
  test('stays on another day, under stricter levels, and where lines move', async () => {
    const facts = await disclosed(RICH);
    for (const other of [
      await disclosed(RICH, { today: '2027-11-24' }),
      await disclosed(RICH, { levels: ['missing-notice: error', 'missing-license-text: info'] }),
      await disclosed(withCard('# Rich 8B\n', '# Rich 8B\n\nA word of welcome.\n')),
    ])
      expect(changed(facts, other)).toEqual([]);
  });

  test('differs in the row that one line of the card, the lock or a fact changes', async () => {
    const facts = await disclosed(RICH);
    expect(changed(facts, await disclosed(withCard('license: apache-2.0', 'license: mit')))).toContain(
      'subject',
    );
    expect(changed(facts, await disclosed(withCard('Built with Llama.', '')))).toContain(
      'duty llama3.1 phrase 1.b.i(B)',
    );
    expect(changed(facts, await disclosed(withCard('  - acme/secret-talk\n', '')))).toContain(
      'work dataset:acme/secret-talk',
    );
    const lock = (RICH['licet.lock.json'] ?? '').replace('acme-eula-7', 'mit');
    expect(changed(facts, await disclosed({ ...RICH, 'licet.lock.json': lock }))).toContain(
      'work model:acme/of-a-name',
    );
  });

  test('has a key of its own for each row', async () => {
    const keys = rowsOf(await disclosed(RICH)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(30);
  });
});

describe('the hash of the facts', () => {
  test('does not know the order of keys', async () => {
    const facts = await disclosed(RICH);
    const turned = JSON.parse(JSON.stringify(facts), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Disclosure;
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(facts));
    expect(canonicalJson(turned)).toBe(canonicalJson(facts));
    expect(factsHash(turned)).toBe(factsHash(facts));
    expect(JSON.parse(canonicalJson(facts))).toEqual(facts);
  });

  test('knows every line, as the rows do not', async () => {
    const [one, other] = [
      await disclosed(RICH),
      await disclosed(withCard('# Rich 8B\n', '# Rich 8B\n\nA word of welcome.\n')),
    ];
    expect(factsHash(other)).not.toBe(factsHash(one));
    expect(rowsHash(rowsOf(other))).toBe(rowsHash(rowsOf(one)));
  });
});

describe('limits', () => {
  /** Whether the declared license passes on the limits of Gemma, and what is said of a provider's terms. */
  const carried = async (license: string) => {
    const { limits } = await disclosed({
      'README.md':
        `---\n${license}base_model: google/gemma-2-9b\nbase_model_relation: finetune\n---\n` +
        '# Rich\n\nTrained on answers written by GPT-4.\n',
    });
    const of = (kind: string) => limits.find((one) => one.kind === kind)?.carried;
    return [of('use-policy'), of('provider-terms')];
  };

  test('are passed on or not by a license that is read', async () => {
    expect(await carried('license: gemma\n')).toEqual(['yes', 'not-compared']);
    expect(await carried('license: mit\n')).toEqual(['no', 'not-compared']);
  });

  test.each([
    'license: other\nlicense_name: harbor-license\nlicense_link: LICENSE\n',
    'license: other\n',
    'license: mit AND harbor-license\n',
    'license: harbor-license\n',
  ])('are not known to be passed on by a license that is not known: %j', async (license) => {
    expect(await carried(license)).toEqual(['not-known', 'not-compared']);
  });

  test('are passed on by nothing where no license is declared', async () => {
    expect(await carried('')).toEqual([null, 'not-compared']);
  });
});

describe('license files', () => {
  const files = async (texts: Readonly<Record<string, string>>) => {
    const card = '---\nbase_model: upstage/Solar-Open-100B\n---\n# Harbor\n';
    const { subject } = await disclosed({ 'README.md': card, ...texts });
    return [subject.texts.map(({ file }) => file), subject.unknownTexts];
  };

  test('with a text that is not known are named, and no text is made of them', async () => {
    const own = 'Harbor License\n\nEverybody may use Harbor.\n';
    expect(await files({ LICENSE: own })).toEqual([[], [{ file: 'LICENSE', line: null, key: null }]]);
    expect(await files({ LICENSE: spdxText('MIT') })).toEqual([['LICENSE'], []]);
    expect(await files({})).toEqual([[], []]);
  });

  test('keep SPDX from saying that there is no license', async () => {
    const bill = async (texts: Readonly<Record<string, string>>) => {
      const { stdout } = await main(['bom', '--format', 'spdx'], {
        cwd: tempFolder({ 'README.md': '---\ntags: [a]\n---\n# Harbor\n', ...texts }),
        env: {},
        terminal: false,
        width: 80,
        today: '2026-11-24',
      });
      return stdout.includes('NoneLicense');
    };
    expect(await bill({})).toBe(true);
    expect(await bill({ LICENSE: 'Harbor License\n\nEverybody may use Harbor.\n' })).toBe(false);
  });
});

describe('duties', () => {
  const names = JSON.parse(readFileSync(join(ROOT, 'examples/names.json'), 'utf8')) as Readonly<
    Record<string, { readonly name: string }>
  >;

  test.each(Object.entries(names))(
    '%s: a state agrees with what the rules find',
    async (folder, { name }) => {
      const { duties, points, limits, works } = await disclosed(`examples/${folder}`, { name });
      const found = new Set(points.map(({ fingerprint }) => fingerprint));
      const keys = new Set(works.map(({ key }) => key));
      for (const { key, state, where, how, points: against, works: by } of duties) {
        expect([key, against.length > 0]).toEqual([
          key,
          state === 'missing' || (state === 'open' && against.length > 0),
        ]);
        expect(against.filter((one) => !found.has(one))).toEqual([]);
        expect([key, where !== null || how !== null]).toEqual([key, state === 'done']);
        expect(by.filter((one) => !keys.has(one))).toEqual([]);
      }
      expect(new Set(limits.map(({ key }) => key)).size).toBe(limits.length);
      for (const point of points.filter(({ rule }) => DUTY_RULES.has(rule)))
        expect([point.rule, duties.some((duty) => duty.points.includes(point.fingerprint))]).toEqual([
          point.rule,
          true,
        ]);
    },
  );

  const DUTY_RULES: ReadonlySet<string> = new Set([
    'missing-phrase',
    'missing-notice',
    'missing-license-text',
    'missing-name-prefix',
    'missing-copyright',
    'missing-credit',
    'missing-change-note',
  ]);

  test('what a config turns off is missing all the same', async () => {
    const state = async (files: typeof RICH) =>
      (await disclosed(files)).duties.find(({ kind, license }) => kind === 'notice' && license === 'gemma')
        ?.state;
    expect(await state(RICH)).toBe('missing');
    const config = `${RICH['licet.config.yaml'] ?? ''}rules:\n  missing-notice: off\n`;
    expect(await state({ ...RICH, 'licet.config.yaml': config })).toBe('missing');
    const notice =
      'Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms\n';
    expect(await state({ ...RICH, NOTICE: notice })).toBe('done');
  });

  test('a name that only the folder tells is no name that begins as it should', async () => {
    const cwd = tempFolder({
      'Llama-Rich/README.md': RICH['README.md'] ?? '',
      'Llama-Rich/licet.lock.json': RICH['licet.lock.json'] ?? '',
    });
    const { run } = await runLint(
      { paths: ['Llama-Rich'], keepFacts: true },
      { cwd, env: {}, terminal: false, width: 80, today: '2026-11-24' },
    );
    const [report] = run.reports;
    const duties = report && isRead(report) ? disclose(report).duties : [];
    expect(duties.find(({ kind }) => kind === 'name-prefix')?.state).toBe('not-seen');
  });
});
