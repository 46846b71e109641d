import { describe, expect, it } from 'vitest';
import {
  baselineOf,
  beyond,
  NO_BASELINE,
  parseBaseline,
  pruned,
  unmatched,
} from '../../../src/core/evaluate/baseline.ts';
import type { Finding } from '../../../src/core/model/finding.ts';

const finding = (fingerprint: string, start = 0): Finding => ({
  rule: 'missing-phrase',
  at: { file: 'README.md', start, end: start + 1 },
  message: 'No',
  severity: 'warning',
  confidence: 'certain',
  fingerprint,
});
const report = (root: string, ...fingerprints: string[]) => ({
  root,
  findings: fingerprints.map((one) => finding(one)),
});

describe('a baseline', () => {
  it('knows findings by fingerprint, wherever they have moved', () => {
    const known = baselineOf([report('', 'a')]);
    expect(known).toEqual({ version: 1, repositories: { '.': { a: 1 } } });
    expect(beyond(known, '', [finding('a', 99), finding('b')])).toEqual([finding('b')]);
  });
  it('takes a finding off as often as it was there, and no oftener', () => {
    const known = baselineOf([report('', 'a', 'a')]);
    expect(beyond(known, '', [finding('a', 1), finding('a', 2), finding('a', 3)])).toEqual([finding('a', 3)]);
  });
  it('keeps repositories apart', () => {
    expect(beyond(baselineOf([report('x', 'a')]), 'y', [finding('a')])).toHaveLength(1);
  });
  it('is the same text whatever the order of the run', () => {
    expect(JSON.stringify(baselineOf([report('b', 'z', 'a'), report('a', 'k')]))).toBe(
      JSON.stringify(baselineOf([report('a', 'k'), report('b', 'a', 'z')])),
    );
    expect(JSON.stringify(baselineOf([report('b', 'z', 'a'), report('a')]))).toBe(
      '{"version":1,"repositories":{"b":{"a":1,"z":1}}}',
    );
  });
  it('written anew for one repository leaves the others as they were', () => {
    expect(
      baselineOf([report('x', 'b')], baselineOf([report('x', 'a'), report('y', 'c')])).repositories,
    ).toEqual({ x: { b: 1 }, y: { c: 1 } });
    expect(baselineOf([report('x')], baselineOf([report('x', 'a'), report('y', 'c')])).repositories).toEqual({
      y: { c: 1 },
    });
  });
});

describe('pruning', () => {
  const known = baselineOf([report('x', 'a', 'a', 'b'), report('y', 'c')]);
  it('takes out what is no longer found, and lowers the counts', () => {
    expect(pruned(known, baselineOf([report('x', 'a')])).repositories).toEqual({ x: { a: 1 } });
  });
  it('adds nothing', () => {
    expect(pruned(known, baselineOf([report('x', 'a', 'a', 'a', 'b', 'new'), report('y', 'c')]))).toEqual(
      known,
    );
  });
  it('leaves repositories that were not looked at', () => {
    expect(pruned(known, baselineOf([report('x')]), ['x']).repositories).toEqual({ y: { c: 1 } });
  });
  it('is due where findings are known that are gone', () => {
    expect(unmatched(known, [report('x', 'a')])).toBe(2);
    expect(unmatched(known, [report('y', 'c', 'd'), report('new', 'a')])).toBe(0);
  });
});

describe('a file', () => {
  it('is read as it was written', () => {
    const known = baselineOf([report('x', 'a'), report('__proto__', 'b')]);
    expect(parseBaseline(JSON.stringify(known))).toEqual(known);
    expect(beyond(known, '__proto__', [finding('b')])).toEqual([]);
    expect(beyond(NO_BASELINE, '__proto__', [finding('b')])).toHaveLength(1);
  });
  it.each([
    '',
    '[]',
    '{}',
    '{"version":2,"repositories":{}}',
    '{"version":1,"repositories":[]}',
    '{"version":1,"repositories":{"x":{"a":"many"}}}',
    '{"version":1,"repositories":{"x":{"a":-1}}}',
    '{"version":1,"repositories":{"x":{"a":1e99}}}',
    '{"version":1,"repositories":{"x":null}}',
  ])('%s is none', (text) => {
    expect(parseBaseline(text)).toBeUndefined();
  });
});
