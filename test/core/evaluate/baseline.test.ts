import { describe, expect, it } from 'vitest';
import {
  baselineOf,
  beyond,
  held,
  isOldForm,
  NO_BASELINE,
  overdue,
  parseBaseline,
  pruned,
  readBaseline,
  unmatched,
} from '../../../src/core/evaluate/baseline.ts';
import type { Finding } from '../../../src/core/model/finding.ts';

/** A finding whose message and fingerprint are `what`. */
const finding = (what: string, start = 0, file = 'README.md'): Finding => ({
  rule: 'missing-phrase',
  at: { file, start, end: start + 1 },
  message: what,
  severity: 'warning',
  confidence: 'certain',
  fingerprint: `hash of ${what}`,
});
const report = (root: string, ...whats: string[]) => ({ root, findings: whats.map((one) => finding(one)) });
/** What a baseline knows of each repository: messages and counts. */
const counts = ({ repositories }: ReturnType<typeof baselineOf>) =>
  Object.fromEntries(
    Object.entries(repositories).map(([root, entries]) => [
      root,
      entries.map((one) => `${'message' in one ? one.message : one.fingerprint} ${one.count ?? 1}`),
    ]),
  );

describe('a baseline', () => {
  it('says file, rule and message of each finding, and knows it wherever it has moved', () => {
    const known = baselineOf([report('', 'a')], NO_BASELINE, '2026-11-30');
    expect(known).toEqual({
      version: 2,
      repositories: {
        '.': [{ file: 'README.md', rule: 'missing-phrase', message: 'a', since: '2026-11-30' }],
      },
    });
    expect(beyond(known, '', [finding('a', 99), finding('b')])).toEqual([finding('b')]);
    expect(beyond(known, '', [finding('a', 0, 'NOTICE')])).toHaveLength(1);
    expect(beyond(known, '', [{ ...finding('a'), rule: 'missing-notice' }])).toHaveLength(1);
  });
  it('takes a finding off as often as it was there, and no oftener', () => {
    const known = baselineOf([report('', 'a', 'a')]);
    expect(counts(known)).toEqual({ '.': ['a 2'] });
    expect(beyond(known, '', [finding('a', 1), finding('a', 2), finding('a', 3)])).toEqual([finding('a', 3)]);
  });
  it('keeps repositories apart', () => {
    expect(beyond(baselineOf([report('x', 'a')]), 'y', [finding('a')])).toHaveLength(1);
  });
  it('is the same text whatever the order of the run', () => {
    expect(JSON.stringify(baselineOf([report('b', 'z', 'a'), report('a', 'k')]))).toBe(
      JSON.stringify(baselineOf([report('a', 'k'), report('b', 'a', 'z')])),
    );
  });
  it('written anew for one repository leaves the others as they were', () => {
    expect(counts(baselineOf([report('x', 'b')], baselineOf([report('x', 'a'), report('y', 'c')])))).toEqual({
      x: ['b 1'],
      y: ['c 1'],
    });
    expect(counts(baselineOf([report('x')], baselineOf([report('x', 'a'), report('y', 'c')])))).toEqual({
      y: ['c 1'],
    });
  });
  it('keeps what a person wrote beside a finding, and tells it with what it takes off', () => {
    const ground = { since: '2026-01-01', reason: 'agreed', reviewer: 'jo', until: '2027-01-31' };
    const [entry] = baselineOf([report('', 'a')]).repositories['.'] ?? [];
    if (!entry) throw new Error('no entry');
    const known = { version: 2, repositories: { '.': [{ ...entry, ...ground }] } } as const;
    const anew = baselineOf([report('', 'a', 'b')], known, '2026-11-30');
    expect(anew.repositories['.']).toMatchObject([
      { message: 'a', ...ground },
      { message: 'b', since: '2026-11-30' },
    ]);
    expect(held(anew, '', [finding('a')], { today: '2026-11-30', file: 'known.json' }).suppressed).toEqual([
      {
        finding: finding('a'),
        suppression: {
          by: 'baseline',
          file: 'known.json',
          date: '2026-01-01',
          reason: 'agreed',
          reviewer: 'jo',
          until: '2027-01-31',
        },
      },
    ]);
    // From the day after, it takes nothing off, and a new record has no old day.
    expect(held(anew, '', [finding('a')], { today: '2027-02-01' }).open).toHaveLength(1);
    expect(overdue(anew, [''], '2027-01-31')).toBe(0);
    expect(overdue(anew, [''], '2027-02-01')).toBe(1);
    expect(baselineOf([report('', 'a')], anew, '2027-02-01').repositories['.']).toEqual([
      { ...entry, since: '2027-02-01' },
    ]);
  });
});

