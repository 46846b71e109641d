import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { main } from '../../../src/cli/main.ts';
import { unifiedDiff } from '../../../src/app/unified-diff.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A card after `--fix`, and what was told beside the findings. */
async function fixed(
  front: string,
  ...argv: string[]
): Promise<{ readonly front: string; readonly stderr: string }> {
  const cwd = tempFolder({ 'README.md': `---\n${front}\n---\n# Tiny\n` });
  const { stderr } = await main(['--no-config', '--name', 'acme/tiny', '--fix', ...argv], {
    cwd,
    env: { NO_COLOR: '1' },
    terminal: false,
    width: 80,
    today: '2026-11-24',
  });
  const text = readFileSync(join(cwd, 'README.md'), 'utf8');
  return { front: text.slice(4, text.indexOf('\n---\n# Tiny')), stderr };
}

describe('a value is exchanged whole, and what follows it stays', () => {
  test.each([
    ['a block', 'license: |\n  Apache 2.0\nlanguage: en', 'license: apache-2.0\nlanguage: en'],
    [
      'a block that keeps its line ends',
      'license: |+\n  Apache 2.0\n\n\nlanguage: en',
      'license: apache-2.0\n\n\nlanguage: en',
    ],
    [
      'a folded block with an indent of its own',
      'license: >2-\n  Apache\n  2.0\n# ours\nlanguage: en',
      'license: apache-2.0\n# ours\nlanguage: en',
    ],
    [
      'a block in a list',
      'license:\n- |\n  Apache 2.0\nlanguage: en',
      'license:\n- apache-2.0\nlanguage: en',
    ],
    [
      'a block that ends the metadata',
      'language: en\nlicense: |\n  Apache 2.0',
      'language: en\nlicense: apache-2.0',
    ],
    [
      'plain text over two lines',
      'license: Apache\n  2.0 # ours\nlanguage: en',
      'license: apache-2.0 # ours\nlanguage: en',
    ],
    ['escapes', 'license: "Apache\\x202.0"\nlanguage: en', 'license: "apache-2.0"\nlanguage: en'],
    ['a flow mapping', '{license: Apache 2.0, language: en}', '{license: apache-2.0, language: en}'],
    ['an explicit key', '? license\n: Apache 2.0\nlanguage: en', '? license\n: apache-2.0\nlanguage: en'],
    [
      'a tag and an anchor that nobody uses',
      'license: &l !!str Apache 2.0\nlanguage: en',
      'license: &l !!str apache-2.0\nlanguage: en',
    ],
    ['an alias', 'name: &l Apache 2.0\nlicense: *l', 'name: &l Apache 2.0\nlicense: apache-2.0'],
    [
      'an address in a block',
      'license: mit\nbase_model: |\n  https://huggingface.co/acme/big\nlanguage: en',
      'license: mit\nbase_model: acme/big\nlanguage: en',
    ],
  ])('%s', async (_, before, after) => {
    expect(await fixed(before)).toEqual({ front: after, stderr: 'licet: 1 file changed\n' });
  });
});

describe('a key is renamed where it stands', () => {
  test.each([
    ['an anchor', '&k licence: mit', '&k license: mit'],
    ['escapes', '"licen\\x63e": mit', '"license": mit'],
    ['a tag', '!!str licence: mit', '!!str license: mit'],
    ['an explicit key', '? licence\n: mit', '? license\n: mit'],
    ['a block for a key', '? |-\n  licence\n: mit', '? license\n: mit'],
    ['a flow mapping', '{"licence": mit, \'tags\': [x]}', '{"license": mit, \'tags\': [x]}'],
    ['the same word as a value before it', 'tags: [licence]\nlicence: mit', 'tags: [licence]\nlicense: mit'],
  ])('behind or in %s', async (_, before, after) => {
    expect(await fixed(before)).toEqual({ front: after, stderr: 'licet: 1 file changed\n' });
  });
});

