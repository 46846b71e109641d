import { describe, expect, test } from 'vitest';
import { cardClaims } from '../../../../src/core/extract/card/card.ts';
import { createContext } from '../../../../src/core/extract/make-context.ts';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';

const context = createContext(shippedCatalogue(), 'me/own');

/** What a card says in prose, each with the words of the card where it stands. */
async function said(body: string): Promise<string[]> {
  const text = `---\ntags: [x]\n---\n# Own\n\n${body}\n`;
  const claims = await cardClaims({ kind: 'text', file: 'README.md', text, bom: false }, context);
  return claims.flatMap((claim) => {
    if (claim.via === 'front-matter' || !('start' in claim.place)) return [];
    const at = text.slice(claim.place.start, claim.place.end);
    if (claim.kind === 'upstream') return [`${claim.relation} ${claim.model} at ${at}`];
    if (claim.kind === 'license')
      return [`${claim.about} ${claim.identity.is === 'known' ? claim.identity.license.id : '?'} at ${at}`];
    return claim.kind === 'use-limit' ? [`${claim.limit} at ${at}`] : [];
  });
}
const BASE = 'unsaid acme/base-7b at acme/base-7b';

describe('signs around the name of a field', () => {
  test.each([
    ['**Base model**: acme/base-7b', [BASE]],
    ['- __Base model__ → acme/base-7b', [BASE]],
    ['🧱 Base model: acme/base-7b', [BASE]],
    ['⚠️ **Base model** – acme/base-7b', [BASE]],
    ['① Lineage: acme/base-7b', []],
    ['« Base model » : acme/base-7b', [BASE]],
    ['【ベースモデル】：acme/base-7b', [BASE]],
    ['「베이스 모델」: acme/base-7b', [BASE]],
    ['《基座模型》：acme/base-7b', [BASE]],
    ['👁️ «Lineage» – acme/base-7b', ['unsaid acme/base-7b at acme/base-7b']],
    ['## 🏗️ Base model …\n\nacme/base-7b', [BASE]],
  ])('%s', async (body, expected) => expect(await said(body)).toEqual(expected));

  test.each(['α Lineage: acme/base-7b', 'النموذج Lineage: acme/base-7b', 'Lineageя: acme/base-7b'])(
    'letters of whatever script are no signs: %s',
    async (body) => expect(await said(body)).toEqual([]),
  );
});

describe('signs in the cells of a table', () => {
  const table = (label: string) => `| Key | Value |\n|---|---|\n| ${label} | acme/base-7b |`;

  test.each([
    '**Base model**',
    '🧱 Base model',
    '１. Base model',
    '③ ベースモデル',
    '— 베이스 모델 —',
    '「基座模型」',
  ])('%s', async (label) => expect(await said(table(label))).toEqual([BASE]));

  test.each(['α Base model', 'Base model 3я', 'قاعدة Base model'])('%s is another word', async (label) =>
    expect(await said(table(label))).toEqual([]),
  );
});

describe('signs between parts and their licenses', () => {
  test.each([
    ['Code → MIT, weights → Apache-2.0', ['code mit at MIT', 'weights apache-2.0 at Apache-2.0']],
    [
      '「代码」采用“MIT”许可证，「模型权重」采用“Apache-2.0”许可证。',
      ['code mit at MIT”许可证', 'weights apache-2.0 at Apache-2.0”许可证'],
    ],
    ['⚖️ **Code**: MIT ✨ **Weights**: Apache-2.0', ['code mit at MIT', 'weights apache-2.0 at Apache-2.0']],
    ['라이선스 – Apache License 2.0…', ['unsaid apache-2.0 at Apache License 2.0']],
  ])('%s', async (body, expected) => expect(await said(body)).toEqual(expected));
});

describe('signs in front of sentences', () => {
  test.each([
    ['🚀 This model is fine-tuned from acme/base-7b.', ['finetune acme/base-7b at acme/base-7b']],
    ['❌ Commercial use', ['non-commercial at Commercial use']],
    ['🚫 Commercial use', ['non-commercial at Commercial use']],
    ['❌ Commercial use…', ['non-commercial at Commercial use…']],
    ['α Commercial use', []],
    [
      'It was trained on the “Harbor” dataset 🤗 acme/base-7b, and fine-tuned from acme/base-13b.',
      ['finetune acme/base-13b at acme/base-13b'],
    ],
  ])('%s', async (body, expected) => expect(await said(body)).toEqual(expected));
});

test('a box behind a picture is the own words of who wrote the card', async () => {
  const [plain, pictured] = await Promise.all(
    ['', '⚠️ '].map((picture) => said(`> ${picture}**Note:** fine-tuned from acme/base-7b.`)),
  );
  expect(plain).toEqual(['finetune acme/base-7b at acme/base-7b']);
  expect(pictured).toEqual(plain);
});
