import rule from '../../rules/unknown-license.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

type Invalid = Parameters<typeof testRule>[1]['invalid'][number];
/** No output: of the texts that bear the name only its maker chooses one. */
const unsure = (name: string, is: string): Omit<Invalid, 'name'> => ({
  files: { 'README.md': card(`license: ${name}`) },
  problems: [`README.md:2:10 error License "${name}" is ${is}`],
});

testRule(rule, {
  valid: [
    { name: "an id on the Hub's list", files: { 'README.md': card('license: apache-2.0') } },
    { name: 'other, with a name', files: { 'README.md': card('license: other\nlicense_name: acme') } },
    {
      name: "a family on the Hub's list: ambiguous-license speaks for it",
      files: { 'README.md': card('license: cc') },
    },
    {
      name: 'no license is declared: missing-license speaks for it',
      files: { 'README.md': card('tags: [x]') },
    },
    {
      name: 'the license of the text is spelled as people write',
      files: { 'README.md': card('license: apache-2.0', '# A model\n\nLicense: Apache 2.0\n') },
    },
  ],
  invalid: [
    ...['Other', 'OTHER', 'Unknown'].map((value): Invalid => ({
      name: `a word of the Hub's list in capitals: ${value}`,
      files: { 'README.md': card(`license: ${value}`) },
      problems: [`README.md:2:10 warning License "${value}" is "${value.toLowerCase()}" on the Hub's list`],
      output: { 'README.md': card(`license: ${value.toLowerCase()}`) },
    })),
    {
      name: 'upper case, which the Hub does not read',
      files: { 'README.md': card('license: MIT') },
      problems: ['README.md:2:10 warning License "MIT" is "mit" on the Hub\'s list'],
      output: { 'README.md': card('license: mit') },
    },
    {
      name: 'the spelling of people',
      files: { 'README.md': card('license: Apache 2.0') },
      problems: ['README.md:2:10 error License "Apache 2.0" is not on the Hub\'s list'],
      output: { 'README.md': card('license: apache-2.0') },
    },
    {
      name: "an SPDX id outside the Hub's list",
      files: { 'README.md': card('license: MIT-0') },
      problems: ['README.md:2:10 warning License "MIT-0" is not on the Hub\'s list'],
    },
    ...[
      'openmdw',
      'Apache License',
      'Mozilla Public License',
      'Artistic License',
      'Academic Free License',
    ].map((name): Invalid => ({
      name: `${name} says no version`,
      ...unsure(name, "on neither the Hub's list nor SPDX's"),
    })),
    ...['OFL', 'SIL Open Font License', 'LPPL'].map((name): Invalid => ({
      name: `${name} says no version, and the likeliest is only a hint`,
      ...unsure(name, "not on the Hub's list"),
    })),
    {
      name: 'a name without a version where there is but one',
      files: { 'README.md': card('license: Boost Software License') },
      problems: ['README.md:2:10 error License "Boost Software License" is not on the Hub\'s list'],
      output: { 'README.md': card('license: bsl-1.0') },
    },
    {
      name: 'a value that nobody knows',
      files: { 'README.md': card('license: acme-terms') },
      problems: ['README.md:2:10 error License "acme-terms" is on neither the Hub\'s list nor SPDX\'s'],
    },
    {
      name: 'each value of a list counts',
      files: { 'README.md': card('license: [mit, acme-terms]') },
      problems: ['README.md:2:16 error License "acme-terms" is on neither the Hub\'s list nor SPDX\'s'],
    },
  ],
});
