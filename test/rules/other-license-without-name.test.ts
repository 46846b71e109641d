import rule from '../../rules/other-license-without-name.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    { name: 'the license has a name', files: { 'README.md': card('license: other\nlicense_name: acme') } },
    { name: "a license on the Hub's list is its own name", files: { 'README.md': card('license: mit') } },
    {
      name: 'no license is declared: missing-license speaks for it',
      files: { 'README.md': card('license_link: LICENSE') },
    },
  ],
  invalid: [
    {
      name: 'other, and nothing more',
      files: { 'README.md': card('license: other') },
      problems: ['README.md:2:10 warning License "other" without "license_name"'],
    },
    {
      name: 'the name is empty',
      files: { 'README.md': card('license: other\nlicense_name: ""') },
      problems: ['README.md:2:10 warning License "other" without "license_name"'],
    },
  ],
});
