import { fileURLToPath } from 'node:url';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { sarif } from '../../../src/core/report/formats/sarif.ts';
import { isAbsolute, uriOf } from '../../../src/core/report/uri.ts';
import { CARD, DRESS, everything, finding, HOSTILE, report, run } from '../../support/report-world.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}
interface Artifact {
  readonly uri: string;
  readonly uriBaseId?: string;
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly rank: number;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: Artifact; readonly region: Region };
    readonly logicalLocations?: readonly { readonly name: string }[];
  }[];
  readonly suppressions?: readonly unknown[];
  readonly partialFingerprints: Record<string, string>;
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: Artifact;
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
}
interface Rule {
  readonly id: string;
  readonly name: string;
  readonly helpUri?: string;
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: { readonly precision?: string };
}
interface Log {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly columnKind: string;
      readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
      readonly results: readonly Result[];
    },
  ];
}

const logOf = (...input: Parameters<typeof run>) => JSON.parse(sarif(run(...input), DRESS)) as Log;
const all = JSON.parse(sarif(everything(), DRESS)) as Log;
/**
 * The schema is OASIS's and not ours to ship; a package for tests carries it. It is of draft 4, and uses
 * nothing in which draft 7 differs but the name of its id.
 */
const { $schema: _, id: $id, ...official } = schema;
const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile({
  ...official,
  $id,
});

test.each([
  ['hostile results', everything()],
  ['no repository', run([])],
  ['zero results', run([report([])])],
])('the log of %s fits the official schema', (_name, one) => {
  expect(valid(JSON.parse(sarif(one, DRESS))) || valid.errors).toBe(true);
});

test.each([
  ['examples', 23],
  ['examples/minimal', 0],
] as const)("the program's log of %s fits it", async (path, least) => {
  const cwd = fileURLToPath(new URL('../../..', import.meta.url));
  const { stdout } = await main([path, '-f', 'sarif'], {
    cwd,
    env: {},
    terminal: false,
    width: 80,
    today: '2026-11-26',
  });
  const log = JSON.parse(stdout) as Log;
  expect(valid(log) || valid.errors).toBe(true);
  expect(log.runs[0].results.length).toBeGreaterThanOrEqual(least);
});

test('a run without findings has an empty list of results, and all its rules', () => {
  const {
    runs: [first],
    version,
  } = logOf([report([])]);
  expect([version, first.columnKind, first.results, first.tool.driver.rules.length]).toEqual([
    '2.1.0',
    'utf16CodeUnits',
    [],
    2,
  ]);
});

