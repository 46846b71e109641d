import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compact } from '../../../src/core/report/formats/compact.ts';
import { DRESS, everything, finding, report, run } from '../../support/report-world.ts';

interface Matcher {
  readonly problemMatcher: readonly {
    readonly severity: string;
    readonly pattern: readonly [{ readonly regexp: string }];
  }[];
}
const { problemMatcher } = JSON.parse(readFileSync('.github/licet-problem-matcher.json', 'utf8')) as Matcher;

/** What the runner would make of a line: severity, file, line, column, message, code. */
function matched(line: string) {
  return problemMatcher.flatMap(({ severity, pattern: [{ regexp }] }) => {
    const found = new RegExp(regexp).exec(line);
    return found ? [[severity, ...found.slice(1)]] : [];
  });
}

test('a finding is one line: place, severity, what, rule', () => {
  expect(
    compact(
      run([report([finding({ confidence: 'likely', severity: 'warning' })], { root: 'models/a' })]),
      DRESS,
    ),
  ).toBe(
    'models/a/README.md:2:10  warning  License "apache-2.0" lacks the use policy of base1  ' +
      'incompatible-license (likely)\n',
  );
});

test('nothing found is nothing printed', () => {
  expect(compact(run([report([])]), DRESS)).toBe('');
});

test('hostile text keeps to its line, and colours are never used', () => {
  const lines = compact(everything(), { color: true, width: 80 }).split('\n');
  expect(lines).toHaveLength(5);
  // eslint-disable-next-line no-control-regex
  expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2028]/);
});

test(
  'the problem matcher reads each line once, with and without a line number; a path with a colon ' +
    'it leaves alone',
  () => {
    expect(matched('a b.md:2:10  error  Value "x  y" is odd  incompatible-license')).toEqual([
      ['error', 'a b.md', '2', '10', 'Value "x  y" is odd', 'incompatible-license'],
    ]);
    expect(matched('m.gguf:general.license  info  The header says "mit"  some-rule (possible)')).toEqual([
      ['notice', 'm.gguf', undefined, undefined, 'The header says "mit"', 'some-rule'],
    ]);
    expect(
      compact(everything(), DRESS)
        .trimEnd()
        .split('\n')
        .map((line) => matched(line).map(([severity]) => severity)),
    ).toEqual([['error'], ['warning'], ['notice'], []]);
  },
);

test('the problem matcher reads a long line in no time', () => {
  for (const line of [
    `${'a:1:1  error  '.repeat(20_000)}!`,
    `${':1'.repeat(50_000)}  warning  x`,
    `x${'  '.repeat(50_000)}`,
  ])
    matched(line.slice(0, 100_000));
});
