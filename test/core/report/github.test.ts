import { expect, test } from 'vitest';
import { github } from '../../../src/core/report/formats/github.ts';
import { summary } from '../../../src/core/report/formats/summary.ts';
import {
  ancestor,
  waived,
  DRESS,
  everything,
  finding,
  owed,
  report,
  run,
} from '../../support/report-world.ts';

const many = (severity: 'error' | 'warning' | 'info', count: number) =>
  Array.from({ length: count }, (_, index) => finding({ severity, message: `Finding ${index}` }));
const commands = (text: string) => text.trimEnd().split('\n');

/** As the runner reads a command: properties first, then the message, each unescaped. */
function parsed(line: string) {
  const [, command = '', properties = '', message = ''] = /^::(\w+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
  const back = (text: string) =>
    text
      .replace(/%0D/g, '\r')
      .replace(/%0A/g, '\n')
      .replace(/%3A/g, ':')
      .replace(/%2C/g, ',')
      .replace(/%25/g, '%');
  return {
    command,
    message: back(message),
    ...Object.fromEntries(
      properties
        .split(',')
        .map((pair) => [pair.slice(0, pair.indexOf('=')), back(pair.slice(pair.indexOf('=') + 1))]),
    ),
  };
}

test('a finding is an annotation at its place', () => {
  const [line = ''] = commands(
    github(run([report([finding({ obligation: owed() })], { root: 'models/a' })]), DRESS),
  );
  expect(
    line.startsWith(
      '::error ' +
        'file=models/a/README.md,line=2,endLine=2,col=10,endColumn=20,title=incompatible-license::License ' +
        '"apache-2.0" lacks',
    ),
  ).toBe(true);
  expect(parsed(line).message.split('\n')).toEqual([
    'License "apache-2.0" lacks the use policy of base1',
    'from: this model → maker/Base-8B (base1, as of 2026-08)',
    'why: Base Community License §1.b.i: whoever distributes the model shows this phrase',
  ]);
});

test('columns are left out where the stretch covers several lines', () => {
  const [line = ''] = commands(
    github(run([report([finding({ at: { file: 'README.md', start: 4, end: 30 } })])]), DRESS),
  );
  expect(line).toContain('line=2,endLine=3,title=');
});

test('hostile text stays inside its command, and is none itself', () => {
  const lines = commands(github(everything(), DRESS));
  expect(lines.map((line) => parsed(line).command)).toEqual([
    'error',
    'warning',
    'notice',
    'error',
    'notice',
  ]);
  expect(lines[4]).toBe(
    '::notice title=licet::3 findings suppressed (1 by comment, 1 by config, 1 by baseline)',
  );
  const last = parsed(lines[3] ?? '');
  expect(last).toHaveProperty('file', expect.stringContaining('a b:c,d%.md'));
  expect(last.message).toContain(':\ufffderror::x %0A');
});

test('a level shows ten annotations, and then one notice says how many are left', () => {
  const lines = commands(
    github(run([report([...many('error', 13), ...many('warning', 11), ...many('info', 2)])]), DRESS),
  );
  expect(lines.map((line) => parsed(line).command)).toEqual([
    ...Array<string>(10).fill('error'),
    ...Array<string>(10).fill('warning'),
    'notice',
    'notice',
    'notice',
  ]);
  expect(lines.at(-1)).toBe('::notice title=licet::4 more in the summary (3 errors, 1 warning)');
});

test('the closing notice is one of the ten notices', () => {
  const lines = commands(github(run([report(many('info', 12))]), DRESS));
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe('::notice title=licet::3 more in the summary (3 notices)');
});

test('ten of a level are all shown, and nothing is said of a rest', () => {
  expect(
    commands(github(run([report(many('info', 10))]), DRESS)).filter((line) => line.includes('more in')),
  ).toEqual([]);
});

test('the summary is a table, the worst first, one line per finding', () => {
  const rows = summary(everything(), DRESS)
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'));
  expect(rows.map((row) => row.split(' | ')[0])).toEqual([
    '| ❌ error',
    '| ❌ error',
    '| ⚠️ warning',
    '| ℹ️ note',
    '| error',
    '| warning',
    '| note',
  ]);
  // Five cells, and no bar of the repository's own makes another.
  for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
});

test('a summary too large for GitHub is cut, and says by how much', () => {
  const text = summary(
    run([report(Array.from({ length: 9000 }, () => finding({ obligation: owed() })))]),
    DRESS,
  );
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  expect(text).toMatch(/\n\d+ more are left out/);
});

test('what was turned off takes one of the ten notices', () => {
  const { suppressed } = waived();
  const notices = (count: number) =>
    commands(github(run([report(many('info', count), { suppressed: suppressed ?? [] })]), DRESS));
  expect(notices(9)).toHaveLength(10);
  expect(notices(10)).toHaveLength(10);
  expect(notices(10).slice(8)).toEqual([
    '::notice title=licet::2 more in the summary (2 notices)',
    '::notice title=licet::3 findings suppressed (1 by comment, 1 by config, 1 by baseline)',
  ]);
});

test('the summary says of what is not known which input or file settles it', () => {
  const asked = (why: 'offline' | 'gated' | 'unreachable', lookup: 'offline' | 'lock') => {
    const open = { ...ancestor([{ to: 'acme/x_y', relation: 'unsaid' }], 'offline') };
    const reports = [report([], { ancestors: [{ ...open, resolution: { is: 'failed', why } }] })];
    return summary(run(reports, { lookup }), DRESS);
  };
  expect(asked('offline', 'offline')).toContain(
    '\n### Not known\n\n- `acme/x_y`: set the input `online: true` (on the command line `--online`)\n',
  );
  expect(asked('offline', 'lock')).toContain(
    '`acme/x_y`: run `licet resolve --online` and commit `licet.lock.json`\n',
  );
  expect(asked('gated', 'offline')).toContain('set the input `hf-token`');
  expect(asked('unreachable', 'lock')).toContain('commit `licet.lock.json`');
  expect(summary(run([report([])]), DRESS)).not.toContain('Not known');
});

test('a clean run is one sentence', () => {
  expect(summary(run([report([])]), DRESS)).toBe('## licet\n\nNo findings in 1 repository.\n');
});