describe('what would change more than it says is left out, with a word on why', () => {
  const left = (rule: string, why: string) =>
    `licet: the fix of "${rule}" in "README.md" was left out: ${why}\n`;

  test.each([
    [
      'a value that others refer to',
      'license: &l Apache 2.0\nname: *l',
      'unknown-license',
      'it would change "name" otherwise than it says',
    ],
    [
      'a list that others refer to',
      'license: &l [Apache 2.0]\nname: *l',
      'unknown-license',
      'others refer to "name", and would change with it',
    ],
    [
      'a key that others refer to',
      '&k licence: mit\nname: *k',
      'misspelled-key',
      'it would change "name" otherwise than it says',
    ],
    [
      'a comment within a block',
      'license: | # ours\n  Apache 2.0\nlanguage: en',
      'unknown-license',
      'a comment stands within "license"',
    ],
    [
      'metadata that do not parse',
      'licence: mit\ntags: [a',
      'misspelled-key',
      'what stands there cannot be read as it is',
    ],
  ])('%s', async (_, front, rule, why) => {
    expect(await fixed(front)).toEqual({ front, stderr: left(rule, why) });
  });

  test('and is no fix in a report', async () => {
    const cwd = tempFolder({ 'README.md': '---\nlicense: &l Apache 2.0\nname: *l\n---\n# Tiny\n' });
    const { stdout } = await main(['--no-config', '-f', 'json'], {
      cwd,
      env: {},
      terminal: false,
      width: 80,
      today: '2026-11-24',
    });
    const { repositories } = JSON.parse(stdout) as {
      repositories: { findings: { rule: string; fix: { edits: unknown[] } | null }[] }[];
    };
    expect(repositories[0]?.findings.find(({ rule }) => rule === 'unknown-license')?.fix?.edits).toEqual([]);
  });
});

