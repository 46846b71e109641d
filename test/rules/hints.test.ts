import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { lint } from '../../src/core/lint.ts';
import { memoryRepo } from '../../src/core/read/memory-repo.ts';
import { snapshot } from '../../src/core/resolve/snapshot.ts';
import { card } from '../support/card.ts';

const catalogue = shippedCatalogue();

/** The hint that one rule gives for a card. */
async function hintOf(rule: string, text: string): Promise<string | undefined> {
  const { findings } = await lint(
    memoryRepo({ 'README.md': text }),
    { value: 'acme/m', from: 'flag' },
    { catalogue, rules, upstreams: snapshot(catalogue) },
  );
  return findings.find((finding) => finding.rule === rule)?.fix?.title;
}

test(
  'a missing license is hinted at by what the text says of the weights, in the words of the front ' +
    'matter',
  async () => {
    const text =
      '# A model\n\n## License\n\nThe code is licensed under Apache-2.0.\n\nThe model weights are ' +
      'released under the CC BY-NC 4.0 license.\n';
    expect(await hintOf('missing-license', card('language: en', text))).toBe(
      'Declare `license: cc-by-nc-4.0`, as the text says',
    );
  },
);

test('a license that the text gives to the code alone is no hint for the weights', async () => {
  expect(
    await hintOf(
      'missing-license',
      card('language: en', '# A model\n\nThe code is licensed under Apache-2.0.\n'),
    ),
  ).toBe('Declare `license:` with one of the ids that the Hub lists');
});

test('a license without a name is hinted at by the name in the text', async () => {
  expect(
    await hintOf(
      'other-license-without-name',
      card(
        'license: other',
        '# A model\n\n## License\n\nThe model is released under the Falcon-180B TII License.\n',
      ),
    ),
  ).toMatch(/^Add `license_name:` with the name of the license; the text says ".*Falcon/);
});

test('the line of a template is all that goes where a license is declared beside it', async () => {
  expect(await hintOf('default-license-from-template', card('license: mit\nlicence: license'))).toBe(
    'Remove the line',
  );
  expect(await hintOf('default-license-from-template', card('licence: license'))).toBe(
    'Remove the line and declare `license:`',
  );
});

test('a license without a name that the Hub lists needs none', async () => {
  expect(
    await hintOf(
      'other-license-without-name',
      card(
        'license: other',
        '# A model\n\n## License\n\nThe model is released under the Apache License 2.0.\n',
      ),
    ),
  ).toBe(
    'Declare `license: apache-2.0`, or add `license_name:` where another is meant; the text says ' +
      '"Apache License 2.0"',
  );
});

test('where two upstreams bind, the hint names both, and never one in the place of the other', async () => {
  expect(
    await hintOf(
      'incompatible-license',
      card(
        'license: llama3.1\nbase_model:\n- meta-llama/Llama-3.1-8B\n- google/gemma-2-9b\n' +
          'base_model_relation: merge',
      ),
    ),
  ).toBe('Declare `license: other` with a text that names what binds here: llama3.1 and gemma');
});

test.each([
  [
    'license:\nbase_model: meta-llama/Llama-3.1-8B',
    /^Declare `license: llama3.1`, the license of "meta-llama\/Llama-3.1-8B", which binds here$/,
  ],
  [
    'base_model: Qwen/Qwen2.5-7B',
    /^Declare `license: apache-2.0` as "Qwen\/Qwen2.5-7B" does, or another that its terms allow$/,
  ],
  [
    'base_model: deepseek-ai/DeepSeek-R1-Distill-Llama-8B',
    /^Declare `license: llama3.1`, the license of "meta-llama\/Llama-3.1-8B", which binds here$/,
  ],
  [
    'base_model: [meta-llama/Llama-3.1-8B, google/gemma-2-9b]',
    /^Declare `license: other` with a text that names what binds here: llama3.1 and gemma$/,
  ],
  ['base_model: acme/unheard-of', /^Declare `license:` with one of the ids that the Hub lists$/],
])('a missing license is hinted at by what the upstreams ask: %s', async (front, hint) => {
  expect(await hintOf('missing-license', card(front))).toMatch(hint);
});

test('a block that lacks is hinted at with the license that it should hold', async () => {
  expect(await hintOf('missing-front-matter', '# A\n\nFine-tuned from meta-llama/Llama-3.1-8B.\n')).toMatch(
    /holds at least `license: llama3.1`, the license of "meta-llama\/Llama-3.1-8B", which binds here$/,
  );
});
