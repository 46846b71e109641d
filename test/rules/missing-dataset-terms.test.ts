import rule from '../../rules/missing-dataset-terms.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    {
      name: 'the declared license carries the limit of the data',
      files: { 'README.md': card('license: cc-by-nc-4.0\ndatasets: [tatsu-lab/alpaca]') },
    },
    {
      name: 'nothing is known of the data set',
      files: { 'README.md': card('license: mit\ndatasets: [acme/unheard-of]') },
    },
    {
      name: 'the data stands under a license without limits',
      files: { 'README.md': card('license: mit\ndatasets: [databricks/databricks-dolly-15k-x]') },
    },
    {
      name: 'attribution alone, as of ODC-By, asks nothing of the license of a model',
      files: { 'README.md': card('license: apache-2.0\ndatasets: [c4]') },
    },
    {
      name: 'a declared license with a share-alike duty of its own does not lack one',
      files: { 'README.md': card('license: cc-by-nc-sa-4.0\ndatasets: [squad_v2]') },
    },
    {
      name: 'whoever says that it is a quantized form trained nothing',
      files: {
        'README.md': card(
          'license: apache-2.0\nbase_model: acme/big\nbase_model_relation: quantized\ndatasets: ' +
            '[tatsu-lab/alpaca]',
        ),
      },
    },
    {
      name: 'whoever quantizes trained nothing',
      files: {
        'README.md': card('license: apache-2.0\ndatasets: [tatsu-lab/alpaca]'),
        'config.json': '{"quantization_config": {"quant_method": "gptq", "bits": 4}}',
      },
    },
    {
      name: 'no license is declared: missing-license speaks for it',
      files: { 'README.md': card('datasets: [tatsu-lab/alpaca]') },
    },
    {
      name: 'the declared license is unknown: unknown-license speaks for it',
      files: { 'README.md': card('license: acme-terms\ndatasets: [tatsu-lab/alpaca]') },
    },
  ],
  invalid: [
    {
      name:
        'a permissive license over data that bars commercial use: whether training makes a derivative ' +
        'is open',
      files: { 'README.md': card('license: apache-2.0\ndatasets: [tatsu-lab/alpaca]') },
      problems: [
        'README.md:3:12 warning License "apache-2.0" lacks the non-commercial limit of data set ' +
          '"tatsu-lab/alpaca"',
      ],
    },
    {
      name: 'nothing but share-alike, which nobody can meet with another license: a note',
      files: { 'README.md': card('license: apache-2.0\ndatasets: [squad_v2]') },
      problems: [
        'README.md:3:12 info License "apache-2.0" lacks the same-license duty of data set "squad_v2"',
      ],
    },
    {
      name: 'one of several data sets is under a share-alike license',
      files: { 'README.md': card('license: mit\ndatasets:\n- acme/unheard-of\n- Bingsu/KSS_Dataset') },
      problems: [
        'README.md:5:3 warning License "mit" lacks the non-commercial limit and the same-license duty ' +
          'of data set "Bingsu/KSS_Dataset"',
      ],
    },
  ],
});
