import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { lint } from '../../src/core/lint.ts';
import { memoryRepo } from '../../src/core/read/memory-repo.ts';
import { snapshot } from '../../src/core/resolve/snapshot.ts';
import { heldText, holdsTexts } from '../support/license-texts.ts';
import { card } from '../support/card.ts';

const catalogue = shippedCatalogue();
const front = card(
  'license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune',
  '# Llama-x\n\nBuilt with Llama\n',
);
const rulesThatSpeak = async (files: Readonly<Record<string, string>>) => {
  const { findings } = await lint(
    memoryRepo({ 'README.md': front, ...files }),
    { value: 'acme/Llama-x', from: 'flag' },
    { catalogue, rules, upstreams: snapshot(catalogue) },
  );
  return findings.map(({ rule }) => rule);
};

test.skipIf(!holdsTexts)(
  'a license that quotes the notice it asks for gives nobody notice by itself',
  async () => {
    const text = heldText('llama3.1') ?? '';
    expect(text).toContain('Copyright © Meta Platforms');
    expect(await rulesThatSpeak({ LICENSE: text })).toEqual(['missing-notice']);
    expect(
      await rulesThatSpeak({
        LICENSE: text,
        NOTICE:
          'Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, ' +
          'Inc. All Rights Reserved.\n',
      }),
    ).toEqual([]);
  },
);