describe('pruning', () => {
  const known = baselineOf([report('x', 'a', 'a', 'b'), report('y', 'c')]);
  it('takes out what is no longer found, and lowers the counts', () => {
    expect(counts(pruned(known, [report('x', 'a'), report('y')]))).toEqual({ x: ['a 1'] });
  });
  it('adds nothing', () => {
    expect(pruned(known, [report('x', 'a', 'a', 'a', 'b', 'new'), report('y', 'c')])).toEqual(known);
  });
  it('leaves repositories that were not looked at', () => {
    expect(counts(pruned(known, [report('x')]))).toEqual({ y: ['c 1'] });
  });
  it('is due where findings are known that are gone', () => {
    expect(unmatched(known, [report('x', 'a')])).toBe(2);
    expect(unmatched(known, [report('y', 'c', 'd'), report('new', 'a')])).toBe(0);
  });
});

describe('the first form, which knew fingerprints only', () => {
  const old = parseBaseline(
    '{"version":1,"repositories":{"x":{"hash of a":2,"hash of gone":1},"y":{"hash of c":1}}}',
  );
  if (!old) throw new Error('not read');
  it('still counts, and becomes readable where a run finds what it knows', () => {
    expect([isOldForm(old), isOldForm(NO_BASELINE)]).toEqual([true, false]);
    expect(beyond(old, 'x', [finding('a'), finding('a', 5), finding('b')])).toEqual([finding('b')]);
    expect(unmatched(old, [report('x', 'a', 'a')])).toBe(1);
    const now = pruned(old, [report('x', 'a', 'a', 'b')]);
    expect(counts(now)).toEqual({ x: ['a 2'], y: ['hash of c 1'] });
    expect(beyond(now, 'y', [finding('c')])).toEqual([]);
    expect(isOldForm(now)).toBe(true);
    expect(isOldForm(pruned(now, [report('y', 'c')]))).toBe(false);
    expect(parseBaseline(JSON.stringify(now))).toEqual(now);
  });
});

describe('a file', () => {
  it('is read as it was written', () => {
    const known = baselineOf([report('x', 'a\u202e\u0000'), report('__proto__', 'b')]);
    expect(parseBaseline(JSON.stringify(known))).toEqual(known);
    expect(beyond(known, '__proto__', [finding('b')])).toEqual([]);
    expect(beyond(NO_BASELINE, '__proto__', [finding('b')])).toHaveLength(1);
  });
  const entry = '"file":"README.md","rule":"r","message":"m"';
  it.each([
    ['', 'is not JSON'],
    ['[]', 'has no "repositories"'],
    ['{}', 'has no "repositories"'],
    ['{"version":3,"repositories":{}}', 'has version 3; this licet reads 1 and 2'],
    ['{"version":1,"repositories":[]}', 'has no "repositories"'],
    [
      '{"version":1,"repositories":{"x":{"a":"many"}}}',
      'has a count at "repositories" → "x" that is no whole number',
    ],
    [
      '{"version":1,"repositories":{"x":{"a":-1}}}',
      'has a count at "repositories" → "x" that is no whole number',
    ],
    [
      '{"version":1,"repositories":{"x":{"a":1e99}}}',
      'has a count at "repositories" → "x" that is no whole number',
    ],
    ['{"version":1,"repositories":{"x":null}}', 'has no fingerprints at "repositories" → "x"'],
    ['{"version":2,"repositories":{"x":{}}}', 'has no list at "repositories" → "x"'],
    [
      '{"version":2,"repositories":{"x":[7]}}',
      'has an entry that is no finding: "repositories" → "x", number 1',
    ],
    [
      `{"version":2,"repositories":{"x":[{${entry}},{"file":"a","rule":"r"}]}}`,
      'has an entry that lacks "message": "repositories" → "x", number 2',
    ],
    [
      `{"version":2,"repositories":{"x":[{${entry},"until":"2027-02-30"}]}}`,
      'has an entry that has no day in "until" (written like 2027-01-31): "repositories" → "x", number 1',
    ],
    [
      `{"version":2,"repositories":{"x":[{${entry},"count":0}]}}`,
      'has an entry that has no whole number in "count": "repositories" → "x", number 1',
    ],
    [
      `{"version":2,"repositories":{"x":[{${entry},"reason":1}]}}`,
      'has an entry that has a "reason" that is no text: "repositories" → "x", number 1',
    ],
  ])('%s is none', (text, trouble) => {
    expect(parseBaseline(text)).toBeUndefined();
    expect(readBaseline(text)).toEqual({ trouble });
  });
});
