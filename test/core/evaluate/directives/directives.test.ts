import { describe, expect, it } from 'vitest';
import {
  applyDirectives,
  type DirectivesApplied,
} from '../../../../src/core/evaluate/directives/directives.ts';
import type { Finding } from '../../../../src/core/model/finding.ts';

const TODAY = '2026-11-24';
const HEARD: DirectivesApplied = {
  known: [
    { name: 'missing-phrase' },
    { name: 'missing-notice' },
    { name: 'ambiguous-license', formerly: ['unclear-license'] },
  ],
  asked: (rule) => rule !== 'ambiguous-license',
};

interface Options {
  readonly file?: string;
  readonly today?: string;
  readonly requireReason?: boolean;
  readonly heard?: DirectivesApplied;
}

/** Findings stand where the text has a `¶`: one of missing-phrase and one of missing-notice at each. */
function world(
  marked: string,
  { file = 'README.md', today = TODAY, requireReason = false, heard = HEARD }: Options = {},
) {
  const [first = '', ...rest] = marked.split('¶');
  const text = [first, ...rest].join('');
  const findings: Finding[] = [];
  let at = first.length;
  for (const part of rest) {
    for (const rule of ['missing-phrase', 'missing-notice'])
      findings.push({
        rule,
        at: { file, start: at, end: at + 1 },
        message: `No ${rule} at ${at}`,
        severity: 'warning',
        confidence: 'certain',
        fingerprint: `${rule}${at}`,
      });
    at += part.length;
  }
  const {
    findings: kept,
    suppressed,
    problems,
  } = applyDirectives([{ kind: 'text', file, text, bom: false }], findings, today, requireReason, heard);
  const line = (one: { at: Finding['at'] }) =>
    'start' in one.at ? text.slice(0, one.at.start).split('\n').length : 0;
  return {
    kept: kept.map((one) => `${line(one)} ${one.rule}`),
    off: suppressed.map(({ finding: one }) => `${line(one)} ${one.rule}`),
    problems: problems.map((one) => `${one.rule}: ${one.message}`),
    places: problems.map(({ at: place }) => ('start' in place ? text.slice(place.start, place.end) : '')),
  };
}

describe('in YAML', () => {
  it('disable-next-line covers the next line and its own rules', () => {
    expect(
      world(
        '---\n# licet-disable-next-line missing-phrase -- shown on the site\n¶base_model: a/b\n' +
          '¶license: mit\n---\n',
      ),
    ).toEqual({
      kept: ['3 missing-notice', '4 missing-phrase', '4 missing-notice'],
      off: ['3 missing-phrase'],
      problems: [],
      places: [],
    });
  });
  it('several rules, divided by commas or blanks, and all rules where none is named', () => {
    expect(
      world('---\n# licet-disable-next-line missing-phrase, missing-notice -- x\n¶a: b\n---\n').kept,
    ).toEqual([]);
    expect(world('---\n# licet-disable-next-line missing-phrase missing-notice\n¶a: b\n---\n').kept).toEqual(
      [],
    );
    expect(world('---\n# licet-disable-next-line\n¶a: b\n---\n').kept).toEqual([]);
  });
  it('disable-line covers its own line', () => {
    expect(world('---\n¶a: b # licet-disable-line -- x\n¶c: d\n---\n').kept).toEqual([
      '3 missing-phrase',
      '3 missing-notice',
    ]);
  });
  it('next is the next line with something in it, after further directives', () => {
    expect(
      world(
        '---\nlist:\n  # licet-disable-next-line missing-phrase -- x\n  # licet-disable-next-line ' +
          'missing-notice -- y\n\n  - ¶a\n  - ¶b\n---\n',
      ).off,
    ).toEqual(['6 missing-phrase', '6 missing-notice']);
  });
  it('disable holds up to enable, which may name rules', () => {
    expect(
      world(
        '¶\n# licet-disable missing-phrase -- x\n¶a: b\n# licet-enable missing-notice\n¶c: d\n# ' +
          'licet-enable\n¶e: f\n',
        { file: 'mergekit.yml' },
      ).off,
    ).toEqual(['3 missing-phrase', '5 missing-phrase']);
  });
  it('disable without enable holds for the whole file', () => {
    expect(world('¶a: b\n# licet-disable missing-phrase\n¶c: d\n', { file: 'mergekit.yml' }).off).toEqual([
      '1 missing-phrase',
      '3 missing-phrase',
    ]);
  });
  it('a value that only looks like a comment is none', () => {
    expect(world('---\n¶a: "x # licet-disable-line -- y"\n¶b: x#licet-disable-line\n---\n').off).toEqual([]);
  });
  it('lines may end in CR and LF', () => {
    expect(world('---\r\n# licet-disable-next-line missing-phrase -- x\r\n¶a: b\r\n---\r\n').off).toEqual([
      '3 missing-phrase',
    ]);
  });
});

