import { expect, test } from 'vitest';
import { gitlab } from '../../../src/core/report/formats/gitlab.ts';
import { junit } from '../../../src/core/report/formats/junit.ts';
import { DRESS, everything, finding, owed, report, run } from '../../support/report-world.ts';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}
const issuesOf = (...input: Parameters<typeof run>) => JSON.parse(gitlab(run(...input), DRESS)) as Issue[];

test('gitlab: each finding is an issue with exactly the fields of the format', () => {
  const [issue] = issuesOf([report([finding({ obligation: owed() })], { root: './models/a' })]);
  expect(issue).toEqual({
    description:
      'License "apache-2.0" lacks the use policy of base1. Base Community License §1.b.i: whoever ' +
      'distributes the model shows this phrase',
    check_name: 'incompatible-license',
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    severity: 'critical',
    location: { path: 'models/a/README.md', lines: { begin: 2, end: 2 } },
  });
});

test('gitlab: severities are of its five words, lines count from 1, paths are relative', () => {
  for (const { severity, location } of JSON.parse(gitlab(everything(), DRESS)) as Issue[]) {
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
    expect(location.lines.begin).toBeGreaterThan(0);
    expect(location.path).not.toMatch(/^(?:\/|\.\/)/);
  }
});

test('gitlab: fingerprints are unique, also of the same finding twice and of two repositories alike', () => {
  const all = issuesOf([
    report([finding(), finding()], { root: 'a' }),
    report([finding()], { root: 'b' }),
  ]).map(({ fingerprint }) => fingerprint);
  expect(new Set(all).size).toBe(3);
});

test('gitlab: no findings is an empty array', () => {
  expect(gitlab(run([report([])]), DRESS)).toBe('[]\n');
});

/**
 * A strict reader of the XML that we write: elements, attributes in double quotes, text; throws at anything
 * else.
 */
function elements(xml: string): { readonly name: string; readonly attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const back = (text: string) =>
    text.replace(
      /&(?:amp|lt|gt|quot|#39);/g,
      (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" })[entity] ?? '',
    );
  const token = new RegExp(
    String.raw`<\?xml [^<>]*\?>|<(\/?)([a-z]+)((?: [a-z]+="(?:[^"&<]|&(?:amp|lt|gt|quot|` +
      String.raw`#39);)*")*)(\/?)>|(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)+`,
    'gy',
  );
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (!match) throw new Error(`no XML at ${at}: ${xml.slice(at, at + 40)}`);
    const [, close, name, attributes = '', empty] = match;
    if (name === undefined) continue;
    if (close === '/') expect(open.pop()).toBe(name);
    else {
      found.push({
        name,
        attributes: Object.fromEntries(
          [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
            key,
            back(value),
          ]),
        ),
      });
      if (empty !== '/') open.push(name);
    }
  }
  expect(open).toEqual([]);
  return found;
}

test('junit: the document is well formed and its counts are right, whatever the repository wrote', () => {
  const xml = junit(everything(), DRESS);
  const all = elements(xml);
  const [root, ...rest] = all;
  expect(root).toEqual({
    name: 'testsuites',
    attributes: { name: 'licet', tests: '9', failures: '2', errors: '0' },
  });
  expect(rest.filter(({ name }) => name === 'testcase')).toHaveLength(9);
  expect(rest.filter(({ name }) => name === 'failure')).toHaveLength(2);
  expect(
    rest
      .filter(({ name }) => name === 'testsuite')
      .map(({ attributes }) => [
        attributes['name'],
        attributes['tests'],
        attributes['failures'],
        attributes['skipped'],
      ]),
  ).toEqual([
    ['.', '2', '1', '1'],
    ['models/두번째 모델', '2', '1', '1'],
    ['clean', '1', '0', '0'],
    ['waived', '4', '0', '3'],
  ]);
  // XML 1.0 holds no control characters but tab and line ends, and no half of a pair.
  // eslint-disable-next-line no-control-regex
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
});

test('junit: only errors fail, so that the tests agree with the exit code', () => {
  const all = elements(
    junit(run([report([finding({ severity: 'warning' }), finding({ severity: 'info' })])]), DRESS),
  );
  expect(all.map(({ name }) => name)).toEqual([
    'testsuites',
    'testsuite',
    'testcase',
    'skipped',
    'testcase',
    'skipped',
  ]);
});

test('junit: a case names the file, and its text the line', () => {
  const xml = junit(run([report([finding(), finding({ severity: 'warning' })])]), DRESS);
  expect(elements(xml).find(({ name }) => name === 'testcase')?.attributes).toEqual({
    name: 'incompatible-license: License "apache-2.0" lacks the use policy of base1',
    classname: 'README.md',
  });
  expect(xml).toContain(
    '>README.md:2:10 License &quot;apache-2.0&quot; lacks the use policy of base1 ' +
      'incompatible-license</failure>',
  );
  expect(xml).toContain(
    '>README.md:2:10 License &quot;apache-2.0&quot; lacks the use policy of base1 ' +
      'incompatible-license</skipped>',
  );
});

/**
 * What `junit-10.xsd` of Jenkins's xUnit plugin allows, of what is written here; it turns away any other
 * attribute.
 */
const JENKINS: Readonly<Record<string, readonly string[]>> = {
  testsuites: ['name', 'tests', 'failures', 'errors'],
  testsuite: ['name', 'tests', 'failures', 'errors', 'skipped'],
  testcase: ['name', 'classname'],
  failure: ['type', 'message'],
  skipped: ['type', 'message'],
};

test("junit: no element and no attribute is unknown to Jenkins's schema", () => {
  for (const { name, attributes } of [everything(), run([])].flatMap((one) => elements(junit(one, DRESS)))) {
    expect(
      Object.keys(attributes).filter((key) => JENKINS[name]?.includes(key) !== true),
      name,
    ).toEqual([]);
  }
});
