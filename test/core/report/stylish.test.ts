import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/core/report/terminal/display-width.ts';
import type { Term } from '../../../src/core/model/license.ts';
import { stylish } from '../../../src/core/report/formats/stylish.ts';
import {
  ancestor,
  BASE,
  DRESS,
  everything,
  finding,
  LICENSE,
  owed,
  report,
  run,
  text,
  waived,
} from '../../support/report-world.ts';

test('a finding answers what, from where, why and what to do, in this shape', () => {
  const one = finding({
    obligation: owed(),
    fix: { title: 'Declare `license: base1`', safe: false, edits: [] },
  });
  expect(stylish(run([report([one])]), { color: false, width: 80 })).toBe(`README.md
  2:10  error  License "apache-2.0" lacks the use policy of base1  incompatible-license
      │
    2 │ license: apache-2.0
      │          ^^^^^^^^^^
    from  this model → maker/Base-8B (base1, as of 2026-08)
    why   Base Community License §1.b.i: whoever distributes the model shows
          this phrase
    hint  Declare \`license: base1\`

✖ 1 problem (1 error, 0 warnings)
  1 by hand, since no edit settles it: incompatible-license
`);
});

const LONG = 'License "apache-2.0" lacks the use policy and the limit of 700 million monthly users of base1';

test('in a terminal a long sentence breaks between words, elsewhere it stays one line', () => {
  const shown = (width: number, terminal: boolean) =>
    stylish(run([report([finding({ message: LONG })])]), { color: false, width, terminal });
  expect(shown(80, false)).toContain(`  2:10  error  ${LONG}  incompatible-license\n`);
  expect(shown(160, true)).toContain(`  2:10  error  ${LONG}  incompatible-license\n`);
  expect(shown(80, true)).toContain(
    '  2:10  error  License "apache-2.0" lacks the use policy and the limit of 700\n               ' +
      'million monthly users of base1  incompatible-license\n',
  );
  expect(shown(48, true)).toContain(
    '\n               million monthly users of base1\n               incompatible-license\n',
  );
});

test('an unsure finding ends with its confidence, and an open clause says so', () => {
  const shown = stylish(
    run([report([finding({ severity: 'warning', confidence: 'likely', obligation: owed(true) })])]),
    DRESS,
  );
  expect(shown).toContain('  incompatible-license (likely)\n');
  expect(shown.replace(/\s+/g, ' ')).toContain('(it is unclear whether this applies here)');
});

test('a clean run says what was looked at, and nothing where only errors are asked for', () => {
  expect(stylish(run([report([])]), DRESS)).toBe(
    '✔ 1 repository, 1 upstream, data of 2026-11-24: no problems\n',
  );
  const unheard = ancestor([{ to: 'maker/unheard-of', relation: 'finetune' }], 'offline');
  expect(
    stylish(
      run([
        report([], { suppressed: waived().suppressed ?? [] }),
        report([], { ancestors: [BASE, unheard] }),
      ]),
      DRESS,
    ),
  ).toBe('✔ 2 repositories, 2 upstreams (1 unknown), data of 2026-11-24: no problems, 3 suppressed\n');
  expect(stylish(run([report([])]), { ...DRESS, quiet: true })).toBe('');
  expect(stylish(run([]), DRESS)).toBe('');
});

test('notes alone are no problems', () => {
  expect(stylish(run([report([finding({ severity: 'info' })])]), DRESS)).toMatch(
    /\n✔ 1 repository, 1 upstream, data of 2026-11-24: no problems, 1 note\n$/,
  );
});

