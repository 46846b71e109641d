import rule from '../../rules/expired-directive.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const until = (day: string) =>
  card(
    'license: acme-terms',
    `# A model\n\n<!-- licet-disable unknown-license until=${day} -- waiting for a name -->\n`,
  );

testRule(rule, {
  valid: [
    { name: 'the day has not come', today: '2026-11-24', files: { 'README.md': until('2026-11-25') } },
    { name: 'the day itself still counts', today: '2026-11-24', files: { 'README.md': until('2026-11-24') } },
    {
      name: 'a directive without a day never ends',
      today: '2026-11-24',
      files: {
        'README.md': card('license: acme-terms', '# A model\n\n<!-- licet-disable unknown-license -->\n'),
      },
    },
  ],
  invalid: [
    {
      name: 'the day was yesterday',
      today: '2026-11-24',
      files: { 'README.md': until('2026-11-23') },
      problems: ['README.md:6:1 warning Directive for "unknown-license" ended on 2026-11-23'],
    },
    {
      name: 'the day was years ago',
      today: '2026-11-24',
      files: { 'README.md': until('2020-01-01') },
      problems: ['README.md:6:1 warning Directive for "unknown-license" ended on 2020-01-01'],
    },
  ],
});
