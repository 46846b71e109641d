import rule from '../../rules/conflicting-license-claims.ts';
import { writeGguf } from '../support/write-gguf.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const says = (license: string) =>
  writeGguf([
    ['general.architecture', ['string', 'llama']],
    ['general.license', ['string', license]],
  ]);

const reuse = (...annotations: readonly (readonly [path: string, license: string])[]) =>
  [
    'version = 1\n',
    ...annotations.flatMap(([path, license]) => [
      '\n[[annotations]]\n',
      `path = ${path}\n`,
      'SPDX-FileCopyrightText = "2026 Acme"\n',
      `SPDX-License-Identifier = ${license}\n`,
    ]),
  ].join('');

testRule(rule, {
  valid: [
    ...[
      ['license: other\nlicense_name: modified-mit', 'This model is released under a modified MIT license.'],
      ['license: mit', 'The code is released under the MIT license with additional terms.'],
      ['license: mit', 'The base model is released under a modified MIT license.'],
      ['license: mit', 'This model is released under the MIT License without additional terms.'],
      ['license: mit', 'This model is not released under a modified MIT license.'],
      ['license: mit', 'This model is released under the MIT license. Please cite us, too.'],
      ['license: cc-by-nc-4.0', 'This model is released under CC BY-NC 4.0 (non-commercial).'],
    ].map(([front = '', sentence = '']) => ({
      name: `no words that change the license of the front matter: ${front}, ${sentence}`,
      repo: 'acme/harbor',
      files: { 'README.md': card(front, `# Harbor 7B\n\n${sentence}\n`) },
    })),
    {
      name: 'REUSE.toml says the same',
      files: { 'README.md': card('license: apache-2.0'), 'REUSE.toml': reuse(['"**"', '"Apache-2.0"']) },
    },
    {
      name: 'REUSE.toml speaks of documents and code',
      files: {
        'README.md': card('license: apache-2.0'),
        'REUSE.toml': reuse(['"docs/**"', '"CC-BY-SA-4.0"'], ['["*.py", "scripts/**"]', '"MIT"']),
      },
    },
    {
      name: 'REUSE.toml has weights apart from the rest',
      files: {
        'README.md': card('license: apache-2.0'),
        'REUSE.toml': reuse(['"**"', '"MIT"'], ['["README.md", "*.safetensors"]', "'Apache-2.0'"]),
      },
    },
    {
      name: 'REUSE.toml leaves a choice',
      files: {
        'README.md': card('license: apache-2.0'),
        'REUSE.toml': reuse(['"**"', '"MIT OR Apache-2.0"']),
      },
    },
    {
      name: 'the tag file of a document',
      files: {
        'README.md': card('license: apache-2.0'),
        'README.md.license': 'SPDX-License-Identifier: CC0-1.0\n',
      },
    },
    {
      name: 'the tag file of the weights says the same',
      files: {
        'README.md': card('license: gpl-3.0'),
        'model.safetensors.license':
          'SPDX-FileCopyrightText: 2026 Acme\n\nSPDX-License-Identifier: GPL-3.0-or-later\n',
      },
    },
    {
      name: 'card and text name the same license in other words',
      files: {
        'README.md': card(
          'license: apache-2.0',
          '# A model\n\nReleased under the Apache License, Version 2.0.\n',
        ),
      },
    },
    {
      name: 'the text speaks of the code, the front matter of the weights',
      files: {
        'README.md': card(
          'license: cc-by-nc-4.0',
          '# A model\n\n## License\n\nThe code is released under the MIT license.\n',
        ),
      },
    },
    ...[
      'The documentation is licensed under CC BY 4.0.',
      'mergekit itself is licensed under BUSL-1.1.',
      '추론 엔진은 GPL-3.0 라이선스입니다.',
      '推理引擎采用 GPL-3.0 许可证。',
      '推論エンジンはGPL-3.0ライセンスです。',
      'Harbor was trained using PyTorch, which is licensed under the BSD license.',
      'Inference runs on ONNX Runtime, which is released under the MIT License.',
      'Harbor uses FlashAttention, which is under the BSD-3-Clause license.',
      'It uses the supertonic SDK, licensed under MIT.',
      'This project uses [supertonic](https://github.com/acme/supertonic) (MIT License).',
      'This project uses Gradio (MIT License).',
      'The tokenizer library sentencepiece is distributed under MIT.',
      'The runtime (ONNX Runtime) is licensed under MIT.',
      'License: MIT (for the llama.cpp runtime)',
      'Harbor was converted with llama.cpp, whose license is MIT.',
      'Dieses Modell nutzt ONNX Runtime, das unter der MIT-Lizenz steht.',
      'Ce modèle utilise ONNX Runtime, qui est publié sous licence MIT.',
      'Este modelo usa ONNX Runtime, que está publicado bajo la licencia MIT.',
      'Este modelo usa o ONNX Runtime, que está disponível sob a licença MIT.',
      '추론에는 ONNX Runtime을 사용하며, ONNX Runtime은 MIT 라이선스를 따릅니다.',
      '推論には ONNX Runtime を使用し、同ライブラリは MIT ライセンスです。',
      '推理使用ONNX Runtime，该库基于MIT许可证发布。',
      'Harbor is a fine-tune of Ocean-7B, which is licensed under MIT.',
    ].map((sentence) => ({
      name: `a tool or a manual has its own license: ${sentence}`,
      repo: 'acme/harbor',
      files: { 'README.md': card('license: apache-2.0', `# Harbor\n\n${sentence}\n`) },
    })),
    {
      name: 'a card in another language says the same',
      files: {
        'README.md': card('license: apache-2.0'),
        'README_zh.md': card(
          'license: apache-2.0',
          '# 模型\n\n代码采用 MIT 许可证，模型权重采用 Apache-2.0 许可证。\n',
        ),
      },
    },
    {
      name: 'cards of other folders, and old ones',
      files: {
        'README.md': card('license: apache-2.0'),
        'docs/MODEL_CARD.md': '# Card\n\nLicense: MIT\n',
        'README_old.md': card('license: mit'),
      },
    },
    {
      name: 'the original weights have a license that limits nothing',
      files: {
        'README.md': card(
          'license: mit',
          '# Harbor\n\nThe original weights are licensed under Apache-2.0.\n',
        ),
      },
    },
    {
      name: 'the text speaks of the data',
      files: {
        'README.md': card(
          'license: apache-2.0',
          '# A model\n\n## License\n\nThe training data is released under CC BY 4.0.\n',
        ),
      },
    },
    {
      name: 'the text names the license of the base model, and says so',
      files: {
        'README.md': card(
          'license: apache-2.0',
          '# A model\n\n## License\n\nThe base model is licensed under the MIT license.\n',
        ),
      },
    },
    {
      name: 'a header names the license that the card declares',
      files: { 'README.md': card('license: apache-2.0'), 'model.gguf': says('apache-2.0') },
    },
    {
      name: 'nothing is declared: missing-license speaks for it',
      files: { 'README.md': card('tags: [x]', '# A model\n\nReleased under the MIT license.\n') },
    },
    {
      name: 'the declared name may mean several texts, and the text names one of them',
      files: { 'README.md': card('license: cc', '# A model\n\n## License\n\nReleased under CC BY 4.0.\n') },
    },
    {
      name: 'license_name repeats the license in its long form',
      files: { 'README.md': card('license: mit\nlicense_name: MIT License') },
    },
    {
      name: 'license_link leads to the same text elsewhere',
      files: {
        'README.md': card('license: apache-2.0\nlicense_link: https://www.apache.org/licenses/LICENSE-2.0'),
      },
    },
    {
      name: 'license_link leads to the file beside the card',
      files: { 'README.md': card('license: mit\nlicense_link: LICENSE'), LICENSE: 'Some words.\n' },
    },
    {
      name: 'license_link leads into the repository itself',
      repo: 'Qwen/Qwen2.5-72B-Instruct',
      files: {
        'README.md': card(
          'license: apache-2.0\nlicense_link: ' +
            'https://huggingface.co/Qwen/Qwen2.5-72B-Instruct/blob/main/LICENSE',
        ),
      },
    },
    {
      name: 'license_name is nothing that anybody knows',
      files: { 'README.md': card('license: apache-2.0\nlicense_name: acme-terms') },
    },
    {
      name: 'license_name is one of the list',
      files: { 'README.md': card('license: [mit, apache-2.0]\nlicense_name: apache-2.0') },
    },
    {
      name: 'license_name tells which text of a family is meant',
      files: { 'README.md': card('license: cc\nlicense_name: cc-by-4.0') },
    },
    {
      name: 'other, a name, and a link to the text of that name',
      files: {
        'README.md': card(
          'license: other\nlicense_name: gemma-terms-of-use\nlicense_link: https://ai.google.dev/gemma/terms',
        ),
      },
    },
  ],
  invalid: [
    ...(
      [
        [
          'The weights are released under the MIT License with additional use restrictions.',
          36,
          'MIT License with additional use restrictions',
        ],
        ['This model is released under a modified MIT license.', 32, 'modified MIT license'],
        ['모델 라이선스: MIT (비상업)', 10, 'MIT (비상업)'],
      ] as const
    ).map(([sentence, column, named]) => ({
      name: `words that make another license of the one in the front matter: ${sentence}`,
      repo: 'acme/harbor',
      files: { 'README.md': card('license: mit', `# Harbor 7B\n\n${sentence}\n`) },
      problems: [
        `README.md:6:${column} warning "README.md" says "${named}", the front matter says "mit"`,
      ] as const,
    })),
    ...(
      [
        ['We release Harbor 7B, which is licensed under the MIT License.', 51, 'MIT License'],
        ['We release the weights, which are under the MIT license.', 45, 'MIT license'],
        ['The weights, trained with PyTorch, are released under the MIT license.', 59, 'MIT license'],
        ['Trained with PyTorch. The model (MIT License) is free to use.', 34, 'MIT License'],
        ['This model (Harbor-7B) is released under the MIT License.', 46, 'MIT License'],
        ['Harbor, a small model, is licensed under the MIT license.', 46, 'MIT license'],
      ] as const
    ).map(([sentence, column, named]) => ({
      name: `the model has this license, whatever else is named: ${sentence}`,
      repo: 'acme/harbor',
      files: { 'README.md': card('license: apache-2.0', `# Harbor 7B\n\n${sentence}\n`) },
      problems: [
        `README.md:6:${column} warning "README.md" says "${named}", the front matter says "apache-2.0"`,
      ] as const,
    })),
    {
      name: 'REUSE.toml puts everything under another license',
      files: {
        'README.md': card('license: apache-2.0'),
        'REUSE.toml': reuse(['"**"', '"MIT"'], ['"docs/**"', '"CC-BY-SA-4.0"']),
      },
      problems: ['REUSE.toml:6:28 warning "REUSE.toml" says "MIT", the front matter says "apache-2.0"'],
    },
    {
      name: 'REUSE.toml puts the weights under another license, in a list over lines',
      files: {
        'README.md': card('license: apache-2.0'),
        'REUSE.toml': reuse(
          ['"**"', '"Apache-2.0"'],
          ['[\n  "README.md",\n  "*.safetensors",\n]', '["MIT"]'],
        ),
      },
      problems: ['REUSE.toml:14:29 warning "REUSE.toml" says "MIT", the front matter says "apache-2.0"'],
    },
    {
      name: 'the tag file of the weights names another license',
      files: {
        'README.md': card('license: apache-2.0'),
        'model.safetensors.license':
          'SPDX-FileCopyrightText: 2026 Acme\n\nSPDX-License-Identifier: CC-BY-NC-4.0\n',
      },
      problems: [
        'model.safetensors.license:3:26 warning "model.safetensors.license" says "CC-BY-NC-4.0", ' +
          'the front matter says "apache-2.0"',
      ],
    },
    {
      name: 'license_name is another license',
      files: { 'README.md': card('license: mit\nlicense_name: deepseek') },
      problems: ['README.md:3:15 warning "license_name" says "deepseek", "license" says "mit"'],
    },
    {
      name: 'license_link leads to the text of another license',
      files: {
        'README.md': card(
          'license: mit\nlicense_link: https://github.com/deepseek-ai/DeepSeek-V3/blob/main/LICENSE-MODEL',
        ),
      },
      problems: [
        'README.md:3:15 warning "license_link" leads to the text of deepseek-model-1.0, "license" says "mit"',
      ],
    },
    {
      name: 'name and link agree with each other alone: told once',
      files: {
        'README.md': card(
          'license: mit\nlicense_name: gemma\nlicense_link: https://ai.google.dev/gemma/terms',
        ),
      },
      problems: ['README.md:3:15 warning "license_name" says "gemma", "license" says "mit"'],
    },
    {
      name: 'other, and a link that is not the text of the name',
      files: {
        'README.md': card(
          'license: other\nlicense_name: llama3.1\nlicense_link: https://ai.google.dev/gemma/terms',
        ),
      },
      problems: [
        'README.md:4:15 warning "license_link" leads to the text of gemma, "license_name" says "llama3.1"',
      ],
    },
    ...['MODEL_CARD.md', 'model_card.md', 'README_zh.md', 'README_CN.md', 'README.ko.md', 'README-ja.md'].map(
      (file) => ({
        name: `a further card names another license: ${file}`,
        files: {
          'README.md': card('license: apache-2.0'),
          [file]: '# Card\n\n- **License:** CC BY-NC 4.0\n',
        },
        problems: [
          `${file}:3:16 warning "${file}" says "CC BY-NC 4.0", the front matter says "apache-2.0"`,
        ] as const,
      }),
    ),
    {
      name: 'the front matter of a card in another language',
      files: { 'README.md': card('license: apache-2.0'), 'README_zh.md': card('license: mit') },
      problems: ['README_zh.md:2:10 warning "README_zh.md" says "mit", the front matter says "apache-2.0"'],
    },
    {
      name: 'nobody names an upstream, but the original weights have a license that limits use',
      files: {
        'README.md': card(
          'license: mit',
          '# Harbor\n\nThe original weights are licensed under CC BY-NC 4.0.\n',
        ),
      },
      problems: ['README.md:6:41 warning "README.md" says "CC BY-NC 4.0", the front matter says "mit"'],
    },
    {
      name: 'a badge of the weights',
      files: {
        'README.md': card(
          'license: apache-2.0',
          '# Harbor\n\n![a](https://img.shields.io/badge/Weights-CC--BY--NC--4.0-red)\n',
        ),
      },
      problems: ['README.md:6:3 warning "README.md" says "CC-BY-NC-4.0", the front matter says "apache-2.0"'],
    },
    {
      name: 'the text names another license',
      files: {
        'README.md': card(
          'license: mit',
          '# A model\n\n## License\n\nThis model is released under the Apache License 2.0.\n',
        ),
      },
      problems: ['README.md:8:34 warning "README.md" says "Apache License 2.0", the front matter says "mit"'],
    },
    {
      name: 'the header of a weight file names another license',
      files: { 'README.md': card('license: mit'), 'model.gguf': says('apache-2.0') },
      problems: [
        'model.gguf#general.license warning "model.gguf" says "apache-2.0", the front matter says "mit"',
      ],
    },
  ],
});
