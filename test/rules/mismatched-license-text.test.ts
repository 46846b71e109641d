import rule from '../../rules/mismatched-license-text.ts';
import { spdxText } from '../support/license-texts.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const apache = spdxText('Apache-2.0');
const mit = spdxText('MIT').replace('<year> <copyright holders>', '2026 Acme');
/** Apache without a third of its paragraphs. */
const changed = apache
  .split('\n\n')
  .filter((_, index) => index < 20 || index > 33)
  .join('\n\n');
/** What is said of words that were added to the declared license. */
const adds = (id: string, words: string, at: string) =>
  `LICENSE:${at} warning "LICENSE" adds to ${id} words that may restrict use: "${words}"`;
/** As it is published: the GPL lies in a file of its own. */
const [lesser = ''] = spdxText('LGPL-3.0-only').split('\nGNU GENERAL PUBLIC LICENSE\n');
const rider =
  'Our only change is that products with more than 5 million monthly active users display "Acme One".\n';
const bsd = spdxText('BSD-3-Clause').replace('<year> <owner>', '2026 Acme');

testRule(rule, {
  valid: [
    {
      name: 'the file holds what the card declares',
      files: { 'README.md': card('license: apache-2.0'), LICENSE: apache },
    },
    ...['3.0', '2.0'].flatMap((version) =>
      ['', '-only', '-or-later'].flatMap((end) =>
        ['-only', '+'].map((text) => ({
          name: `gpl-${version}${end} beside the text that SPDX holds as ${version}${text}`,
          files: {
            'README.md': card(`license: gpl-${version}${end}`),
            LICENSE: spdxText(`GPL-${version}${text}`),
          },
        })),
      ),
    ),
    ...['LGPL-3.0+', 'LGPL-2.1+', 'AGPL-3.0', 'GFDL-1.3-or-later'].map((text) => ({
      name: `the text that SPDX holds as ${text}`,
      files: {
        'README.md': card(`license: ${text.replace(/[+]|-or-later/, '').toLowerCase()}`),
        LICENSE: spdxText(text),
      },
    })),
    {
      name: 'the Lesser GPL without the GPL that it adds to',
      files: { 'README.md': card('license: lgpl-3.0'), LICENSE: lesser },
    },
    {
      name: 'the Lesser GPL in a file of its own beside the GPL that it adds to',
      files: {
        'README.md': card('license: lgpl-3.0'),
        COPYING: spdxText('GPL-3.0-only'),
        'COPYING.LESSER': lesser,
      },
    },
    {
      name: 'the declared text in a second license file',
      files: { 'README.md': card('license: mit'), LICENSE: apache, 'LICENSE-MIT': mit },
    },
    {
      name: 'PostgreSQL\u2019s license with a holder of its own',
      files: {
        'README.md': card('license: postgresql'),
        LICENSE: spdxText('PostgreSQL')
          .replace(/THE UNIVERSITY OF CALIFORNIA/g, 'Acme Lab')
          .replace(/^Portions.*$/gm, '')
          .replace(
            /^PostgreSQL Database[^]*?Postgres95\)/,
            'PostgreSQL License\n\nCopyright (c) 2026, Acme Lab',
          ),
      },
    },
    {
      name: 'a modified MIT license under that name',
      files: {
        'README.md': card('license: other\nlicense_name: modified-mit\nlicense_link: LICENSE'),
        LICENSE: `${mit}\n${rider}`,
      },
    },
    ...[
      'The code is released under the Apache 2.0 license, see LICENSE.',
      'The inference code is Apache-2.0 licensed; model weights are MIT licensed.',
      '코드는 Apache 2.0, 모델 가중치는 MIT 라이선스로 배포됩니다.',
      '代码采用 Apache-2.0 许可证，模型权重采用 MIT 许可证。',
      'コードはApache 2.0、重みはMITライセンスです。',
    ].map((sentence) => ({
      name: `the card gives the text to the code: ${sentence}`,
      files: {
        'README.md': card('license: mit', `# Harbor\n\n## License\n\n${sentence}\n`),
        LICENSE: apache,
      },
    })),
    {
      name: 'the license of the code stands in a file that says so',
      files: { 'README.md': card('license: cc-by-nc-4.0'), 'LICENSE-CODE': mit },
    },
    {
      name: 'the declared text stands beside another in a file of its own',
      files: { 'README.md': card('license: mit'), LICENSE: mit, 'LICENSE.md': apache },
    },
    {
      name: 'the file holds no text that is known',
      files: { 'README.md': card('license: mit'), LICENSE: 'Ask Acme.\n' },
    },
    {
      name: 'no license is declared: missing-license speaks for it',
      files: { 'README.md': card('tags: [x]'), LICENSE: apache },
    },
    {
      name: 'the declared license is unknown: unknown-license speaks for it',
      files: { 'README.md': card('license: acme-terms'), LICENSE: apache },
    },
    {
      name: 'the text of the upstream lies in LICENSES',
      upstreams: { 'acme/free': 'apache-2.0' },
      files: {
        'README.md': card('license: mit\nbase_model: acme/free'),
        LICENSE: mit,
        'LICENSES/Apache-2.0.txt': apache,
      },
    },
    {
      name: 'a word on where the notices stand',
      files: {
        'README.md': card('license: mit'),
        LICENSE: `${mit}\nSee the NOTICE file for additional information about third-party components.\n`,
      },
    },
    {
      name: 'a wish, no condition',
      files: {
        'README.md': card('license: mit'),
        LICENSE: `${mit}\nIf this model helps your research, please cite our paper.\n`,
      },
    },
    {
      name: 'nobody stands behind the name',
      files: {
        'README.md': card('license: mit'),
        LICENSE: `${mit}\nThis project is not affiliated with Meta and may not be endorsed by it.\n`,
      },
    },
    {
      name: 'slips of the pen within clauses that bind',
      files: {
        'README.md': card('license: apache-2.0'),
        LICENSE: apache
          .replace('You must give any other recipients', 'You must give all other recipients')
          .replace('you may not use this file', 'you may never use this file'),
      },
    },
    {
      name: 'damages of commerce are the license\u2019s own',
      files: {
        'README.md': card('license: apache-2.0'),
        LICENSE: apache.replace('and all other commercial damages', 'and any other commercial damages'),
      },
    },
    {
      name: 'the holder\u2019s name where the disclaimer has it',
      files: {
        'README.md': card('license: bsd-3-clause'),
        LICENSE: bsd
          .replace('the copyright holder nor', 'Acme Research nor')
          .replace('COPYRIGHT HOLDER OR', 'ACME RESEARCH OR'),
      },
    },
    {
      name: 'the restriction speaks of code in a file of its own',
      files: {
        'README.md': card('license: cc-by-4.0'),
        'LICENSE-CODE': `${mit}\nFor research purposes only.\n`,
      },
    },
    {
      name: 'a license of its own name over the words that were added',
      files: {
        'README.md': card('license: other\nlicense_name: acme-research\nlicense_link: LICENSE'),
        LICENSE: `${mit}\nFor research purposes only.\n`,
      },
    },
  ],
  invalid: [
    {
      name: 'a rider that names another product than the one it was written for',
      files: { 'README.md': card('license: mit'), LICENSE: `${mit}\n${rider}` },
      problems: [
        adds('mit', 'Our only change is that products with more than …', `${mit.split('\n').length + 1}:1`),
      ],
    },
    {
      name: 'a sentence behind the text, on two lines',
      files: {
        'README.md': card('license: mit'),
        LICENSE: `${mit}\nThe weights may be used for\nresearch purposes only.\n`,
      },
      problems: [
        adds('mit', 'The weights may be used for research purposes …', `${mit.split('\n').length + 1}:1`),
      ],
    },
    {
      name: 'line ends of Windows, and two additions of which one is harmless',
      files: {
        'README.md': card('license: mit'),
        LICENSE:
          `See NOTICE for the authors.\n\n${mit}\nCommercial use requires a license from Acme.\n`.replaceAll(
            '\n',
            '\r\n',
          ),
      },
      problems: [
        adds('mit', 'Commercial use requires a license from Acme.', `${mit.split('\n').length + 3}:1`),
      ],
    },
    {
      name: 'words slipped into the grant',
      files: {
        'README.md': card('license: mit'),
        LICENSE: mit.replace('to deal', 'for non-commercial purposes only, to deal'),
      },
      problems: [adds('mit', 'non-commercial purposes only, to deal in the …', '6:1')],
    },
    {
      name: 'a sentence before the text',
      files: {
        'README.md': card('license: bsd-3-clause'),
        LICENSE: `Use by competitors of Acme is prohibited.\n\n${bsd}`,
      },
      problems: [adds('bsd-3-clause', 'Use by competitors of Acme is prohibited.', '1:1')],
    },
    {
      name: 'a condition that needs no word of commerce',
      files: {
        'README.md': card('license: apache-2.0'),
        LICENSE: `${apache}\nYou must not run this model without written consent of Acme.\n`,
      },
      problems: [
        adds(
          'apache-2.0',
          'You must not run this model without written …',
          `${apache.split('\n').length + 1}:1`,
        ),
      ],
    },
    {
      name: 'in Korean',
      files: {
        'README.md': card('license: mit'),
        LICENSE: `${mit}\n본 모델은 연구 목적으로만 사용할 수 있으며 상업적 이용을 금합니다.\n`,
      },
      problems: [
        adds(
          'mit',
          '본 모델은 연구 목적으로만 사용할 수 있으며 상업적 이용을 금합니다.',
          `${mit.split('\n').length + 1}:1`,
        ),
      ],
    },
    {
      name: 'the whole text of another license, and nothing but weights beside it',
      files: { 'README.md': card('license: mit'), LICENSE: apache },
      problems: ['LICENSE:1:1 error "LICENSE" holds apache-2.0, but "license" says "mit"'],
    },
    {
      name: 'scripts lie beside the weights: the file may speak of them',
      files: { 'README.md': card('license: mit'), LICENSE: apache, 'modeling.py': 'x = 1\n' },
      problems: ['LICENSE:1:1 warning "LICENSE" holds apache-2.0, but "license" says "mit"'],
    },
    {
      name: 'the notice says which part stands under which license',
      files: {
        'README.md': card('license: mit'),
        LICENSE: apache,
        NOTICE: 'The tokenizer is licensed under the Apache License 2.0.\n',
      },
      problems: ['LICENSE:1:1 warning "LICENSE" holds apache-2.0, but "license" says "mit"'],
    },
    {
      name: 'a third of the declared text is missing',
      files: { 'README.md': card('license: apache-2.0'), LICENSE: changed },
      problems: ['LICENSE:1:1 warning "LICENSE" is a changed text of apache-2.0'],
    },
    {
      name: 'the file holds the text of the upstream, the card declares another license',
      upstreams: { 'acme/free': 'apache-2.0' },
      files: { 'README.md': card('license: mit\nbase_model: acme/free'), LICENSE: apache },
      problems: ['LICENSE:1:1 warning "LICENSE" holds apache-2.0, but "license" says "mit"'],
    },
  ],
});
