import { describe, expect, test } from 'vitest';
import { licenseClaims } from '../../../support/license-claims.ts';

/** The licenses that a card's text names, each with the part to which it gives it. */
async function given(body: string, self?: string): Promise<string[]> {
  return (await licenseClaims(body, self)).map(({ about, identity, whose }) => {
    const id = identity.is === 'known' ? identity.license.id : identity.is;
    return `${about} ${id}${whose === 'own' ? '' : ' upstream'}`;
  });
}

const APART = ['code apache-2.0', 'weights mit'];

describe('code and weights said apart', () => {
  test.each([
    'The code is released under the Apache 2.0 license, the model weights under the MIT License.',
    'The inference code is Apache-2.0 licensed; model weights are MIT licensed.',
    'Code License: Apache-2.0. Model License: MIT.',
    'The source code of this model is licensed under Apache-2.0, while the weights are released under MIT.',
    '## License\n\nApache-2.0 (code) and MIT (weights)',
    '## License\n\nApache-2.0 for the code, MIT for the weights.',
    '## License\n\n- Code: Apache-2.0\n- Weights: MIT',
    '## License\n\n- **Code**: [Apache 2.0](https://example.org/a)\n- **Weights**: ' +
      '[MIT](https://example.org/b)',
    '## License\n\n### Code\n\nApache 2.0\n\n### Model weights\n\nMIT',
    '## Code License\n\nReleased under Apache-2.0.\n\n## Model License\n\nReleased under the MIT license.',
    '## Licensing\n\n| Part | License |\n|---|---|\n| Code | Apache 2.0 |\n| Weights | MIT |',
    '## Parts\n\n| Component | License | Link |\n|---|---|---|\n| Inference code | Apache 2.0 | a |\n' +
      '| Model weights | MIT | b |',
    '## License\n\n| | |\n|---|---|\n| Code | Apache 2.0 |\n| Weights | MIT |',
    '코드는 Apache 2.0, 모델 가중치는 MIT 라이선스로 배포됩니다.',
    '코드는 Apache 2.0 라이선스이며 모델은 MIT 라이선스입니다.',
    '## 라이선스\n\nApache 2.0(코드), MIT(모델 가중치)',
    '## 라이선스\n\n- 코드: Apache 2.0\n- 가중치: MIT',
    '## 라이선스\n\n### 코드\n\nApache 2.0\n\n### 모델\n\nMIT',
    '## 라이선스\n\n| 구분 | 라이선스 |\n|---|---|\n| 코드 | Apache 2.0 |\n| 가중치 | MIT |',
    '代码采用 Apache-2.0 许可证，模型权重采用 MIT 许可证。',
    '代码遵循Apache-2.0协议，模型权重遵循MIT协议。',
    '程式碼採用 Apache-2.0 授權，模型權重採用 MIT 授權。',
    '## 许可证\n\nApache-2.0（代码）、MIT（模型权重）',
    '## 许可证\n\n- 代码：Apache-2.0\n- 模型权重：MIT',
    '## 许可证\n\n### 代码\n\nApache-2.0\n\n### 模型权重\n\nMIT',
    '## 许可证\n\n| 部分 | 许可证 |\n|---|---|\n| 代码 | Apache-2.0 |\n| 权重 | MIT |',
    'コードはApache 2.0、モデルの重みはMITライセンスです。',
    'モデルのコードはApache 2.0ライセンス、重みはMITライセンスで公開しています。',
    '## ライセンス\n\nApache 2.0（コード）、MIT（重み）',
    '## ライセンス\n\n- コード：Apache 2.0\n- 重み：MIT',
    '## ライセンス\n\n### コード\n\nApache 2.0\n\n### モデルの重み\n\nMIT',
    '## ライセンス\n\n| 対象 | ライセンス |\n|---|---|\n| コード | Apache 2.0 |\n| 重み | MIT |',
  ])('%s', async (body) => expect(await given(body)).toEqual(APART));

  test.each([
    ['The code of this model is under the MIT license.', ['code mit']],
    ['The model code is licensed under MIT.', ['code mit']],
    ['The code and the model weights are licensed under MIT.', ['weights mit']],
    ['Code, data and weights are released under MIT.', ['weights mit']],
    ['The weights are released under the NVIDIA Source Code License.', ['weights nvidia-nscl']],
    ['`modeling_parrot.py` stands under the MIT License.', ['code mit']],
    ['모델의 코드는 MIT 라이선스를 따릅니다.', ['code mit']],
    ['模型代码采用 MIT 许可证。', ['code mit']],
    ['モデルのコードはMITライセンスです。', ['code mit']],
    [
      'The original model is under the Llama 2 Community License; our weights are under MIT.',
      ['weights llama2 upstream', 'weights mit'],
    ],
    ['## Code Llama\n\nIt is licensed under MIT.', ['unsaid mit']],
  ])('one part, or several together: %s', async (body, expected) =>
    expect(await given(body)).toEqual(expected),
  );
});

