import rule from '../../rules/placeholder-text.ts';
import { spdxText } from '../support/license-texts.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    {
      name: "the blanks in Apache's appendix are its own text",
      files: { 'README.md': card('license: apache-2.0'), LICENSE: spdxText('Apache-2.0') },
    },
    {
      name: 'the blanks are filled in',
      files: {
        'README.md': card('license: mit'),
        LICENSE: spdxText('MIT').replace('<year> <copyright holders>', '2026 Acme'),
      },
    },
    {
      name: 'the text as REUSE wants it, whose holders stand in REUSE.toml',
      files: { 'README.md': card('license: mit'), 'LICENSES/MIT.txt': spdxText('MIT') },
    },
    {
      name: 'words in brackets that are a link',
      files: { 'README.md': card('license: mit', '# A model\n\n## License\n\nSee [license](LICENSE).\n') },
    },
    {
      name: 'a blank far from the license: other parts of a card are not our matter',
      files: {
        'README.md': card('license: mit', '# A model\n\n## Evaluation\n\n[More Information Needed]\n'),
      },
    },
  ],
  invalid: [
    {
      name: 'a choice of licenses that a template offers',
      files: {
        'README.md': card('license: mit', '# A model\n\n## License\n\n[MIT/Apache] by [your organisation]\n'),
      },
      problems: [
        'README.md:8:1 warning Placeholder "[MIT/Apache]" is left in "README.md"',
        'README.md:8:17 warning Placeholder "[your organisation]" is left in "README.md"',
      ],
    },
    {
      name: 'the copyright line of the license is not filled in',
      files: { 'README.md': card('license: mit'), LICENSE: spdxText('MIT') },
      problems: [
        'LICENSE:3:15 warning Placeholder "<year>" is left in "LICENSE"',
        'LICENSE:3:22 warning Placeholder "<copyright holders>" is left in "LICENSE"',
      ],
    },
    {
      name: 'the license part of the card was left as the template wrote it',
      files: { 'README.md': card('license: mit', '# A model\n\n- **License:** [More Information Needed]\n') },
      problems: ['README.md:6:16 warning Placeholder "[More Information Needed]" is left in "README.md"'],
    },
    {
      name: 'a notice with a blank for the name',
      files: { 'README.md': card('license: mit'), NOTICE: 'Copyright [year] [name of copyright owner]\n' },
      problems: [
        'NOTICE:1:11 warning Placeholder "[year]" is left in "NOTICE"',
        'NOTICE:1:18 warning Placeholder "[name of copyright owner]" is left in "NOTICE"',
      ],
    },
  ],
});
