import rule from '../../rules/missing-review.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const README = card('license: mit', '# A model\n');
const review = (decision: string) =>
  'version: 1\nreviews:\n  - role: legal\n' +
  `    decision: ${decision}\n    by: Kim\n    date: 2026-01-01\n    signs: ${'a1'.repeat(32)}\n` +
  `    sha256: ${'b2'.repeat(32)}\n`;

testRule(rule, {
  valid: [
    { name: 'only a card is at hand', complete: false, files: { 'README.md': README } },
    {
      name: 'a review is of other facts, of which another rule speaks',
      files: { 'README.md': README, 'licet.review.yaml': review('no') },
    },
  ],
  invalid: [
    {
      name: 'nobody has spoken',
      files: { 'README.md': README },
      problems: ['README.md:1:1 warning No review of this release is recorded'],
    },
    {
      name: 'the file holds no review',
      files: { 'README.md': README, 'licet.review.yaml': 'version: 1\nreviews: []\n' },
      problems: ['README.md:1:1 warning No review of this release is recorded'],
    },
    {
      name: 'a data set has no review either',
      files: { 'README.md': card('license: mit\ntask_categories: [text-generation]', '# Pairs\n') },
      problems: ['README.md:1:1 warning No review of this release is recorded'],
    },
  ],
});
