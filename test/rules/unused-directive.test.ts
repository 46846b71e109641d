import rule from '../../rules/unused-directive.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    { name: 'there is no directive', files: { 'README.md': card('license: acme-terms') } },
    {
      name: 'a comment in the front matter turns off the finding in the next line',
      files: {
        'README.md': card('# licet-disable-next-line unknown-license -- our own name\nlicense: acme-terms'),
      },
    },
    {
      name: 'a comment in the text turns a rule off for the whole card',
      files: {
        'README.md': card(
          'license: acme-terms',
          '# A model\n\n<!-- licet-disable unknown-license -- our own name -->\n',
        ),
      },
    },
    {
      name: 'the day of the directive has not come yet',
      today: '2026-11-24',
      files: {
        'README.md': card(
          'license: acme-terms',
          '# A model\n\n<!-- licet-disable unknown-license until=2026-12-31 -->\n',
        ),
      },
    },
    {
      name: 'its day is over: expired-directive speaks for it',
      today: '2026-11-24',
      files: {
        'README.md': card(
          'license: acme-terms',
          '# A model\n\n<!-- licet-disable unknown-license until=2026-11-23 -->\n',
        ),
      },
    },
  ],
  invalid: [
    {
      name: 'the finding is gone, the comment is not',
      files: {
        'README.md': card(
          'license: mit',
          '# A model\n\n<!-- licet-disable unknown-license -- our own name -->\n',
        ),
      },
      problems: ['README.md:6:1 warning Directive for "unknown-license" is unused'],
    },
    {
      name: 'the comment stands at another line than the finding',
      files: { 'README.md': card('license: acme-terms\ntags: [x] # licet-disable-line unknown-license') },
      problems: ['README.md:3:11 warning Directive for "unknown-license" is unused'],
    },
  ],
});
