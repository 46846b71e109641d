import { describe, expect, it } from 'vitest';
import deniedLicense from '../../../../rules/denied-license.ts';
import deniedUse from '../../../../rules/denied-use.ts';
import type { Policy } from '../../../../src/core/config/config.ts';
import { grammarOf } from '../../../../src/rule-tester/message-style.ts';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import { identify } from '../../../../src/core/license/names/identify.ts';
import { barredUses } from '../../../../src/core/evaluate/policy/intended-use.ts';
import { lint } from '../../../../src/core/lint.ts';
import { memoryRepo } from '../../../../src/core/read/memory-repo.ts';
import type { Upstreams } from '../../../../src/core/resolve/upstreams.ts';

const catalogue = shippedCatalogue();

const upstreamsOf = (licenses: Readonly<Record<string, string>>): Upstreams => ({
  find(model) {
    const raw = licenses[model];
    return Promise.resolve(
      raw === undefined
        ? { is: 'failed', why: 'offline' }
        : {
            is: 'found',
            license: identify(raw, undefined, catalogue),
            raw,
            bases: [],
            from: 'test',
            asOf: '2026-01-01',
            confidence: 'certain',
          },
    );
  },
});

/** What the two rules say of a card with this front matter. */
async function said(
  frontMatter: string,
  policy: Policy,
  upstreams: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const repo = memoryRepo({ 'README.md': `---\n${frontMatter}\n---\n# A model\n` });
  const { findings, failed } = await lint(
    repo,
    { value: 'acme/m', from: 'flag' },
    { catalogue, upstreams: upstreamsOf(upstreams), rules: [deniedLicense, deniedUse], policy },
  );
  expect(failed).toEqual([]);
  expect(findings.flatMap(grammarOf)).toEqual([]);
  return findings.map(({ severity, message: what }) => `${severity} ${what}`);
}

describe('no policy', () => {
  it('denies nothing', async () => expect(await said('license: agpl-3.0', {})).toEqual([]));
  it('nor do empty lists', async () =>
    expect(await said('license: agpl-3.0', { allow: [], deny: [] })).toEqual([]));
});

describe('a list of what is denied', () => {
  const denied = (name: string) => [`error License "${name}" is denied by the policy`];
  it.each([
    ['agpl-3.0', ['AGPL-3.0-only'], true],
    ['agpl-3.0', ['agpl-3.0'], true],
    ['gpl-3.0', ['AGPL-3.0-only'], false],
    ['gpl-3.0', ['GPL-2.0-or-later'], true],
    ['lgpl-3.0', ['LGPL-2.1'], false],
    ['apache-2.0', ['MIT OR Apache-2.0'], true],
    ['llama3.2', ['LicenseRef-Llama-3.2'], true],
    ['llama3.2', ['llama3.1'], false],
    ['mit', ['Apache-2.0'], false],
  ])('%s against %j: %s', async (license, deny, is) => {
    expect(await said(`license: ${license}`, { deny })).toEqual(is ? denied(license) : []);
  });
  it('leaves a choice to the taker', async () => {
    expect(await said('license: MIT OR AGPL-3.0-only', { deny: ['AGPL-3.0-only'] })).toEqual([]);
    expect(await said('license: MIT AND AGPL-3.0-only', { deny: ['MIT'] })).toHaveLength(1);
  });
  it('is never an error for a name that several texts bear', async () => {
    expect(await said('license: cc', { deny: ['CC-BY-4.0'] })).toEqual([
      'warning License "cc" is denied by the policy',
    ]);
  });
  it('goes for upstreams whose terms reach here, each license once', async () => {
    const upstreams = { 'meta-llama/Llama-3.2-1B': 'llama3.2', 'meta-llama/Llama-3.2-3B': 'llama3.2' };
    expect(
      await said('license: llama3.2\nbase_model: meta-llama/Llama-3.2-1B', { deny: ['llama3.2'] }, upstreams),
    ).toEqual(denied('llama3.2'));
    expect(
      await said(
        'license: mit\nbase_model: [meta-llama/Llama-3.2-1B, meta-llama/Llama-3.2-3B]\n' +
          'base_model_relation: merge',
        { deny: ['llama3.2'] },
        upstreams,
      ),
    ).toEqual(['error License "llama3.2" of meta-llama/Llama-3.2-1B is denied by the policy']);
  });
});

describe('a list of what is allowed', () => {
  it.each([
    ['mit', ['MIT'], true],
    ['apache-2.0', ['MIT', 'Apache-2.0'], true],
    ['mit', ['Apache-2.0'], false],
    ['gpl-3.0', ['GPL-3.0-or-later'], true],
    ['lgpl-3.0', ['LGPL-2.1'], false],
    ['cddl-1.1', ['CDDL-1.0'], false],
    ['acme-eula', ['LicenseRef-acme-eula'], true],
    ['acme-eula', ['MIT'], false],
    ['MIT OR Apache-2.0', ['MIT'], true],
    ['MIT AND Apache-2.0', ['MIT'], false],
  ])('%s against %j: %s', async (license, allow, is) => {
    expect(await said(`license: ${license}`, { allow })).toHaveLength(is ? 0 : 1);
  });
  it('says so', async () => {
    expect(await said('license: acme-eula', { allow: ['MIT'] })).toEqual([
      'error License "acme-eula" is not allowed by the policy',
    ]);
  });
  it('has no word on a missing license, which is another trouble', async () => {
    expect(await said('tags: [x]', { allow: ['MIT'] })).toEqual([]);
  });
});