describe('in Markdown', () => {
  it('a comment in the text covers the front matter, which nothing can stand before', () => {
    expect(
      world('---\n¶a: b\n---\n# Title\n\n<!-- licet-disable missing-phrase -- shown on the site -->\n').off,
    ).toEqual(['2 missing-phrase']);
  });
  it('a comment over several lines', () => {
    expect(
      world('---\n¶a: b\n---\n<!-- licet-disable\n  missing-phrase\n  -- shown on the site -->\n', {
        requireReason: true,
      }).off,
    ).toEqual(['2 missing-phrase']);
  });
  it('disable-next-line passes over a blank line', () => {
    expect(
      world('# T\n\n<!-- licet-disable-next-line missing-phrase -- x -->\n\n¶text\n¶more\n').off,
    ).toEqual(['5 missing-phrase']);
  });
  it('disable and enable', () => {
    expect(
      world(
        '# T\n<!-- licet-disable missing-phrase -->\n¶text\n<!-- licet-enable missing-phrase -->\n¶more\n',
      ).off,
    ).toEqual(['3 missing-phrase']);
  });
  it.each([
    ['a heading', '# licet-disable missing-phrase'],
    ['a fenced example', '```html\n<!-- licet-disable missing-phrase -->\n```'],
    ['an example that is not closed', '~~~\n<!-- licet-disable missing-phrase -->'],
    ['inline code', 'Write `<!-- licet-disable missing-phrase -->`'],
    ['an open comment', '<!-- licet-disable missing-phrase'],
    ['a longer word', '<!-- licet-disabled missing-phrase -->'],
    ['plain text', 'licet-disable missing-phrase'],
  ])('%s is no directive', (_, text) => {
    expect(world(`---\n¶a: b\n---\n${text}\n`)).toMatchObject({ off: [], problems: [] });
  });
});

it('Python has comments, JSON and LICENSE have none', () => {
  expect(world('¶x = 1\n# licet-disable missing-phrase\n', { file: 'modeling_x.py' }).off).toEqual([
    '1 missing-phrase',
  ]);
  expect(world('{"¶a": "# licet-disable missing-phrase"}\n', { file: 'config.json' }).off).toEqual([]);
  expect(world('¶x\n# licet-disable missing-phrase\n', { file: 'LICENSE' }).off).toEqual([]);
});

describe('a day', () => {
  const until = (day: string, today?: string) =>
    world(
      `---\n# licet-disable-next-line missing-phrase until=${day} -- asked Acme\n¶a: b\n---\n`,
      today === undefined ? {} : { today },
    );
  it('is the last on which the directive holds', () => {
    expect(until('2026-11-24')).toMatchObject({ off: ['3 missing-phrase'], problems: [] });
    expect(until('2026-11-23')).toMatchObject({
      off: [],
      problems: ['expired-directive: Directive for "missing-phrase" ended on 2026-11-23'],
    });
  });
  it('may stand behind the reason', () => {
    expect(
      world('---\n# licet-disable-next-line missing-phrase -- asked Acme, until=2020-01-01\n¶a: b\n---\n')
        .problems,
    ).toEqual(['expired-directive: Directive for "missing-phrase" ended on 2020-01-01']);
  });
  it.each(['soon', '2026-13-45', '2027-02-30', '31.12.2027', ''])(
    '"%s" is none: the directive is ignored, and that is said',
    (day) => {
      expect(until(day)).toMatchObject({
        off: [],
        problems: [
          'expired-directive: Directive for "missing-phrase" has an invalid date in "until=", so it ' +
            'is ignored',
        ],
      });
    },
  );
});

describe('a directive that does nothing is said where it stands', () => {
  it('is unused', () => {
    expect(world('---\na: b\n# licet-disable missing-phrase -- x\n---\n')).toMatchObject({
      problems: ['unused-directive: Directive for "missing-phrase" is unused'],
      places: ['# licet-disable missing-phrase -- x'],
    });
    expect(world('<!-- licet-disable -->\n')).toMatchObject({
      problems: ['unused-directive: Directive for all rules is unused'],
      places: ['<!-- licet-disable -->'],
    });
  });
  it('turns off one rule of two: the other is named', () => {
    expect(
      world('---\n# licet-disable-next-line missing-phrase, missing-noticee -- x\n¶a: b\n---\n').problems,
    ).toEqual(['unused-directive: Directive names "missing-noticee", an unknown rule']);
  });
  it('is for a rule that is off: no trouble', () => {
    expect(world('<!-- licet-disable ambiguous-license -- x -->\n').problems).toEqual([]);
  });
  it('two that cover one finding are both used', () => {
    expect(
      world(
        '---\n# licet-disable-next-line missing-phrase -- x\n¶a: b\n---\n<!-- licet-disable ' +
          'missing-phrase -- y -->\n',
      ).problems,
    ).toEqual([]);
  });
  it('gives no reason where reasons are asked for', () => {
    expect(
      world('---\n# licet-disable-next-line missing-phrase\n¶a: b\n---\n', { requireReason: true }),
    ).toMatchObject({
      off: [],
      problems: ['unused-directive: Directive for "missing-phrase" gives no reason, so it is ignored'],
    });
    expect(
      world('---\n# licet-disable-next-line missing-phrase --\n¶a: b\n---\n', { requireReason: true }).off,
    ).toEqual([]);
  });
});

it('directives cover their own file only', () => {
  const finding: Finding = {
    rule: 'missing-phrase',
    at: { file: 'NOTICE', start: 0, end: 1 },
    message: 'No',
    severity: 'warning',
    confidence: 'certain',
    fingerprint: 'a',
  };
  expect(
    applyDirectives(
      [{ kind: 'text', file: 'README.md', text: '<!-- licet-disable -->', bom: false }],
      [finding],
      TODAY,
    ).findings,
  ).toEqual([finding]);
});

it('hostile text takes no time', () => {
  for (const text of [
    '# licet-disable-line\n'.repeat(50_000),
    '<!-- licet-disable '.repeat(50_000),
    `${'```\n'.repeat(200_000)}<!-- licet-disable -->`,
    `# ${'\t'.repeat(500_000)}licet-disable`,
    `<!-- licet-disable-next-line x -->${'\n'.repeat(1_000_000)}`,
  ])
    for (const file of ['README.md', 'a.yml']) world(text, { file });
});