test(
  'every result names its rule by id and index, and a rule that was not handed in is still ' + 'described',
  () => {
    const { rules } = all.runs[0].tool.driver;
    for (const { ruleId, ruleIndex } of all.runs[0].results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(rules.map(({ id }) => id)).toContain('conflicting-license-claims');
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  },
);

test('rules carry help, a page where the run knows one, and a Pascal name', () => {
  const [rule] = logOf([report([finding()])], { docs: 'https://example.org/rules' }).runs[0].tool.driver
    .rules;
  expect(rule).toMatchObject({
    id: 'incompatible-license',
    name: 'IncompatibleLicense',
    helpUri: 'https://example.org/rules/incompatible-license.md',
    defaultConfiguration: { level: 'error' },
  });
  expect(rule?.help.markdown).toContain('(https://example.org/rules/incompatible-license.md)');
  expect(all.runs[0].tool.driver.rules[0]).not.toHaveProperty('helpUri');
});

test('confidence is the rank of a result, and the weakest is the precision of its rule', () => {
  const log = logOf([report([finding(), finding({ confidence: 'possible', severity: 'warning' })])]);
  expect(log.runs[0].results.map(({ rank, level }) => [rank, level])).toEqual([
    [100, 'error'],
    [30, 'warning'],
  ]);
  expect(log.runs[0].tool.driver.rules.map(({ properties }) => properties.precision)).toEqual([
    'medium',
    undefined,
  ]);
});

test('paths are relative URIs under the source root, with nothing that a URI may not hold', () => {
  for (const {
    locations: [location],
  } of all.runs[0].results) {
    const { uri, uriBaseId } = location?.physicalLocation.artifactLocation ?? { uri: '' };
    expect(uri).toMatch(/^(?:[\w.~!*'()/-]|%[0-9A-F]{2})+$/);
    expect(uriBaseId).toBe('%SRCROOT%');
    expect(location?.physicalLocation.region.startLine).toBeGreaterThan(0);
  }
});

test.each([
  ['./a/b.md', 'a/b.md'],
  ['a b/100%.md', 'a%20b/100%25.md'],
  ['a:b.md', 'a%3Ab.md'],
  ['../up/README.md', '../up/README.md'],
  ['/abs/x', 'file:///abs/x'],
  ['C:/x/y', 'file:///C:/x/y'],
  ['a\\b', 'a%5Cb'],
  ['./a/x\\y.md', 'a/x%5Cy.md'],
  ['C:\\x\\y', 'file:///C:/x/y'],
  ['https://hub.example/me/model/README.md', 'https://hub.example/me/model/README.md'],
  ['\ud800', '%EF%BF%BD'],
])('the path %j is the reference %j', (path, uri) => {
  expect(uriOf(path)).toBe(uri);
  expect(isAbsolute(uriOf(path))).toBe(/^(?:file|https):/.test(uri));
});

test('what was turned off is there with its ground, and all else says that it is not', () => {
  expect(all.runs[0].results.map(({ suppressions }) => suppressions?.length)).toEqual([0, 0, 0, 0, 1, 1, 1]);
  expect(all.runs[0].results.slice(4).flatMap(({ suppressions }) => suppressions)).toEqual([
    {
      kind: 'inSource',
      status: 'accepted',
      justification: `agreed ${HOSTILE}`,
      location: {
        physicalLocation: {
          artifactLocation: { uri: 'waived/README.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 9 },
        },
      },
      properties: { by: 'comment', until: '2027-01-31' },
    },
    {
      kind: 'external',
      status: 'accepted',
      justification: HOSTILE,
      location: {
        physicalLocation: { artifactLocation: { uri: 'licet.config.yaml', uriBaseId: '%SRCROOT%' } },
      },
      properties: { by: 'config', reviewer: 'jo', date: '2026-11-01' },
    },
    {
      kind: 'external',
      status: 'accepted',
      location: {
        physicalLocation: { artifactLocation: { uri: 'licet-baseline.json', uriBaseId: '%SRCROOT%' } },
      },
      properties: { by: 'baseline', date: '2026-11-02' },
    },
  ]);
  // Nothing is said of it where nothing was turned off.
  expect(sarif(run([report([finding()])]), DRESS)).not.toContain('suppressions');
});

test('a key of a header is a logical location at the first line', () => {
  const location = all.runs[0].results[2]?.locations[0];
  expect([location?.physicalLocation.region, location?.logicalLocations]).toEqual([
    { startLine: 1 },
    [{ name: 'general.license', kind: 'member' }],
  ]);
});

test('suggestions with edits are fixes, and putting them in gives the text that was meant', () => {
  const results = all.runs[0].results.map(({ fixes }) => fixes?.[0]?.artifactChanges ?? []);
  expect(results.map((changes) => changes.length)).toEqual([0, 1, 0, 1, 0, 0, 0]);
  const { artifactLocation, replacements } = results[1]?.[0] ?? {
    artifactLocation: undefined,
    replacements: [],
  };
  expect(artifactLocation?.uri).toBe('README.md');
  const lines = CARD.split('\n');
  const {
    deletedRegion: { startLine, startColumn = 0, endLine, endColumn },
    insertedContent,
  } = replacements[0] ?? { deletedRegion: { startLine: 0 }, insertedContent: { text: '' } };
  expect([endLine, endColumn]).toEqual([startLine, startColumn]);
  const offset =
    lines.slice(0, startLine - 1).reduce((sum, line) => sum + line.length + 1, 0) + startColumn - 1;
  expect(CARD.slice(0, offset) + insertedContent.text + CARD.slice(offset)).toBe(
    `${CARD}\nBuilt with Base\n`,
  );
});

test('the first sentence is the finding, and hostile text makes no placeholder and no link', () => {
  const [first, , , hostile] = all.runs[0].results.map(({ message }) => message.text);
  expect(
    first?.startsWith(
      'License "apache-2.0" lacks the use policy of base1.\nFrom: this model → maker/Base-8B',
    ),
  ).toBe(true);
  expect(hostile).toContain('{{0}}');
  expect(hostile).not.toMatch(/(?<!\\)\[[^\]]*(?<!\\)\]\(/);
});

test('the fingerprint is our own; GitHub keeps the name that it fills in itself', () => {
  expect(all.runs[0].results[0]?.partialFingerprints).toEqual({ 'licetFinding/v1': '0123456789abcdef' });
});