test('what --fix, its unsafe kind, a notice and a person settle is counted under the last line', () => {
  const edits = [{ file: 'README.md', start: 13, end: 23, text: 'base1' }];
  const all = [
    finding({ fix: { title: 'Write it', safe: true, edits } }),
    finding({ fix: { title: 'Write it', safe: false, edits } }),
    finding({ rule: 'missing-notice', fix: { title: 'Add it', safe: false, edits: [], notice: 'written' } }),
    finding({ rule: 'missing-name-prefix', fix: { title: 'Rename it', safe: false, edits: [] } }),
    finding({ rule: 'unknown-license', severity: 'info' }),
  ];
  const text = finding({
    rule: 'missing-license-text',
    severity: 'warning',
    fix: { title: 'Copy it', safe: false, edits: [], notice: 'fetched' },
  });
  const last = (findings: typeof all, fixed = false) =>
    stylish(run([report(findings)], { fixed }), DRESS)
      .split('\n')
      .slice(-5)
      .join('\n');
  expect(last(all)).toBe(
    `
✖ 4 problems (4 errors, 0 warnings), 1 note, 1 fixable with --fix
  1 with \`licet --fix --fix-unsafe incompatible-license\`: read the hints first
  1 with \`licet notice --write\`
  1 by hand, since no edit settles it: missing-name-prefix
`.slice(1),
  );
  expect(last([...all.slice(2), text], true)).toContain(`
✖ 3 problems left (2 errors, 1 warning), 1 note
  2 with \`licet notice --write --online\`, which fetches license texts
  1 by hand, since no edit settles it: missing-name-prefix
`);
});

test('duties of one upstream stand together under one title, the errors first, each with its rule', () => {
  const at = { file: 'README.md', start: 36, end: 49 };
  const all = [
    finding({
      rule: 'missing-license-text',
      severity: 'warning',
      at,
      message: 'No text',
      obligation: owed(),
    }),
    finding({ rule: 'missing-name-prefix', at, message: 'No prefix', obligation: owed() }),
    finding({ rule: 'unresolved-upstream', severity: 'info', at, message: 'Unknown' }),
  ];
  expect(stylish(run([report(all)]), { color: false, width: 80 })).toBe(`README.md
  3:13  maker/Base-8B asks two things (base1, as of 2026-08):
      │
    3 │ base_model: maker/Base-8B
      │             ^^^^^^^^^^^^^
  3:13  error  No prefix  missing-name-prefix
    why   §1.b.i: whoever distributes the model shows this phrase
  3:13  warning  No text  missing-license-text
    why   §1.b.i: whoever distributes the model shows this phrase

  3:13  info  Unknown  unresolved-upstream

✖ 2 problems (1 error, 1 warning), 1 note
  2 by hand, since no edit settles them: missing-license-text,
    missing-name-prefix
`);
});

test('a doubt that all duties share stands once; a limit and another place stand alone', () => {
  const at = { file: 'README.md', start: 36, end: 49 };
  const limit: Term = {
    kind: 'non-commercial',
    section: '2',
    summary: 'no commercial purpose',
    appliesTo: ['derivative'],
    mayApplyTo: [],
  };
  const shown = stylish(
    run([
      report([
        finding({ at, obligation: owed(true) }),
        finding({ at, rule: 'missing-phrase', obligation: owed(true) }),
        finding({ at, rule: 'denied-use', obligation: owed(false, limit) }),
        finding({ rule: 'missing-notice', obligation: owed() }),
      ]),
    ]),
    DRESS,
  );
  expect(shown).toContain('  3:13  maker/Base-8B asks two things (base1, as of 2026-08):\n');
  expect(shown.match(/it is unclear whether this applies here/g)).toHaveLength(1);
  expect(shown).toContain('    open  it is unclear whether this applies here\n');
  expect(shown.match(/Base Community License/g)).toHaveLength(2);
});

test('of more than four clauses the sections are named', () => {
  const shown = stylish(
    run([
      report([finding({ obligation: owed(), alsoObligations: Array.from({ length: 6 }, () => owed()) })]),
    ]),
    DRESS,
  );
  expect(shown.match(/ why {3}Base/g)).toHaveLength(4);
  expect(shown).toContain('    why   and §1.b.i\n');
});

test('several repositories stand one after the other, each file with its path', () => {
  const shown = stylish(
    run([
      report([finding()], { root: 'a' }),
      report([]),
      report([finding(), finding({ at: { file: 'model.gguf', key: 'general.license' } })], { root: 'b' }),
    ]),
    DRESS,
  );
  expect(shown.split('\n').filter((line) => /^\S/.test(line))).toEqual([
    'a/README.md',
    'b/README.md',
    'b/model.gguf',
    '✖ 3 problems (3 errors, 0 warnings)',
  ]);
  expect(shown).toContain('  general.license  error  ');
});

