import { describe, expect, test } from 'vitest';
import { cardClaims } from '../../../../src/core/extract/card/card.ts';
import { loadMarkdown } from '../../../../src/core/extract/card/markdown.ts';
import { createContext } from '../../../../src/core/extract/make-context.ts';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import type { ClaimOf } from '../../../../src/core/model/claim.ts';

await loadMarkdown();

const catalogue = shippedCatalogue();

/** The licenses that a card's text names, whose they are, and their names where they are not known. */
async function named(body: string, self = 'acme/parrot-7b'): Promise<string[]> {
  const claims = await cardClaims(
    { kind: 'text', file: 'README.md', text: `---\ntags: [x]\n---\n# Parrot 7B\n\n${body}\n`, bom: false },
    createContext(catalogue, self),
  );
  return claims
    .filter((claim): claim is ClaimOf<'license'> => claim.kind === 'license')
    .map(({ identity, raw, whose }) => {
      const id = identity.is === 'known' ? identity.license.id : `${identity.is} "${raw}"`;
      return `${id}${whose === 'own' ? '' : ' upstream'}`;
    });
}

describe("a name that is a model's and a license's", () => {
  test.each([
    '- Original model: [Llama 2 70B Chat](https://huggingface.co/meta-llama/Llama-2-70b-chat-hf)',
    '* **Backbone Model**: [LLaMA-2](https://github.com/facebookresearch/llama/tree/main)',
    '- **Finetuned from model:** [Llama 2](https://arxiv.org/abs/2307.09288)',
    'It is a llama-2 based model designed for creative tasks.',
    'This is [Flux.1-dev](https://huggingface.co/black-forest-labs/FLUX.1-dev) ControlNet for small images.',
    'This is a Llama-2 version of Parakeet, released on Monday.',
    'We released Parrot-LLaMA-2-7B, based on LLaMA-2!',
    '## License\n\n- Base model: Llama 2',
    '## License and use\n\nParrot is built on top of llama-2/codellama.\n\nThe llama-2 base model is large.',
    '## License\n\nIf you plan to use the Baichuan 2 model or its derivatives, read the file.',
    '| Model | Link |\n|---|---|\n| Llama2 70b | [Link](https://huggingface.co/acme/b) |',
    'ベースモデル：[Llama 2](https://huggingface.co/meta-llama/Llama-2-7b)',
    '베이스 모델: Llama 2',
    '原模型：[Llama 2](https://huggingface.co/meta-llama/Llama-2-7b)',
  ])('is the model: %s', async (body) => expect(await named(body)).toEqual([]));

  test.each([
    'License: Llama 2',
    '**License:** Llama2',
    'It is licensed under Llama 2.',
    'Released under Meta Llama 2.',
    'Use of the weights is governed by Llama 2.',
    'Parrot inherits the license of Llama 2.',
    'The license for the weights of parrot-7b: Llama 2',
    '## License\n\nLlama 2',
    '## License\n\n- Weights: Llama 2',
    '## License\n\n| Part | License |\n|---|---|\n| Weights | Llama 2 |',
    '이 모델은 Llama 2 라이선스를 따릅니다.',
    '라이선스: Llama 2',
    'このモデルはLlama 2のライセンスに従います。',
    'ライセンス：Llama 2',
    '本模型遵循 Llama 2 社区许可协议。',
    '许可证：Llama 2',
    '依 Llama 2 社群授權釋出。',
  ])('is the license beside a word for one: %s', async (body) =>
    expect(await named(body)).toEqual(['llama2']),
  );
});

describe('a license that was made from another', () => {
  test.each([
    [
      'This model is licensed under a modified CreativeML OpenRAIL-M license.',
      'modified CreativeML OpenRAIL-M license',
    ],
    [
      'The weights are under a slightly modified version of the Apache 2.0 license.',
      'modified version of the Apache 2.0 license',
    ],
    [
      '## License\n\n- Parrot Open License (More restrictive variant of CreativeML Open RAIL-M)',
      'restrictive variant of CreativeML Open RAIL-M',
    ],
    ['License: Apache 2.0 with modifications', 'Apache 2.0 with modifications'],
    ['The license is a variant of Apache 2.0.', 'variant of Apache 2.0'],
    ['이 모델은 수정된 Apache 2.0 라이선스를 따릅니다.', '수정된 Apache 2.0'],
    ['이 모델은 Apache 2.0 라이선스를 수정한 라이선스로 배포됩니다.', 'Apache 2.0 라이선스를 수정한'],
    ['本モデルは改変したApache 2.0ライセンスで公開しています。', '改変したApache 2.0'],
    ['Apache 2.0ライセンスを一部改変した独自ライセンスで公開します。', 'Apache 2.0ライセンスを一部改変した'],
    ['本模型采用修改后的 Apache 2.0 许可证。', '修改后的 Apache 2.0'],
    ['本模型採用修改過的 Apache 2.0 授權。', '修改過的 Apache 2.0'],
  ])('is not that license: %s', async (body, raw) => expect(await named(body)).toEqual([`unknown "${raw}"`]));

  test('the name of a changed text that is known stays what it names', async () => {
    expect(await named('License: Modified BSD License')).toEqual(['bsd-3-clause']);
    expect(await named('License: Modified MIT License')).toEqual(['unclear "Modified MIT License"']);
    expect(await named('License: Apache 2.0 (modified)')).toEqual(['unclear "Apache 2.0 (modified)"']);
  });

  test.each([
    'We modified the tokenizer; the model is under MIT.',
    'You may share modified copies under the MIT license.',
    'MIT 라이선스입니다. 수정한 경우 표시해 주세요.',
    'MITライセンスです。変更した場合は明記してください。',
    '本模型采用 MIT 许可证。修改后请注明。',
  ])('words on changes elsewhere change no license: %s', async (body) =>
    expect(await named(body)).toEqual(['mit']),
  );
});
