import rule from '../../rules/missing-front-matter.ts';
import { card } from '../support/card.ts';
import { spdxText } from '../support/license-texts.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    { name: 'the block is there', files: { 'README.md': card('license: mit') } },
    {
      name: 'the block is broken: broken-front-matter speaks for it',
      files: { 'README.md': '---\nlicense: mit\n\n# A model\n' },
    },
    { name: 'there is no card: missing-card speaks for it', files: { 'config.json': '{}' } },
  ],
  invalid: [
    {
      name: 'a card without a block beside weights',
      files: { 'README.md': '# A model\n', 'config.json': '{}' },
      problems: [
        'README.md:1:1 error No front matter in "README.md": the Hub reads no license and no base ' +
          'model from it',
      ],
    },
    {
      name: 'the license file holds the whole text of one license: asked for by name, its id is written',
      files: { 'README.md': '# A model\n', 'config.json': '{}', LICENSE: spdxText('MIT') },
      problems: [
        'README.md:1:1 error No front matter in "README.md": the Hub reads no license and no base ' +
          'model from it',
      ],
    },
    {
      name: 'a tool names the upstream, of which the license binds',
      upstreams: { 'acme/big': 'llama3.1' },
      files: {
        'README.md': '# A model\n',
        'adapter_config.json': '{"base_model_name_or_path": "acme/big", "peft_type": "LORA"}',
      },
      problems: [
        'README.md:1:1 error No front matter in "README.md": the Hub reads no license and no base ' +
          'model from it',
      ],
    },
    {
      name: 'nothing in the folder is evidence of a model: it may be a README beside code',
      files: { 'README.md': '# A tool\n' },
      problems: [
        'README.md:1:1 warning No front matter in "README.md": the Hub reads no license and no base ' +
          'model from it',
      ],
    },
    ...['---\n---\n', '---\r\n---\r\n', '---\n# license: mit\n---\n', '---\n   \n---\n'].map(
      (block): Parameters<typeof testRule>[1]['invalid'][number] => ({
        name: `the block is ${JSON.stringify(block)}`,
        files: { 'README.md': `${block}# A model\n`, 'model.safetensors': '' },
        problems: [
          'README.md:1:1 error No front matter in "README.md": the Hub reads no license and no base ' +
            'model from it',
        ],
      }),
    ),
    {
      name: 'the block holds nothing',
      files: { 'README.md': '---\n\n---\n# A model\n', 'model.safetensors': '' },
      problems: [
        'README.md:1:1 error No front matter in "README.md": the Hub reads no license and no base ' +
          'model from it',
      ],
    },
  ],
});