describe('the license of the weights in other words', () => {
  test.each([
    'The weights stand under the MIT License.',
    'License of the weights: MIT',
    'License for the model weights: MIT',
    'Weights license: MIT',
    '- **Model weights license:** MIT',
    '가중치는 MIT 라이선스를 따릅니다.',
    '가중치는 MIT 라이선스 하에 배포됩니다.',
    '모델 가중치의 라이선스: MIT',
    '가중치 라이선스: MIT',
    '模型权重遵循 MIT 许可证。',
    '权重许可证：MIT',
    '模型权重的许可证：MIT',
    'モデルの重みはMITライセンスに従います。',
    '重みのライセンス：MIT',
    'モデルの重みのライセンスはMITです。',
  ])('%s', async (body) => expect(await given(body)).toEqual(['weights mit']));
});

describe('what is no part of a model', () => {
  test.each([
    'Mergekit itself is licensed under BUSL-1.1.',
    'The inference engine is released under BUSL-1.1.',
    'Loom Studio is licensed under BUSL-1.1; this does not affect the weights.',
    'The documentation is licensed under BUSL-1.1.',
    'Docs License: BUSL-1.1',
    '추론 엔진은 BUSL-1.1 라이선스입니다.',
    'mergekit은 BUSL-1.1 라이선스로 배포됩니다.',
    '문서는 BUSL-1.1 라이선스를 따릅니다.',
    '推理引擎采用 BUSL-1.1 许可证。',
    'mergekit 本身采用 BUSL-1.1 许可证。',
    '文档采用 BUSL-1.1 许可证。',
    '推論エンジンはBUSL-1.1ライセンスです。',
    'mergekitはBUSL-1.1ライセンスで公開されています。',
    'ドキュメントはBUSL-1.1ライセンスです。',
  ])('%s', async (body) => expect(await given(body)).toEqual(['other busl-1.1']));

  test.each([
    'Parrot is licensed under BUSL-1.1.',
    'Parrot 7B is released under BUSL-1.1.',
    'This is licensed under BUSL-1.1.',
    'It is licensed under BUSL-1.1.',
    'Parrot은 BUSL-1.1 라이선스입니다.',
    'Parrot 采用 BUSL-1.1 许可证。',
    'ParrotはBUSL-1.1ライセンスです。',
  ])('this work by its name, or by none: %s', async (body) =>
    expect(await given(body)).toEqual(['unsaid busl-1.1']),
  );
});

describe('badges', () => {
  const badge = (label: string, said: string, alt = '') =>
    `![${alt}](https://img.shields.io/badge/${label}-${said}-blue)`;

  test.each([
    [badge('License', 'Apache_2.0'), ['unsaid apache-2.0']],
    [badge('Code%20License', 'Apache_2.0'), ['code apache-2.0']],
    [badge('License', 'Apache_2.0', 'Code License'), ['code apache-2.0']],
    [badge('Data%20License', 'CC%20By%20NC%204.0'), ['data cc-by-nc-4.0']],
    [badge('Docs_License', 'CC--BY--4.0'), ['other cc-by-4.0']],
    [badge('Weights', 'CC--BY--NC--4.0'), ['weights cc-by-nc-4.0']],
    [badge(encodeURIComponent('코드 라이선스'), 'MIT'), ['code mit']],
    [badge(encodeURIComponent('数据许可证'), 'CC--BY--4.0'), ['data cc-by-4.0']],
    [badge(encodeURIComponent('モデルのライセンス'), 'MIT'), ['weights mit']],
    ['![](https://img.shields.io/static/v1?label=Code+License&message=MIT&color=blue)', ['code mit']],
    [badge('Python', '3.10'), []],
    [badge('Made_by', 'MIT'), []],
    [badge('%E0%A4%A', 'MIT'), []],
  ])('%s', async (body, expected) => expect(await given(body)).toEqual(expected));
});
