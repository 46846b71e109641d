import spdxList from 'spdx-license-list/full.js';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import type { Duty, License } from '../../src/core/model/license.ts';
import { lintCase } from '../../src/rule-tester/rule-tester.ts';
import { spdxText } from './license-texts.ts';

/**
 * For a license that asks for something to be shown: a repository that shows it and one that does not. A
 * merge is the derivative that only a tool's file tells of, so that the bad one holds no word of
 * its upstream.
 */
const RULE_OF: Readonly<Partial<Record<Duty['kind'], string>>> = {
  'include-license': 'missing-license-text',
  notice: 'missing-notice',
  phrase: 'missing-phrase',
  'name-prefix': 'missing-name-prefix',
  credit: 'missing-credit',
  'keep-copyright': 'missing-copyright',
  'keep-notices': 'missing-copyright',
  'mark-changes': 'missing-change-note',
  'pass-on-restrictions': 'missing-use-restrictions',
};
const PAYLOAD: ReadonlySet<string> = new Set(Object.values(RULE_OF));
const LINE = 'Copyright (c) 2025 Quayside Systems';
const MERGE = { 'mergekit_config.yml': 'models:\n  - model: quayside/base-7b\nmerge_method: linear\n' };

/** Duties that reach a merge plainly, of licenses whose text was read. */
const owing = (license: License) =>
  license.duties.filter(
    ({ kind, appliesTo: reaches, when }) =>
      RULE_OF[kind] !== undefined && reaches.includes('derivative') && when === undefined,
  );
/** Every license of the data that asks for something to be shown. */
export const owingLicenses = shippedCatalogue().entries.filter(
  (license) => license.matter !== 'provider' && owing(license).length > 0,
);

const declaring = (license: License) =>
  license.hub[0] === undefined
    ? `license: other\nlicense_name: ${license.id}`
    : `license: ${license.hub[0]}${license.hub[0] === 'other' ? `\nlicense_name: ${license.id}` : ''}`;
const filled = (text: string) => text.replace(/<[^>]*>|\[(?!dev\])[^\]]*\]/g, '2026');
const upstreams = (license: License) => ({
  'quayside/base-7b': { license: license.hub[0] ?? 'other', license_name: license.id, copyright: [LINE] },
});

async function said(license: License, files: Readonly<Record<string, string>>, repo: string) {
  const { findings } = await lintCase(
    { name: license.id, files: { ...MERGE, ...files }, repo, upstreams: upstreams(license) },
    rules,
  );
  return findings.filter(
    ({ rule, obligation: because }) => PAYLOAD.has(rule) && because?.license.id === license.id,
  );
}

function goodFiles(license: License): Record<string, string> {
  const texts = license.duties.flatMap((duty) =>
    duty.kind === 'notice' || duty.kind === 'phrase' ? [filled(duty.texts[0] ?? '')] : [],
  );
  return {
    'README.md':
      `---\n${declaring(license)}\nbase_model: quayside/base-7b\nbase_model_relation: merge\n---\n# A ` +
      'model\n\nMerged from quayside/base-7b. The use restrictions of its license apply.\n\n' +
      `${texts.join('\n\n')}\n`,
    NOTICE: `${[LINE, ...texts].join('\n\n')}\n`,
  };
}

/** The text of the SPDX list; none for one that is not in it, or that nobody has read. */
function textOf({ spdx, verified }: License): string | undefined {
  if (!verified) return undefined;
  return spdxList[spdx] === undefined ? undefined : spdxText(spdx);
}

const goodName = (license: License) =>
  `zzz-labs/${license.duties
    .flatMap((duty) => (duty.kind === 'name-prefix' ? [duty.text] : []))
    .join(' ')
    .replace(/[^\w.-]+/g, '-')}-acme-7b`.replace('/-', '/');

/** What a license asks, each by itself: with its text at hand or not, named by the Hub or the card alone. */
export const asked = (license: License): readonly string[] => {
  const how = [textOf(license) !== undefined, license.verified, license.hub[0] !== undefined].join(' ');
  return owing(license).map(({ kind }) => `${kind} ${how}`);
};

/** Tests of one license, for a `describe` of its own. */
export function holdsItsDuties(license: License): void {
  test('what the bad repository lacks is named, each with its clause, and nothing else', async () => {
    const findings = await said(
      license,
      { 'README.md': `---\n${declaring(license)}\n---\n# A model\n` },
      'zzz-labs/zzz-7b',
    );
    const named = new Set(
      findings.flatMap(({ obligation: because, alsoObligations: also = [] }) =>
        [because, ...also].flatMap((owed) => (owed ? [`${owed.term.kind} ${owed.term.section}`] : [])),
      ),
    );
    // Where the upstream's id names several texts, or its text was not read, only what all of them ask is
    // owed.
    const wanted = owing(license)
      .filter(({ kind }) => RULE_OF[kind] !== undefined)
      .map(({ kind, section }) => `${kind} ${section}`);
    const spoken = wanted.filter(
      (one) => !named.has(one) && !license.verified && one.startsWith('mark-changes'),
    );
    expect([...named].filter((one) => wanted.includes(one)).sort()).toEqual(
      [...new Set(wanted)].filter((one) => !spoken.includes(one)).sort(),
    );
    for (const { rule, obligation: because } of findings)
      expect(rule).toBe(because && RULE_OF[(because.term as Duty).kind]);
  });

  test('the good repository owes nothing but texts', async () => {
    const findings = await said(license, goodFiles(license), goodName(license));
    expect(
      findings.filter(({ rule }) => rule !== 'missing-license-text').map(({ message: what }) => what),
    ).toEqual([]);
  });

  const text = textOf(license);
  if (text === undefined) return;
  test('with its text beside it, it is silent', async () => {
    const findings = await said(
      license,
      { ...goodFiles(license), [`LICENSES/${license.id}.txt`]: text },
      goodName(license),
    );
    expect(findings.map(({ message: what }) => what)).toEqual([]);
  });
}