test('the mark stands under wide characters where a terminal shows them', () => {
  const line = '라이선스: apache-2.0 모델';
  const shown = stylish(
    run([
      report([finding({ at: { file: 'README.md', start: 6, end: 16 } })], {
        sources: [text('README.md', line)],
      }),
    ]),
    DRESS,
  );
  const [, , , source = '', mark = ''] = shown.split('\n');
  expect(displayWidth(mark.slice(0, mark.indexOf('^')))).toBe(
    displayWidth(source.slice(0, source.indexOf('apache'))),
  );
  expect(mark.match(/\^+/)?.[0]).toHaveLength(10);
});

test('no line of an excerpt is wider than the terminal, however long the line and wherever the mark', () => {
  const line = `${'긴 x\t'.repeat(400)}license: apache-2.0 ${'tail 👩‍💻 '.repeat(400)}`;
  for (const width of [40, 60, 80, 100])
    for (const [start, end] of [
      [0, 3],
      [0, line.length],
      [1600, 1607],
      [1609, 1619],
      [line.length - 4, line.length],
      [line.length, line.length],
    ] as const) {
      const shown = stylish(
        run([
          report([finding({ at: { file: 'README.md', start, end } })], {
            sources: [text('README.md', line)],
          }),
        ]),
        { color: false, width },
      ).split('\n');
      for (const one of shown.slice(2, 5)) expect(displayWidth(one)).toBeLessThanOrEqual(width);
      expect(shown[4]).toMatch(/\^/);
    }
});

test('a line of ten megabytes is no trouble', () => {
  const line = 'x'.repeat(10_000_000);
  stylish(
    run([
      report([finding({ at: { file: 'README.md', start: 5_000_000, end: 9_000_000 } })], {
        sources: [text('README.md', line)],
      }),
    ]),
    DRESS,
  );
});

test('text of the repository cannot steer the terminal', () => {
  const shown = stylish(everything(), DRESS);
  // eslint-disable-next-line no-control-regex
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\ufffe]/);
});

test('colour adds codes and nothing else', () => {
  const plain = stylish(everything(), DRESS);
  const coloured = stylish(everything(), { color: true, width: 100 });
  // eslint-disable-next-line no-control-regex
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  expect(coloured).not.toBe(plain);
});

test('a stretch over several lines is marked to the end of its first', () => {
  const shown = stylish(run([report([finding({ at: { file: 'README.md', start: 13, end: 40 } })])]), DRESS);
  expect(shown).toContain('    2 │ license: apache-2.0\n      │          ^^^^^^^^^^\n');
});

test('what stood at the same place just above, and the way to the same upstream, are not shown again', () => {
  const at = { file: 'README.md', start: 36, end: 49 };
  // Terms of two licenses: no duties of one upstream.
  const clash = { ...owed(), license: { ...LICENSE, id: 'base2' } };
  const [one, two, other] = [
    finding({ obligation: owed(), alsoObligations: [clash] }),
    finding({ obligation: owed(), alsoObligations: [clash], rule: 'missing-phrase' }),
    finding({ rule: 'missing-notice', at }),
  ];
  const shown = stylish(run([report([one, two, other])]), DRESS);
  expect(shown.match(/\^+/g)).toHaveLength(2);
  expect(shown.match(/ from {2}/g)).toHaveLength(1);
  expect(shown.match(/ why {3}/g)).toHaveLength(4);
});

test('what is known to be narrow is what Unicode says of it', () => {
  for (const [first, last] of [
    [0xa1, 0xac],
    [0xae, 0x2af],
    [0x2010, 0x2027],
    [0x2190, 0x21ff],
    [0x2500, 0x257f],
  ] as const)
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCodePoint(code);
      expect(/[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Presentation}]/u.test(character), character).toBe(false);
      expect(displayWidth(character)).toBe(1);
    }
});
