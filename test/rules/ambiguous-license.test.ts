import rule from '../../rules/ambiguous-license.ts';
import { spdxText } from '../support/license-texts.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

/** MIT with words of the kind that several makers put behind it. */
const rider =
  `${spdxText('MIT')}\nOur only modification is that commercial products with more than 5 million ` +
  'monthly active users display "Acme One".\n';

testRule(rule, {
  valid: [
    {
      name: 'a name of several texts that no list has: unknown-license names them',
      files: { 'README.md': card('license: cc-by-nc') },
    },
    {
      name: 'one more text of a name that several bear',
      files: {
        'README.md': card('license: other\nlicense_name: modified-mit\nlicense_link: LICENSE'),
        LICENSE: rider,
      },
    },
    { name: 'one text is named', files: { 'README.md': card('license: mit') } },
    {
      name: 'the license file settles which of the family is meant',
      files: { 'README.md': card('license: gpl'), LICENSE: spdxText('GPL-3.0-only') },
    },
    { name: 'a list of one', files: { 'README.md': card('license:\n- mit') } },
    {
      name: 'a value that nobody knows: unknown-license speaks for it',
      files: { 'README.md': card('license: acme-terms') },
    },
    {
      name: 'no license is declared: missing-license speaks for it',
      files: { 'README.md': card('tags: [x]') },
    },
  ],
  invalid: [
    {
      name: 'a family that the Hub lists in small letters',
      files: { 'README.md': card('license: CC') },
      problems: [
        'README.md:2:10 warning License "CC" may mean cc0-1.0, cc-by-4.0, cc-by-3.0, cc-by-2.5 and others',
      ],
    },
    {
      name: 'an unknown license beside the text of one: that is what may be declared',
      files: { 'README.md': card('license: unknown'), LICENSE: spdxText('Apache-2.0') },
      problems: ['README.md:2:10 warning License "unknown" says that the terms are unknown'],
    },
    {
      name: 'a name that several texts bear, and none is here',
      files: { 'README.md': card('license: other\nlicense_name: modified-mit') },
      problems: [
        'README.md:2:10 warning License "modified-mit" may mean joyai-modified-mit, kimi-k2.5, kimi-k2.6, ' +
          'kimi-k2.7-code and others',
      ],
    },
    {
      name: 'a family of licenses',
      files: { 'README.md': card('license: cc') },
      problems: [
        'README.md:2:10 warning License "cc" may mean cc0-1.0, cc-by-4.0, cc-by-3.0, cc-by-2.5 and others',
      ],
    },
    {
      name: 'a list: nobody says whether all or one apply',
      files: { 'README.md': card('license: [mit, apache-2.0]') },
      problems: [
        'README.md:2:11 warning License list "mit, apache-2.0" does not say whether all or one of them apply',
      ],
    },
    {
      name: 'the value "unknown"',
      files: { 'README.md': card('license: unknown') },
      problems: ['README.md:2:10 warning License "unknown" says that the terms are unknown'],
    },
  ],
});
