import rule from '../../rules/other-license-without-link.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    {
      name: 'the link is there',
      files: {
        'README.md': card('license: other\nlicense_name: acme\nlicense_link: https://example.com/terms'),
      },
    },
    {
      name: 'a license file is there',
      files: { 'README.md': card('license: other\nlicense_name: acme'), LICENSE: 'Acme terms\n' },
    },
    { name: "a license on the Hub's list needs no link", files: { 'README.md': card('license: mit') } },
    {
      name: 'only a card is at hand: a license file may lie beside it',
      complete: false,
      files: { 'README.md': card('license: other\nlicense_name: acme') },
    },
  ],
  invalid: [
    {
      name: "a license of one's own that nobody can read",
      files: { 'README.md': card('license: other\nlicense_name: acme') },
      problems: ['README.md:2:10 warning License "other" with neither "license_link" nor a license file'],
    },
    {
      name: 'the link is empty',
      files: { 'README.md': card('license: other\nlicense_name: acme\nlicense_link:') },
      problems: ['README.md:2:10 warning License "other" with neither "license_link" nor a license file'],
    },
  ],
});
