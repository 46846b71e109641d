import { describe, expect, it } from 'vitest';
import ambiguous from '../../rules/ambiguous-license.ts';
import conflicting from '../../rules/conflicting-license-claims.ts';
import denied from '../../rules/denied-license.ts';
import mismatched from '../../rules/mismatched-license-text.ts';
import withoutLink from '../../rules/other-license-without-link.ts';
import withoutName from '../../rules/other-license-without-name.ts';
import unknown from '../../rules/unknown-license.ts';
import { lines, ruleReport } from '../../src/rule-tester/rule-tester.ts';
import type { Policy } from '../../src/core/config/config.ts';
import { card } from '../support/card.ts';

const table = `
| Source | Rows | License |
|---|---|---|
| wiki-ko | 10k | CC BY-SA 3.0 |
| [chats](https://example.com/chats) | 20k | **MIT** |
| rulings | 1k | public domain, see the court |
| acme/essays | 4k | [CC BY-NC 4.0](https://creativecommons.org/licenses/by-nc/4.0/) |
`;
const items = `
- wiki-ko: CC BY-SA 3.0
- [chats](https://example.com/chats) by Acme, licensed under the **MIT License**.
- acme/essays (CC BY-NC 4.0)
`;
const pipes =
  '| 출처 | 라이선스 |\n|---|---|\n| wiki-ko | CC BY-SA 3.0 |\n| chats | MIT |\n| essays | CC BY-NC 4.0 |\n';

const asked = [ambiguous, denied, conflicting, mismatched, unknown, withoutLink, withoutName];

/** What the rules about a declared license say of a card. */
async function said(front: string, text: string, policy: Policy = {}): Promise<string[]> {
  const files = { 'README.md': card(front, text) };
  const reports = asked.map((rule) =>
    ruleReport({ name: front, repo: 'acme/mix', policy, files }, rule, asked),
  );
  return (await Promise.all(reports)).flatMap(lines);
}

const dataSet = (license: string) => `${license}\ntask_categories:\n- text-generation`;

describe('a data set of several sources whose card gives each its license', () => {
  it.each([
    ['license: other', table],
    ['license: other', pipes],
    ['license: other', `## Licenses\n${items}`],
    ['license: other\nlicense_name: see table', table],
    ['license: other\nlicense_name: see-table-below', table],
    ['license: other\nlicense_name: mixed', table],
    ['license: other\nlicense_name: acme-mixed', table],
    ['license: other\nlicense_name: various-see-readme', table],
    ['license: other\nlicense_name: multiple licenses', `## Licenses\n${items}`],
    ['license: other\nlicense_name: 표 참조', pipes],
    ['license: other\nlicense_name: mit, cc-by-sa-3.0, cc-by-nc-4.0', table],
    ['license: [mit, cc-by-sa-3.0, cc-by-nc-4.0]', table],
    ['license: [mit, cc-by-nc-4.0, other]', `## License\n${items}`],
  ])('is said of nothing: %s', async (license, text) => {
    expect(await said(dataSet(license), `# Mix\n\n${text}`)).toEqual([]);
  });

  it('has the licenses of its sources under a policy, each told at its row', async () => {
    const policy: Policy = { deny: ['CC-BY-NC-4.0'] };
    for (const license of ['license: other\nlicense_name: see table', 'license:\n- mit\n- cc-by-nc-4.0'])
      expect(await said(dataSet(license), `# Mix\n${table}`, policy)).toEqual([
        `README.md:${license.includes('- mit') ? 15 : 14}:22 warning ` +
          'License "cc-by-nc-4.0" is denied by the policy',
      ]);
  });

  it.each([
    ['no table', 'Many sources.'],
    ['one source alone', '| Source | License |\n|---|---|\n| wiki-ko | MIT |'],
    ['a table whose licenses nobody knows', '| Source | License |\n|---|---|\n| a | ours |\n| b | theirs |'],
  ])('stays without a text that anybody can read: %s', async (_, text) => {
    expect(await said(dataSet('license: other\nlicense_name: see table'), `# Mix\n\n${text}\n`)).toEqual([
      'README.md:2:10 warning License "other" with neither "license_link" nor a license file',
    ]);
  });

  it('has a license of its own where it names one, and the table tells of others', async () => {
    expect(await said(dataSet('license: other\nlicense_name: acme-terms'), `# Mix\n${table}`)).toEqual([
      'README.md:2:10 warning License "other" with neither "license_link" nor a license file',
    ]);
    expect(await said(dataSet('license: mit'), `# Mix\n${table}`, { deny: ['CC-BY-NC-4.0'] })).toEqual([]);
  });

  it.each([
    [
      'a sentence says that there is one license',
      `The data set is licensed under the MIT license.\n${table}`,
    ],
    ['a table whose licenses nobody knows', '| Source | License |\n|---|---|\n| a | ours |\n| b | theirs |'],
    ['one source alone', '| Source | License |\n|---|---|\n| wiki-ko | MIT |'],
  ])('is asked for the name of "other" where %s', async (_, text) => {
    expect(await said(dataSet('license: other'), `# Mix\n\n${text}\n`)).toContain(
      'README.md:2:10 warning License "other" without "license_name"',
    );
  });

  it('is asked about a list that its table does not cover', async () => {
    expect(await said(dataSet('license: [mit, apache-2.0]'), `# Mix\n${table}`)).toEqual([
      'README.md:2:11 warning License list "mit, apache-2.0" does not say whether all or one of them apply',
    ]);
  });

  it("is told that the Hub's list has no word for it, and that the card does the rest", async () => {
    const files = { 'README.md': card(dataSet('license: mixed'), `# Mix\n${table}`) };
    const { findings } = await ruleReport({ name: 'mixed', files }, unknown, asked);
    expect(findings.map(({ fix }) => fix?.title)).toEqual([
      'Declare `license: other` with `license_name: mixed`; the card lists the licenses',
    ]);
  });
});

describe('a model whose license is told in a table', () => {
  const parts = '## License\n\n| Part | License |\n|---|---|\n| Weights | CC BY-NC 4.0 |\n| Code | MIT |\n';
  const front = 'license: other\nlicense_name: see table\nlibrary_name: transformers';

  it('stands under what the table gives to its weights', async () => {
    expect(await said(front, parts)).toEqual([]);
    expect(await said(front, parts, { deny: ['CC-BY-NC-4.0'] })).toEqual([
      'README.md:10:13 warning License "cc-by-nc-4.0" is denied by the policy',
    ]);
    expect(await said(front, parts, { deny: ['MIT'] })).toEqual([]);
  });

  it('does not stand under the licenses of the data that it lists', async () => {
    const model = 'license: apache-2.0\nlibrary_name: transformers';
    for (const heading of ['Training data', 'Dataset licenses', 'License'])
      expect(await said(model, `## ${heading}\n${table}`, { deny: ['CC-BY-NC-4.0'] })).toEqual([]);
  });
});
