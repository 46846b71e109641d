import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { catalogueOf, shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { lint } from '../../src/core/lint.ts';
import { memoryRepo } from '../../src/core/read/memory-repo.ts';
import { snapshot } from '../../src/core/resolve/snapshot.ts';
import { spdxText } from '../support/license-texts.ts';
import { card } from '../support/card.ts';

const TEXT = spdxText('MIT');
/** A line of the text, which this catalogue's MIT asks for as a notice. */
const QUOTED = TEXT.split('\n').find((line) => line.length > 60) ?? '';
const catalogue = catalogueOf(
  shippedCatalogue().entries.map((entry) =>
    entry.id === 'mit'
      ? {
          ...entry,
          duties: [
            {
              kind: 'notice',
              texts: [QUOTED],
              section: '1',
              summary: 'whoever passes on a derivative keeps this notice in a file',
              appliesTo: ['derivative'],
              mayApplyTo: [],
            },
          ],
        }
      : entry,
  ),
);
const front = card(
  'license: mit\nbase_model: deepseek-ai/DeepSeek-R1\nbase_model_relation: finetune',
  '# A model\n',
);
const rulesThatSpeak = async (files: Readonly<Record<string, string>>) => {
  const { findings } = await lint(
    memoryRepo({ 'README.md': front, ...files }),
    { value: 'acme/tide', from: 'flag' },
    { catalogue, rules, upstreams: snapshot(catalogue) },
  );
  return findings.map(({ rule }) => rule);
};

test('a license that quotes the notice it asks for gives nobody notice by itself', async () => {
  expect(QUOTED).not.toBe('');
  expect(await rulesThatSpeak({ LICENSE: TEXT })).toEqual(['missing-notice']);
  expect(await rulesThatSpeak({ LICENSE: TEXT, NOTICE: `${QUOTED}\n` })).toEqual([]);
});