describe('whatever form the metadata have', () => {
  const VALUES = [
    (v: string) => v,
    (v: string) => `'${v}'`,
    (v: string) => `"${v}"`,
    (v: string) => `|\n  ${v}`,
    (v: string) => `>-\n  ${v}\n`,
    (v: string) => `|+ # note\n  ${v}\n\n`,
    (v: string) => `&a ${v}`,
    (v: string) => `!!str ${v} # note`,
    (v: string) => `"\\x${v.charCodeAt(0).toString(16)}${v.slice(1)}"`,
    (v: string) => `\n  # note\n  ${v}`,
    (v: string) => `&a |\n  ${v}`,
    (v: string) => `[${v}]`,
    (v: string) => `\n- ${v}`,
  ];
  const KEYS = [
    (k: string) => `${k}: `,
    (k: string) => `"${k}": `,
    (k: string) => `!!str ${k}: `,
    (k: string) => `&k ${k}: `,
    (k: string) => `? ${k}\n: `,
    (k: string) => `"\\x${k.charCodeAt(0).toString(16)}${k.slice(1)}" : `,
  ];
  const license = fc.tuple(
    fc.constantFrom(...KEYS),
    fc.constantFrom('license', 'licence', 'licenses'),
    fc.constantFrom(...VALUES),
    fc.constantFrom('Apache 2.0', 'MIT', 'mit', 'MIT License (non-commercial)'),
  );
  const others = fc.uniqueArray(
    fc.constantFrom(
      'language: en',
      'base_model: >\n  https://huggingface.co/acme/big',
      '# a comment',
      'tags:\n- x\n- "constructor"',
      '__proto__: y',
      'x: *a',
      'z: *k',
    ),
    { maxLength: 5 },
  );
  const cards = fc
    .tuple(license, others, others, fc.boolean())
    .map(([[key, name, value, text], above, below, windows]) => {
      const anchored = (lines: string[]) =>
        lines.filter(
          (line) =>
            (line !== 'x: *a' || value(text).startsWith('&a')) &&
            (line !== 'z: *k' || key(name).startsWith('&k')),
        );
      const front = [
        ...new Set([
          ...above.filter((line) => !line.includes('*')),
          key(name) + value(text),
          ...anchored(below.filter((line) => !above.includes(line))),
        ]),
      ].join('\n');
      return windows ? front.replaceAll('\n', '\r\n') : front;
    });
  const MEANT = new Map([
    ['Apache 2.0', 'apache-2.0'],
    ['MIT', 'mit'],
    ['https://huggingface.co/acme/big', 'acme/big'],
    ['licence', 'license'],
    ['licenses', 'license'],
  ]);

  /** The data as pairs; a value of which a fix may write another comes as that other. */
  function dataIn(front: string): unknown {
    const doc = parseDocument(front, { logLevel: 'silent' });
    expect(doc.errors).toEqual([]);
    const pairs = doc.contents as unknown as {
      readonly items: readonly {
        readonly key: { readonly value: string };
        readonly value: { toJS(of: unknown): unknown };
      }[];
    };
    const meant = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(meant)
        : typeof value === 'string'
          ? (MEANT.get(value.trim()) ?? value.trim())
          : value;
    return pairs.items.map(({ key, value }) => [
      /^licen/.test(key.value) ? 'license' : key.value,
      /^(?:licen|base_model$)/.test(key.value) ? meant(value.toJS(doc)) : value.toJS(doc),
    ]);
  }

  const comments = (front: string) => (front.match(/# (?:a comment|note)/g) ?? []).length;

  test(
    'they say the same when fixes are made, comments stay, and a second run changes nothing',
    { timeout: 120_000 },
    async () => {
      let changed = 0;
      await fc.assert(
        fc.asyncProperty(cards, async (front) => {
          const once = await fixed(front);
          expect(dataIn(once.front)).toEqual(dataIn(front));
          expect(comments(once.front)).toBe(comments(front));
          expect((await fixed(once.front)).front).toBe(once.front);
          if (once.front !== front) changed += 1;
        }),
        { numRuns: Number(process.env['LICET_RUNS'] ?? 120) },
      );
      expect(changed).toBeGreaterThan(20);
    },
  );
});

describe('no word of a license is lost', () => {
  test.each([
    'MIT License (non-commercial)',
    'mit (research only)',
    'Apache 2.0 (no military use)',
    'MIT WITH Classpath-exception-2.0',
    'MIT AND (',
    'MIT (with attribution)',
    'MIT (for Acme)',
    'MIT*',
    'Apache-2.0+',
    'MIT terms',
    '"[MIT](LICENSE-NC)"',
    'https://opensource.org/licenses/MIT?plus=rider',
    '>-\n  MIT License\n  (research use only)',
    '"Apache 2.0 (the License, as amended)"',
    `"MIT${' '.repeat(400)}(non-commercial)"`,
  ])('license: %s', async (license) => {
    expect(await fixed(`license: ${license}`)).toEqual({
      front: `license: ${license}`,
      stderr: 'licet: No file changed: what is left has no safe fix\n',
    });
  });

  test.each([
    ['Apache License 2.0 (Apache-2.0)', 'apache-2.0'],
    ['The MIT License', 'mit'],
    ['https://opensource.org/licenses/MIT', 'mit'],
    ['Gemma Terms of Use', 'gemma'],
    ['Apache License, Version 2.0', 'apache-2.0'],
  ])('license: %s is all accounted for', async (license, id) => {
    expect((await fixed(`license: ${license}`)).front).toBe(`license: ${id}`);
  });

  test.each([
    ['MIT License (non-commercial)', 'mit'],
    ['Apache-2.0 (research use only)', 'apache-2.0'],
  ])('%s is not taken for %s', async (license, id) => {
    const cwd = tempFolder({ 'README.md': `---\nlicense: ${license}\n---\n# Tiny\n` });
    const { stdout } = await main(['--no-config', '-f', 'compact'], {
      cwd,
      env: {},
      terminal: false,
      width: 80,
      today: '2026-11-24',
    });
    expect(stdout).toContain(`License "${license}" is on neither the Hub's list nor SPDX's`);
    expect((await fixed(`license: ${license}`)).front).not.toBe(`license: ${id}`);
  });
});

describe('keys and tags that every object of JavaScript has', () => {
  const FRONT =
    'license: mit\n__proto__: hello\nconstructor: keep me\ntoString: x\nvalueOf: y\nhasOwnProperty: ' +
    'z\ntags:\n- constructor\n- __proto__\n- toString\ndatasets:\n- constructor\nlibrary_name: ' +
    'valueOf';

  test('are words like others: no finding, no fix', async () => {
    const cwd = tempFolder({
      'README.md': `---\n${FRONT}\n---\n# Tiny &constructor; &toString;\n`,
      LICENSE: '&constructor; &valueOf;\n',
    });
    const run = (...argv: string[]) =>
      main(['--no-config', '--name', 'acme/tiny', ...argv], {
        cwd,
        env: {},
        terminal: false,
        width: 80,
        today: '2026-11-24',
      });
    const { stdout } = await run('-f', 'json');
    expect(stdout).not.toMatch(/native code|\[object/);
    expect(stdout).not.toContain('misspelled-key');
    expect((await run('--fix')).stderr).toBe('');
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toContain(FRONT);
  });

  test.each(['constructor', '__proto__', 'toString'])(
    'license: %s is a name that nobody knows',
    async (license) => {
      const cwd = tempFolder({
        'README.md':
          `---\nlicense: ${license}\nbase_model: acme/${license}\nbase_model_relation: ${license}\n---\n` +
          '# Tiny\n',
      });
      const { stdout, code } = await main(['-f', 'compact'], {
        cwd,
        env: {},
        terminal: false,
        width: 80,
        today: '2026-11-24',
      });
      expect(stdout).toContain(`License "${license}" is on neither`);
      expect(code).toBe(1);
    },
  );
});

describe('a fix that does not come to rest is taken back, and the others stay', () => {
  const RULES: Readonly<Record<string, string>> = {
    'grows in every round':
      `[rule('grows', ({ files: { card } }) => [{ at: at(card), message: 'More', ` +
      `fix: { title: 'Add', safe: true, edits: [{ file: card.file, ` +
      `start: card.text.length, end: card.text.length, text: 'more\\n' }] } ` +
      '}])]',
    'two that undo each other':
      `['ab', 'ba'].map(([from, to]) => rule('to-' + to, ({ files: { card } }) => ` +
      `card.text.includes('<' + from + '>') ? [{ at: at(card), message: from, ` +
      `fix: { title: to, safe: true, edits: [{ file: card.file, ` +
      `start: card.text.indexOf('<' + from + '>') + 1, end: card.text.indexOf('<' + from + '>') + 2, ` +
      'text: to }] } }] : []))',
  };

  test.each(Object.entries(RULES))('%s', async (_, rules) => {
    const card = '---\nlicence: MIT\n---\n# Tiny\n\nText <a>.\n';
    const cwd = tempFolder({
      'README.md': card,
      'licet.config.mjs':
        `const rule = (name, check) => ({ name, summary: 'x', severity: 'warning', check });\nconst at = ` +
        `({ file }) => ({ file, start: 0, end: 0 });\nexport default { plugins: [{ name: 'x', rules: ` +
        `${rules} }] };\n`,
    });
    const host = { cwd, env: {}, terminal: false, width: 80, today: '2026-11-24' };
    const dry = await main(
      ['README.md', '--config', 'licet.config.mjs', '--name', 'acme/tiny', '--fix-dry-run'],
      host,
    );
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toBe(card);
    expect(dry.stdout).toContain('+license: mit');
    const { stderr } = await main(
      ['README.md', '--config', 'licet.config.mjs', '--name', 'acme/tiny', '--fix'],
      host,
    );
    expect(stderr).toMatch(
      /^licet: the fix of "[\w-]+" in "README\.md" was taken back: it does not come to rest\n/,
    );
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toMatch(
      /^---\nlicense: mit\n---\n# Tiny\n\nText <[ab]>\.\n$/,
    );
  });
});

describe('a diff of a file with an odd name', () => {
  const NAMES = [
    'a b/R.md',
    'a  b/R.md',
    'x /R.md',
    't\tb/R.md',
    'n\nl/R.md',
    'q"q/R.md',
    'b\\s/R.md',
    '모델 é/R.md',
    'a\u2028b/R.md',
    'c\u0007\u001b[31m/R.md',
    'R.md\t2020-01-01',
    'x\n--- a/victim.txt\n+++ b/victim.txt\n@@ -1 +1 @@\n-old\n+pwned\n#/R.md',
  ];
  const TOOLS = (
    [
      ['git', ['apply', '-']],
      ['patch', ['-p1', '--force']],
    ] as const
  ).filter(([tool]) => spawnSync(tool, ['--version']).status === 0);

  test('Git is there to be asked', () => expect(TOOLS.map(([tool]) => tool)).toContain('git'));

  test.each(
    NAMES.flatMap((name) => TOOLS.map(([tool, args]) => [JSON.stringify(name), tool, name, args] as const)),
  )('%s is what %s changes, or begins', (_, tool, name, args) => {
    for (const before of ['old\n', undefined]) {
      const cwd = tempFolder({ 'victim.txt': 'old\n' });
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      if (before !== undefined) writeFileSync(join(cwd, name), before);
      const { stderr } = spawnSync(tool, args, {
        cwd,
        input: unifiedDiff(name, before, 'new\n'),
        encoding: 'utf8',
        env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
      });
      expect(stderr).toBe('');
      expect(existsSync(join(cwd, name)) && readFileSync(join(cwd, name), 'utf8')).toBe('new\n');
      expect(readFileSync(join(cwd, 'victim.txt'), 'utf8')).toBe('old\n');
    }
  });

  test('so a dry run over a folder of such a name makes a patch of its own card alone', async () => {
    const folder = NAMES.at(-1)?.replace('/R.md', '') ?? '';
    const cwd = tempFolder({
      'victim.txt': 'old\n',
      [`${folder}/README.md`]: '---\nlicense: MIT\n---\n# Tiny\n',
    });
    const { stdout } = await main(['--no-config', '--fix-dry-run'], {
      cwd,
      env: {},
      terminal: false,
      width: 80,
      today: '2026-11-24',
    });
    spawnSync('git', ['apply', '-'], {
      cwd,
      input: stdout,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
    });
    expect(readFileSync(join(cwd, 'victim.txt'), 'utf8')).toBe('old\n');
    expect(readFileSync(join(cwd, folder, 'README.md'), 'utf8')).toContain('license: mit');
  });
});
