import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import { cardClaims } from '../../../../src/core/extract/card/card.ts';
import { loadMarkdown } from '../../../../src/core/extract/card/markdown.ts';
import { createContext } from '../../../../src/core/extract/make-context.ts';

await loadMarkdown();

const catalogue = shippedCatalogue();

/** What the text of a card says of the model with that name. */
async function said(body: string, self = 'acme/Harbor-7B', title = 'Harbor'): Promise<string[]> {
  const claims = await cardClaims(
    { kind: 'text', file: 'README.md', text: `---\ntags: [x]\n---\n# ${title}\n\n${body}\n`, bom: false },
    createContext(catalogue, self),
  );
  return claims
    .filter(({ via }) => via === 'prose')
    .flatMap((claim) => {
      if (claim.kind === 'upstream') return [`${claim.model}=${claim.relation}`];
      if (claim.kind === 'license') return [`license ${claim.raw}`];
      return claim.kind === 'use-limit' ? [claim.limit] : [];
    });
}

const OF_BASE = 'This model was fine-tuned from lab/root-13b.';

describe('under the heading of a sibling', () => {
  test.each([
    ['another size', 'acme/Harbor-7B', '## Harbor-13B'],
    ['another size, in words', 'acme/Harbor-7B', '## 🚀 Harbor 13B model'],
    ['another size, by its id', 'acme/Harbor-7B', '### acme/Harbor-13B'],
    ['a size alone', 'acme/Harbor-7B', '## 13B version'],
    ['a numbered heading', 'acme/Harbor-7B', '## 2. Harbor-13B'],
    ['a line in bold', 'acme/Harbor-7B', '**Harbor-13B**'],
    ['another kind', 'acme/Harbor-7B', '## Harbor-7B-Chat'],
    ['the base of a kind', 'acme/Harbor-7B-Chat', '## Harbor 7B Base'],
    ['another version', 'acme/Harbor-v2', '## Harbor v1'],
    ['another form of another size', 'acme/Harbor-7B-GGUF', '## Harbor-13B'],
    ['a heading below it', 'acme/Harbor-7B', '## Harbor-13B\n\nText.\n\n### Training'],
    ['Korean', 'acme/Harbor-7B', '## Harbor-13B 모델'],
  ])('nothing is said of this model: %s', async (_, self, heading) => {
    expect(await said(`${heading}\n\n${OF_BASE}`, self)).toEqual([]);
    expect(await said(`${heading}\n\nLicensed under Apache 2.0, for research only.`, self)).toEqual([]);
    expect(await said(`${heading}\n\n- Base model: lab/root-13b`, self)).toEqual([]);
  });

  test.each([
    ['its own name', 'acme/Harbor-7B', '## Harbor-7B'],
    ['its own name in another form', 'acme/Harbor-7B-GGUF', '## Harbor-7B'],
    ['its name without its kind', 'acme/Harbor-7B-Chat', '## Harbor-7B'],
    ['its name without its size', 'acme/Harbor-7B', '## Harbor'],
    ['a card of all sizes', 'acme/Harbor', '## Harbor-13B'],
    ['a model that is no kin', 'acme/Harbor-7B', '## Lighthouse-13B'],
    ['more than a name', 'acme/Harbor-7B', '## Training after Harbor-13B'],
    ['a section behind it', 'acme/Harbor-7B', '## Harbor-13B\n\nLarger.\n\n## Training'],
  ])('what is said is said of this model: %s', async (_, self, heading) =>
    expect(await said(`${heading}\n\n${OF_BASE}`, self)).toEqual(['lab/root-13b=finetune']),
  );

  test('the title is this model, whatever it says', async () => {
    expect(await said(OF_BASE, 'acme/Harbor-7B', '**Harbor-13B**')).toEqual(['lab/root-13b=finetune']);
  });
});

describe('under a heading on other models', () => {
  test.each([
    '## Other versions\n\nThe chat version was fine-tuned from lab/root-13b.',
    '## Other Models\n\nFine-tuned from lab/root-13b.',
    '## Related models\n\nThe larger one is a fine-tune of lab/root-13b.',
    '## 다른 모델\n\n챗봇은 lab/root-13b를 파인튜닝한 모델입니다.',
    '## その他のモデル\n\nチャット版はlab/root-13bをファインチューニングしたモデルです。',
    '## 其他模型\n\n对话版基于 lab/root-13b 微调。',
  ])('only a sentence on this one counts: %s', async (body) => expect(await said(body)).toEqual([]));

  test('which is heard there', async () => {
    expect(await said(`## Other versions\n\n${OF_BASE}`)).toEqual(['lab/root-13b=finetune']);
  });
});
