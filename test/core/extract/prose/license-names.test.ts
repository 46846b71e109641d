import { describe, expect, test } from 'vitest';
import { licenseClaims } from '../../../support/license-claims.ts';

/** The licenses that a card's text names, whose they are, and their names where they are not known. */
async function named(body: string, self?: string): Promise<string[]> {
  return (await licenseClaims(body, self)).map(({ about, identity, raw, whose }) => {
    const id = identity.is === 'known' ? identity.license.id : `${identity.is} "${raw}"`;
    const part = about === 'other' || about === 'data' ? ` ${about}` : '';
    return `${id}${whose === 'own' ? '' : ' upstream'}${part}`;
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

  test.each([
    ['Released under the MIT License with additional terms.', 'MIT License with additional terms'],
    ['License: Apache 2.0 with extra conditions', 'Apache 2.0 with extra conditions'],
    [
      'The model is Apache 2.0 plus the following restrictions: no use by companies.',
      'Apache 2.0 plus the following restrictions',
    ],
    [
      'Licensed under Apache 2.0, subject to further usage restrictions.',
      'Apache 2.0, subject to further usage restrictions',
    ],
    ['The model is under MIT. Additional restrictions apply.', 'MIT. Additional restrictions'],
    ['License: Apache 2.0 with Commons Clause', 'Apache 2.0 with Commons Clause'],
    ['The weights are under a license based on Apache 2.0.', 'license based on Apache 2.0'],
    [
      'The weights have a `CC BY-SA 4.0` license, with OpenRAIL-M clauses for responsible use.',
      'CC BY-SA 4.0 license, with OpenRAIL-M clauses',
    ],
    ['The model is MIT-licensed with additional restrictions.', 'MIT-licensed with additional restrictions'],
    ['License: MIT + non-commercial', 'MIT + non-commercial'],
    ['It is MIT licensed with a non-commercial clause.', 'MIT licensed with a non-commercial'],
    ['License: Apache 2.0 with usage restrictions', 'Apache 2.0 with usage restrictions'],
    ['이 모델은 MIT 라이선스에 추가 조건이 적용됩니다.', 'MIT 라이선스에 추가 조건'],
    [
      '이 모델은 MIT 라이선스에 상업적 이용 제한을 추가한 조건으로 배포됩니다.',
      'MIT 라이선스에 상업적 이용 제한을 추가',
    ],
    ['라이선스: MIT + 비상업', 'MIT + 비상업'],
    ['本モデルはMITライセンスに追加条項を加えたものです。', 'MITライセンスに追加条項'],
    [
      'Apache 2.0ライセンスに独自の利用制限を加えて公開します。',
      'Apache 2.0ライセンスに独自の利用制限を加え',
    ],
    ['ライセンス：MIT（非商用）', 'MIT（非商用）'],
    ['本模型采用 Apache 2.0 许可证，并附加额外条款。', 'Apache 2.0 许可证，并附加额外条款'],
    ['本模型採用 Apache 2.0 授權，並附加額外條款。', 'Apache 2.0 授權，並附加額外條款'],
    ['本模型在 MIT 协议的基础上增加了非商用限制。', 'MIT 协议的基础上增加了非商用限制'],
    [
      'Das Modell steht unter der Apache-2.0-Lizenz mit zusätzlichen Nutzungsbedingungen.',
      'Apache-2.0-Lizenz mit zusätzlichen Nutzungsbedingungen',
    ],
    [
      'Le modèle est distribué sous licence MIT avec des conditions supplémentaires.',
      'MIT avec des conditions supplémentaires',
    ],
    ['El modelo está bajo licencia MIT con condiciones adicionales.', 'MIT con condiciones adicionales'],
    ['O modelo está sob a licença MIT com termos adicionais.', 'MIT com termos adicionais'],
  ])('is not that license with more terms: %s', async (body, raw) =>
    expect(await named(body)).toEqual([`unknown "${raw}"`]),
  );

  test.each([
    ['It is under the MIT License with no additional terms.', 'mit'],
    ['Released under MIT, without any additional restrictions.', 'mit'],
    ['The model is MIT licensed, additionally please cite our paper.', 'mit'],
    ['License: Apache-2.0 with LLVM exception', 'apache-2.0'],
    ['The model is under MIT. Additional terms of Llama apply to the base.', 'mit'],
    ['The model is under MIT and additional terms of Llama apply to the base.', 'mit'],
    ['The model is dual-licensed under MIT and a commercial license.', 'mit'],
    ['License: MIT, further restrictions: none', 'mit'],
    ['It is MIT licensed, with no extra conditions, but with thanks.', 'mit'],
    ['It is distributed under GPL-3.0 with a linking exception.', 'gpl-3.0'],
    ['The model is released under MIT with additional training data.', 'mit'],
    ['Code is MIT, weights come with additional restrictions.', 'mit'],
    ['The code is MIT + non-commercial model weights.', 'mit'],
    ['License: MIT (commercial and non-commercial use)', 'mit'],
    ['Released under CC BY 4.0, under the following terms: give credit.', 'cc-by-4.0'],
    // What a license says itself.
    ['License: CC BY-NC 4.0 (non-commercial)', 'cc-by-nc-4.0'],
    ['The weights are under CreativeML OpenRAIL-M, with use-based restrictions.', 'creativeml-openrail-m'],
    ['이 모델은 MIT 라이선스이며 추가 조건은 없습니다.', 'mit'],
    ['코드는 MIT 라이선스이며, 가중치에는 별도 약관이 적용됩니다.', 'mit'],
    ['本モデルはMITライセンスで、追加条件はありません。', 'mit'],
    ['本模型采用 MIT 协议，没有额外限制。', 'mit'],
    ['Das Modell steht unter der MIT-Lizenz ohne zusätzliche Bedingungen.', 'mit'],
    ['Le modèle est sous licence MIT, sans conditions supplémentaires.', 'mit'],
  ])('stays that license: %s', async (body, id) =>
    expect((await named(body)).map((one) => one.split(' ')[0])).toEqual([id]),
  );

  test('the name of a changed text that is known stays what it names', async () => {
    expect(await named('License: Modified BSD License')).toEqual(['bsd-3-clause']);
    expect(await named('License: Modified MIT License')).toEqual(['unclear "Modified MIT License"']);
    expect(await named('License: Apache 2.0 (modified)')).toEqual(['unclear "Apache 2.0 (modified)"']);
    expect(await named('License: MIT (non-commercial)')).toEqual(['unclear "MIT (non-commercial)"']);
    expect(await named('License: MIT (with additional terms)')).toEqual([
      'unclear "MIT (with additional terms)"',
    ]);
    expect(await named('라이선스: MIT (비상업적)')).toEqual(['unclear "MIT (비상업적)"']);
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

describe('whose license a sentence tells', () => {
  test.each([
    '- Thank you to Mistral, for releasing another wonderful open model, under Apache 2.0.',
    'Thanks to the Mistral team for sharing the weights under Apache 2.0.',
    'Pre-trained CLIP model by OpenAI, License: [Apache 2.0](https://example.org/LICENSE)',
    'Apache 2.0 라이선스로 모델을 공개해 주신 Mistral 팀에 감사드립니다.',
    '感谢 Mistral 团队开源该模型，采用 Apache 2.0 许可证。',
    'Our weights follow the license of the base model: Apache 2.0.',
  ])('of the upstream: %s', async (body) => expect(await named(body)).toEqual(['apache-2.0 upstream']));

  test.each([
    'Thanks to a compute grant we release the weights under Apache 2.0.',
    'We release two foundation models, [`Lab/parrot-3b`](https://huggingface.co/Lab/parrot-3b) and ' +
      '[`Lab/parrot-7b`](https://huggingface.co/Lab/parrot-7b), under Apache 2.0.',
    'Fine-tuned checkpoints are licensed under Apache 2.0, in-line with the original license of Dolly.',
    'Like the base model, the weights are released under Apache 2.0.',
    'These models are intended to be used for chat in adherence with the Apache 2.0 license.',
    '원본 모델과 동일하게 Apache 2.0 라이선스로 배포됩니다.',
    '元モデルと同じApache 2.0ライセンスです。',
    '本模型与基座模型相同，采用 Apache 2.0 许可证。',
  ])('of this model: %s', async (body) => expect(await named(body)).toEqual(['apache-2.0']));

  test.each([
    '> [!WARNING]\n> Do not take the VAE from FLUX.2-dev. It holds the same weights, but under Apache 2.0.',
    'FLUX.2-dev is larger. It is released under Apache 2.0.',
    'acme/tower-1b is a merge of others. This merge is released under Apache 2.0.',
    'Do not use the files of acme/tower-1b. These files are released under Apache 2.0.',
    '请勿使用 acme/tower-1b 的 GGUF。这个 GGUF 采用 Apache 2.0 许可证。',
    'ae.safetensors is released under Apache 2.0.',
    'upscaler-x4.safetensors is released under Apache 2.0.',
    'Use acme/tower-1b for images. It needs 4 GB. It is released under Apache 2.0.',
    '请勿使用 acme/tower-1b。它采用 Apache 2.0 许可证。',
    'acme/tower-1bは使わないでください。これはApache 2.0ライセンスです。',
    'acme/tower-1b를 사용하지 마세요. 이는 Apache 2.0 라이선스입니다.',
  ])('of the other model that the sentence before names: %s', async (body) =>
    expect(await named(body, 'maker/parrot-7b')).toEqual(['apache-2.0 other']),
  );

  test.each([
    'Parrot 7B was made from FLUX.2-dev. It is released under Apache 2.0.',
    'A merge of Llama 2 and Mistral. It is licensed under Apache 2.0.',
    'Fine-tuned from acme/base-7b. It is licensed under Apache 2.0.',
    'It is smaller than FLUX.2-dev. It is licensed under Apache 2.0.',
    'Use acme/tower-1b for images. This model is under Apache 2.0.',
    'Use acme/tower-1b for images. This GGUF is released under Apache 2.0.',
    'acme/tower-1b is larger. These files are released under Apache 2.0.',
    'acme/tower-1b is larger. This merge is licensed under Apache 2.0.',
    'acme/tower-1b를 사용하지 마세요. 이 파일은 Apache 2.0 라이선스입니다.',
    '请勿使用 acme/tower-1b。这个 GGUF 采用 Apache 2.0 许可证。',
    'acme/tower-1b를 사용하지 마세요. 이 GGUF는 Apache 2.0 라이선스입니다.',
    'このGGUFはApache 2.0ライセンスです。',
    '이 LoRA는 Apache 2.0 라이선스를 따릅니다.',
    'parrot-7b.safetensors falls under Apache 2.0.',
    'diffusion_pytorch_model.safetensors is licensed under Apache 2.0.',
    '이 모델은 acme/base-7b를 튜닝했습니다. 이는 Apache 2.0 라이선스입니다.',
  ])('of this model, where the sentence before speaks of it: %s', async (body) =>
    expect(await named(body, 'maker/parrot-7b')).toEqual(['apache-2.0']),
  );
});

describe('licenses of data', () => {
  test.each([
    '## Training Data Sources\n\n- 大崎 made by 駅 (Apache 2.0)',
    '## 학습 데이터\n\n- 앵무새 말뭉치 (Apache 2.0)',
  ])('in brackets in a list of data: %s', async (body) =>
    expect(await named(body)).toEqual(['apache-2.0 data']),
  );

  test('to which they are only compared are none', async () =>
    expect(
      await named('We are not sure that all the datasets have licenses compatible with Apache 2.0.'),
    ).toEqual([]));
});