describe('categories', () => {
  it('allow and deny many at once', async () => {
    expect(await said('license: cc-by-nc-4.0', { denyCategories: ['non-commercial'] })).toEqual([
      'error License "cc-by-nc-4.0" is non-commercial, denied by the policy',
    ]);
    expect(await said('license: bsd-3-clause', { allowCategories: ['permissive'] })).toEqual([]);
    expect(await said('license: gpl-3.0', { allowCategories: ['permissive'] })).toHaveLength(1);
  });
  it('a license that is named goes before its category, what is denied before what is allowed', async () => {
    expect(
      await said('license: cc-by-nc-4.0', { denyCategories: ['non-commercial'], allow: ['CC-BY-NC-4.0'] }),
    ).toEqual([]);
    expect(await said('license: mit', { allow: ['MIT'], deny: ['MIT'] })).toEqual([
      'error License "mit" is denied by the policy',
    ]);
  });
});

describe('the intended use', () => {
  const uses = (license: string, use: NonNullable<Policy['use']>) => said(`license: ${license}`, { use });
  it('commercial', async () => {
    expect(await uses('cc-by-nc-4.0', { commercial: true })).toEqual([
      'error License "cc-by-nc-4.0" does not cover commercial use',
    ]);
    expect(await uses('cc-by-nc-4.0', { commercial: false })).toEqual([]);
    expect(await uses('cc-by-nc-4.0', { monthlyUsers: 5 })).toEqual([]);
    expect(
      await uses('mit', { commercial: true, territory: 'KR', monthlyUsers: 1e10, revenue: 1e12 }),
    ).toEqual([]);
  });
  it('research', async () => {
    const research = 'other\nlicense_name: apple-amlr';
    expect(await uses(research, { commercial: true })).toEqual([
      'error License "apple-amlr" does not cover commercial use',
    ]);
    expect(await uses(research, { commercial: true, research: true })).toHaveLength(1);
    expect(await uses(research, { research: true })).toEqual([]);
    expect(await uses(research, { research: false })).toEqual([
      'error License "apple-amlr" does not cover use other than research',
    ]);
  });
  it('research that is commercial may be within "research only"', () => {
    const license = catalogue.byId('apple-amlr');
    const only = license && {
      ...license,
      limits: license.limits.filter(({ kind }) => kind === 'research-only'),
    };
    expect(
      only &&
        barredUses({ is: 'known', license: only }, { commercial: true, research: true }).map(
          ({ sure }) => sure,
        ),
    ).toEqual([false]);
  });
  it('where', async () => {
    const hunyuan = 'other\nlicense_name: tencent-hunyuan-mt';
    expect(await uses(hunyuan, { territory: ['US', 'KR', 'DE'] })).toEqual([
      'error License "tencent-hunyuan-mt" does not cover use in KR, DE',
    ]);
    expect(await uses(hunyuan, { territory: 'US' })).toEqual([]);
    // Only multimodal models of the 3.2 family are barred in the EU: whether this is one, the license cannot
    // tell.
    expect(await uses('llama3.2', { territory: 'EU' })).toEqual([
      'warning License "llama3.2" does not cover use in EU',
    ]);
  });
  it('how many and how much are thresholds that count more than a config knows: a warning', async () => {
    expect(await uses('llama3.1', { monthlyUsers: 800_000_000 })).toEqual([
      'warning License "llama3.1" does not cover use with 800 000 000 monthly users',
    ]);
    expect(await uses('llama3.1', { monthlyUsers: 700_000_000 })).toEqual([]);
    expect(await uses('other\nlicense_name: lfm-1.0', { commercial: true, revenue: 20_000_000 })).toEqual([
      'warning License "lfm-1.0" does not cover use with a revenue of 20 000 000 USD a year',
    ]);
    expect(await uses('other\nlicense_name: lfm-1.0', { commercial: false, revenue: 20_000_000 })).toEqual(
      [],
    );
  });
  it('only after a registration', async () => {
    expect(await uses('other\nlicense_name: glm-4', { commercial: true })).toEqual([
      'warning License "glm-4" asks for a registration before commercial use',
    ]);
  });
  it('a choice bars only what each branch bars', async () => {
    expect(await uses('MIT OR CC-BY-NC-4.0', { commercial: true })).toEqual([]);
    expect(await uses('CC-BY-NC-4.0 OR CC-BY-NC-SA-4.0', { commercial: true })).toHaveLength(1);
    expect(await uses('MIT AND CC-BY-NC-4.0', { commercial: true })).toHaveLength(1);
  });
  it('an upstream limit that the declared license does not carry still stands, said once', async () => {
    const upstreams = { 'acme/base': 'cc-by-nc-4.0' };
    expect(
      await said(
        'license: mit\nbase_model: other/x',
        { use: { commercial: true } },
        { 'other/x': 'cc-by-nc-4.0' },
      ),
    ).toEqual([expect.stringContaining('"cc-by-nc-4.0" does not cover commercial use')]);
    expect(
      await said(
        'license: cc-by-nc-4.0\nbase_model: other/x',
        { use: { commercial: true } },
        { 'other/x': 'cc-by-nc-4.0' },
      ),
    ).toHaveLength(1);
    expect(
      await said('license: mit\nbase_model: acme/base', { use: { commercial: true } }, upstreams),
    ).toEqual([]);
  });
});

it('a bomb of an expression is judged at once', async () => {
  const bomb = Array.from({ length: 30 }, (_, at) => `(MIT OR LicenseRef-${at})`).join(' AND ');
  expect(await said(`license: ${bomb}`, { allow: ['MIT'], use: { commercial: true } })).toEqual([]);
});
