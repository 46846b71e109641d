import rule from '../../rules/unreadable-file.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    {
      name: 'tabs in quotes, comments and blocks',
      files: { 'README.md': card('license: mit # a\tb\nname: "a\tb"\nwords: |\n  key:\tvalue\n  -\tx') },
    },
    { name: 'every file can be read', files: { 'README.md': card('license: mit'), 'config.json': '{}' } },
    {
      name: 'a pointer stands for weights that nobody fetched',
      files: {
        'README.md': card('license: mit'),
        'model.gguf':
          'version https://git-lfs.github.com/spec/v1\noid ' +
          'sha256:0000000000000000000000000000000000000000000000000000000000000000\nsize 5\n',
      },
    },
    {
      name: 'a file that bears no evidence is not read',
      files: { 'README.md': card('license: mit'), 'notes.dat': new Uint8Array([0, 255, 254]) },
    },
  ],
  invalid: [
    ...(
      [
        ['license:\tmit', 9],
        ['license: \tmit', 10],
        ['license: mit\t', 13],
        ['license: mit\t# ours', 13],
        ['license: mit\ntags:\n-\tx', 2],
      ] as const
    ).map(([front, column]): Parameters<typeof testRule>[1]['invalid'][number] => ({
      name: `a tab in ${JSON.stringify(front)}`,
      files: { 'README.md': card(front) },
      problems: [
        `README.md:${front.includes('tags') ? 4 : 2}:${column} warning A tab stands where YAML takes ` +
          'only blanks: huggingface_hub reads no metadata from this card',
      ],
    })),
    ...(
      [
        ['Git LFS', `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5\n`],
        ['Xet', `# xet version 0\nfilesize = 5\nhash = '${'0'.repeat(64)}'\n`],
      ] as const
    ).map(([tool, pointer]): Parameters<typeof testRule>[1]['invalid'][number] => ({
      name: `a card of which ${tool} fetched only the pointer`,
      files: { 'README.md': pointer, 'config.json': '{}' },
      problems: [
        'README.md warning "README.md" is a Git LFS or Xet pointer: the text of the card was not fetched',
      ],
    })),
    ...['LICENSE', 'NOTICE', 'MODEL_CARD.md', 'adapter_config.json'].map(
      (file): Parameters<typeof testRule>[1]['invalid'][number] => ({
        name: `${file} of which only the pointer is there`,
        files: {
          'README.md': card('license: mit'),
          [file]: `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5\n`,
        },
        problems: [`${file} warning "${file}" is a Git LFS or Xet pointer: the text of it was not fetched`],
      }),
    ),
    {
      name: 'a recipe with a tag that no reader knows',
      files: {
        'README.md': card('license: mit'),
        'mergekit_config.yml': 'merge_method: !python/name ties\nmodels: []\n',
      },
      problems: ['mergekit_config.yml:1:1 warning "mergekit_config.yml" has the unknown tag "!python/name"'],
    },
    {
      name: 'a config that is no JSON',
      files: { 'README.md': card('license: mit'), 'adapter_config.json': '{"base_model_name_or_path": ' },
      problems: ['adapter_config.json:1:1 warning "adapter_config.json" is not valid JSON'],
    },
    {
      name: 'an empty license file',
      files: { 'README.md': card('license: mit'), LICENSE: '' },
      problems: ['LICENSE:1:1 warning "LICENSE" is empty'],
    },
    {
      name: 'a watched key stands twice',
      files: { 'README.md': card('license: mit\nlicense: apache-2.0') },
      problems: ['README.md:3:10 warning Key "license" stands twice; readers differ on which one counts'],
    },
  ],
});
