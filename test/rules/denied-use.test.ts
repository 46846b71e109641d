import rule from '../../rules/denied-use.ts';
import { spdxText } from '../support/license-texts.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const upstreams = { 'acme/nc': 'cc-by-nc-4.0' };
const commercial = { use: { commercial: true } };

testRule(rule, {
  valid: [
    { name: 'nobody said what the model is for', files: { 'README.md': card('license: cc-by-nc-4.0') } },
    {
      name: 'the text that is here bars nothing, whatever its family has',
      policy: commercial,
      files: { 'README.md': card('license: cc'), LICENSE: spdxText('CC-BY-4.0') },
    },
    {
      name: 'two texts of the family are here: which is meant stays open',
      policy: commercial,
      files: {
        'README.md': card('license: cc'),
        LICENSE: spdxText('CC-BY-NC-4.0'),
        'LICENSES/CC-BY-SA-4.0.txt': spdxText('CC-BY-SA-4.0'),
      },
    },
    {
      name: 'the use is not commercial',
      policy: { use: { commercial: false } },
      files: { 'README.md': card('license: cc-by-nc-4.0') },
    },
    {
      name: 'the license bars no use',
      policy: { use: { commercial: true, territory: ['KR', 'EU'], monthlyUsers: 1e9, revenue: 1e10 } },
      files: { 'README.md': card('license: apache-2.0') },
    },
    {
      name: 'there is a choice that bars nothing',
      policy: commercial,
      files: { 'README.md': card('license: MIT OR CC-BY-NC-4.0') },
    },
  ],
  invalid: [
    {
      name: 'the name is a family\u2019s, and the text that is here tells which is meant',
      policy: commercial,
      files: { 'README.md': card('license: cc'), LICENSE: spdxText('CC-BY-NC-4.0') },
      problems: ['README.md:2:10 error License "cc-by-nc-4.0" does not cover commercial use'],
    },
    {
      name: 'the model\u2019s own license file tells which of several texts is meant',
      policy: { use: { territory: 'KR' } },
      upstreams: {
        'tencent/Hunyuan3D-2.1': {
          license: 'other',
          license_name: 'tencent-hunyuan-community',
          license_link: 'LICENSE',
        },
      },
      files: {
        'README.md': card(
          'license: apache-2.0\nbase_model: tencent/Hunyuan3D-2.1\nbase_model_relation: finetune',
        ),
      },
      problems: ['README.md:3:13 error Upstream license "tencent-hunyuan-3d-2.1" does not cover use in KR'],
    },
    {
      name: 'commercial use of a non-commercial model',
      policy: commercial,
      files: { 'README.md': card('license: cc-by-nc-4.0') },
      problems: ['README.md:2:10 error License "cc-by-nc-4.0" does not cover commercial use'],
    },
    {
      name: 'use in a country of the European Union',
      policy: { use: { territory: 'FR' } },
      files: { 'README.md': card('license: other\nlicense_name: tencent-hunyuan-mt') },
      problems: ['README.md:2:10 error License "tencent-hunyuan-mt" does not cover use in FR'],
    },
    {
      name: 'an upstream limit stands behind a declared license without it',
      policy: commercial,
      upstreams,
      files: { 'README.md': card('license: mit\nbase_model: acme/nc\nbase_model_relation: quantized') },
      problems: ['README.md:3:13 error Upstream license "cc-by-nc-4.0" does not cover commercial use'],
    },
    {
      name: 'a registration comes first',
      policy: commercial,
      files: { 'README.md': card('license: other\nlicense_name: glm-4') },
      problems: ['README.md:2:10 warning License "glm-4" asks for a registration before commercial use'],
    },
  ],
});
