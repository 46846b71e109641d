import rule from '../../rules/contradicted-statement.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const merge = 'models:\n  - model: other/base-7b\nmerge_method: linear\n';
const tower = '{"vision_config": {"_name_or_path": "other/sight-2b"}}';
const said = '# Harbor\n\nHarbor was trained from scratch by us.\n';

testRule(rule, {
  valid: [
    {
      name: 'a base or data under a non-commercial license',
      repo: 'acme/harbor',
      files: {
        'README.md': card(
          'license: mit',
          '# Harbor\n\nThe base model is released under a non-commercial license. The data set is ' +
            'available under a non-commercial license.\n',
        ),
      },
    },
    {
      name: 'a tower from elsewhere that the card names',
      repo: 'acme/harbor',
      files: {
        'README.md': card('license: mit', `${said}\nIts eyes are those of other/sight-2b.\n`),
        'config.json': tower,
      },
    },
    {
      name: 'a tokenizer from elsewhere',
      repo: 'acme/harbor',
      files: {
        'README.md': card('license: mit', said),
        'tokenizer_config.json': '{"name_or_path": "other/base-7b"}',
      },
    },
    { name: 'no upstream in sight', files: { 'README.md': card('license: mit', said) } },
    {
      name: 'the template of the Trainer says so of every local base',
      files: {
        'README.md': card(
          'license: mit\nbase_model: other/base-7b\nbase_model_relation: finetune',
          '# Harbor\n\nThis model was trained from scratch on an unknown dataset.\n',
        ),
      },
    },
    {
      name: 'a quantized copy carries the card of its upstream',
      repo: 'acme/harbor-GGUF',
      files: { 'README.md': card('license: mit\nbase_model: other/harbor', said) },
    },
    {
      name: 'the sentence speaks of the upstream',
      files: {
        'README.md': card(
          'license: mit\nbase_model: other/quay-7b\nbase_model_relation: finetune',
          '# Harbor\n\nQuay was trained from scratch on two trillion tokens.\n',
        ),
      },
    },
    ...[
      'The tokenizer was trained from scratch.',
      'It beats models that are larger than one trained from scratch.',
      'Compared with a baseline trained from scratch it is faster.',
      '비전 인코더는 trained from scratch 입니다.',
    ].map((sentence) => ({
      name: `it is said of a part, or of another model: ${sentence}`,
      files: {
        'README.md': card(
          'license: mit\nbase_model: other/base-7b\nbase_model_relation: finetune',
          `# Harbor\n\n${sentence}\n`,
        ),
      },
    })),
    ...[
      'The model is intended for research purposes only.',
      'The model should be used for research purposes only.',
      'The training data is for non-commercial use only.',
      'The code of this model is for non-commercial use only.',
      'The license of the base model allows non-commercial use only.',
      'This model is free for both commercial and non-commercial use.',
      'Our 1-step model is for research purposes only.',
      'Quay-9B is a model for non-commercial use only.',
      'The demo of this model is for non-commercial use only.',
      'If this model is used for research purposes only, tell us.',
      'This model is not limited to non-commercial use only.',
      '> This model is for non-commercial use only.',
      '## Original model card\n\nThis model is for non-commercial use only.',
      '이 모델의 학습 데이터는 비상업적 용도로만 쓸 수 있습니다.',
      '训练数据禁止商用。',
      'データセットは商用利用不可です。',
    ].map((sentence) => ({
      name: `no limit of this model: ${sentence}`,
      files: { 'README.md': card('license: mit', `# Harbor\n\n${sentence}\n`) },
    })),
    {
      name: 'the license has the limit that the card tells',
      files: {
        'README.md': card(
          'license: cc-by-nc-4.0',
          '# Harbor\n\nThis model is for non-commercial use only.\n',
        ),
      },
    },
    {
      name: 'a license for research alone allows less',
      files: {
        'README.md': card(
          'license: mit\nbase_model: other/base-7b',
          '# Harbor\n\nThis model is for non-commercial use only, under the CC BY-NC 4.0 license.\n',
        ),
      },
    },
    {
      name: 'nobody knows the license',
      files: {
        'README.md': card('license: other', '# Harbor\n\nThis model is for non-commercial use only.\n'),
      },
    },
    {
      name: 'an upstream has the limit: incompatible-license speaks',
      upstreams: { 'other/base-7b': 'cc-by-nc-4.0' },
      files: {
        'README.md': card(
          'license: mit\nbase_model: other/base-7b\nbase_model_relation: finetune',
          '# Harbor\n\nThis model is for non-commercial use only.\n',
        ),
      },
    },
    {
      name: 'capitals that point to nothing',
      files: { 'README.md': card('license: mit', '# Harbor\n\nSEE NOTICE BOARD.\n') },
    },
    {
      name: 'the NOTICE of another repository',
      files: { 'README.md': card('license: mit', '# Harbor\n\nSee NOTICE of the original repository.\n') },
    },
    {
      name: 'the NOTICE that is named is there, as Markdown',
      files: {
        'README.md': card('license: mit', '# Harbor\n\nSee the NOTICE file.\n'),
        'NOTICE.md': 'Harbor\n',
      },
    },
    {
      name: 'only a card is at hand',
      complete: false,
      files: { 'README.md': card('license: mit', '# Harbor\n\nSee the NOTICE file.\n') },
    },
  ],
  invalid: [
    {
      name: 'a tower from elsewhere that nothing names',
      repo: 'acme/harbor',
      files: { 'README.md': card('license: mit', said), 'config.json': tower },
      problems: [
        'README.md:6:1 warning "trained from scratch" contradicts part "vision_config" of ' +
          '"other/sight-2b" in "config.json"',
      ],
    },
    ...[
      [
        'The model is for non-commercial use only.',
        'README.md:6:18 warning "non-commercial use only" contradicts "mit", which has no such limit',
      ],
      [
        'This model may be used for research purposes only.',
        'README.md:6:28 warning "research purposes only" contradicts "mit", which has no such limit',
      ],
      [
        '- *Research purposes only*.',
        'README.md:6:4 warning "Research purposes only" contradicts "mit", which has no such limit',
      ],
      [
        'Tuned by us. Released for research only.',
        'README.md:6:27 warning "research only" contradicts "mit", which has no such limit',
      ],
      [
        '**For research only**',
        'README.md:6:3 warning "For research only" contradicts "mit", which has no such limit',
      ],
      [
        '1. `model`: The trained models are available for non-commercial research purposes.',
        'README.md:6:36 warning "available for non-commercial research" contradicts "mit", which has ' +
          'no such limit',
      ],
      [
        'Harbor must not be used for commercial purposes.',
        'README.md:6:13 warning "not be used for commercial" contradicts "mit", which has no such limit',
      ],
      [
        'Commercial use of this model is prohibited.',
        'README.md:6:1 warning "Commercial use of this model is prohib" contradicts "mit", which has ' +
          'no such limit',
      ],
      [
        '이 모델은 비상업적 용도로만 사용할 수 있습니다.',
        'README.md:6:7 warning "비상업적 용도로만" contradicts "mit", which has no such limit',
      ],
      [
        'このモデルは商用利用不可です。',
        'README.md:6:7 warning "商用利用不可" contradicts "mit", which has no such limit',
      ],
      [
        'This model is released under a non-commercial license.',
        'README.md:6:15 warning "released under a non-commercial licens" contradicts "mit", which has ' +
          'no such limit',
      ],
      [
        'License: Non-commercial Harbor License',
        'README.md:6:1 warning "License: Non-commercial" contradicts "mit", which has no such limit',
      ],
      ['本模型禁止商用。', 'README.md:6:4 warning "禁止商用" contradicts "mit", which has no such limit'],
    ].map(([sentence = '', problem = '']) => ({
      name: `a limit that the license does not have: ${sentence}`,
      repo: 'acme/harbor',
      files: { 'README.md': card('license: mit', `# Harbor\n\n${sentence}\n`) },
      problems: [problem] as const,
    })),
    {
      name: 'model and tokenizer alike',
      files: {
        'README.md': card(
          'license: mit\nbase_model: other/base-7b\nbase_model_relation: finetune',
          '# Harbor\n\nThe model and its tokenizer were trained from scratch.\n',
        ),
      },
      problems: [
        'README.md:8:1 warning "trained from scratch" contradicts upstream "other/base-7b" in "README.md"',
      ],
    },
    {
      name: 'a NOTICE in capitals behind a word that points',
      files: { 'README.md': card('license: mit', '# Harbor\n\nSee NOTICE for third-party licenses.\n') },
      problems: ['README.md:6:5 warning "NOTICE" is referenced but missing'],
    },
    {
      name: 'the card says from scratch, the merge file names a base',
      files: { 'README.md': card('license: mit', said), 'mergekit_config.yml': merge },
      problems: [
        'README.md:6:1 warning "trained from scratch" contradicts upstream "other/base-7b" in ' +
          '"mergekit_config.yml"',
      ],
    },
    {
      name: 'a NOTICE that is not there',
      files: { 'README.md': card('license: mit', '# Harbor\n\nSee the NOTICE file.\n') },
      problems: ['README.md:6:9 warning "NOTICE" is referenced but missing'],
    },
  ],
});
