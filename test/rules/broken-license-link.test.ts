import rule from '../../rules/broken-license-link.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

type Invalid = Parameters<typeof testRule>[1]['invalid'][number];

testRule(rule, {
  valid: [
    {
      name: 'the card names a file that is there',
      files: {
        'README.md': card(
          'license: apache-2.0',
          '# A model\n\n## License\n\nThe terms of the weights are in MODEL_LICENSE.\n',
        ),
        MODEL_LICENSE: 'Ask Acme.\n',
      },
    },
    ...[
      ['LICENSE%20FILE.md', 'LICENSE FILE.md'],
      ['./LICENSE-%C3%A9.txt', 'LICENSE-é.txt'],
      ['LICENSE.md#terms', 'LICENSE.md'],
    ].map(([link = '', file = '']) => ({
      name: `a link spells a name as addresses do: ${link}`,
      files: {
        'README.md': card(`license: other\nlicense_name: ours\nlicense_link: ${link}`),
        [file]: 'Ask Acme.\n',
      },
    })),
    {
      name: 'capitals and a hyphen name a license',
      files: {
        'README.md': card(
          'license: apache-2.0',
          '# A model\n\n## License\n\nThe demo is under the MIT-LICENSE. The older weights were ' +
            'under LLAMA2-LICENSE.\n',
        ),
      },
    },
    {
      name: 'a file of somebody else',
      files: {
        'README.md': card(
          'license: apache-2.0',
          '# A model\n\n## License\n\nThe original terms are in MODEL_LICENSE of the base model.\n',
        ),
      },
    },
    {
      name: 'a document named in words lies there under another file name',
      files: {
        'README.md': card('license: mit'),
        NOTICE: 'Use of the weights is subject to the Model License, see below.\n',
        'LICENSE-MODEL.md': 'Ask Acme.\n',
      },
    },
    {
      name: 'the link names a file that is there',
      files: {
        'README.md': card('license: other\nlicense_name: acme\nlicense_link: LICENSE'),
        LICENSE: 'Acme terms\n',
      },
    },
    {
      name: 'the file is there in other letters',
      files: { 'README.md': card('license: other\nlicense_link: license.md'), 'LICENSE.md': 'Acme terms\n' },
    },
    {
      name: 'the link is an address on the web',
      files: { 'README.md': card('license: other\nlicense_link: https://example.com/terms') },
    },
    {
      name: 'only a card is at hand: absent files say nothing',
      complete: false,
      files: { 'README.md': card('license: other\nlicense_link: LICENSE') },
    },
    {
      name: 'a notice is named and not there: that is no license link',
      files: { 'README.md': card('license: mit', '# A model\n\nSee the NOTICE file.\n') },
    },
  ],
  invalid: [
    ...(
      [
        ['The terms of the weights are in LICENSE-MODELS.md.', 'LICENSE-MODELS.md', 33],
        ['See the file `MODEL_LICENSE` for the terms of the weights.', 'MODEL_LICENSE', 15],
        ['Weights: see MODEL_LICENSE.', 'MODEL_LICENSE', 14],
        ['The weights are licensed as described in `LICENSE_WEIGHTS.txt`.', 'LICENSE_WEIGHTS.txt', 43],
        ['See LICENSE_WEIGHTS for the weights.', 'LICENSE_WEIGHTS', 5],
        ['The weights are under MODEL-LICENSE.md.', 'MODEL-LICENSE.md', 23],
      ] as const
    ).map(([words, target, column]): Invalid => ({
      name: `the card names ${target}: ${words}`,
      files: { 'README.md': card('license: apache-2.0', `# A model\n\n## License\n\n${words}\n`) },
      problems: [`README.md:8:${column} warning "${target}" is referenced but missing`],
    })),
    {
      name: 'a document named in words, which no file holds',
      files: {
        'README.md': card('license: mit'),
        NOTICE: 'The weights are provided under the Model License.\n',
      },
      problems: ['NOTICE:1:36 warning No file contains the "Model License" that the card refers to'],
    },
    {
      name: 'license_link names a file that is not there',
      files: { 'README.md': card('license: other\nlicense_name: acme\nlicense_link: LICENSE.md') },
      problems: ['README.md:4:15 warning "LICENSE.md" is referenced but missing'],
    },
    {
      name: 'a notice points to a license that nobody added',
      files: {
        'README.md': card('license: mit'),
        NOTICE: 'The base model is licensed as the file LICENSE-MODEL says.\n',
      },
      problems: ['NOTICE:1:40 warning "LICENSE-MODEL" is referenced but missing'],
    },
  ],
});
