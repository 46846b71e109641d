import rule from '../../rules/stale-review.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const README = card('license: mit', '# A model\n');
const one = (role: string) =>
  `  - role: ${role}\n    decision: agree\n    by: Kim\n    date: 2026-01-01\n` +
  `    signs: "${'1'.repeat(64)}"\n    sha256: "${'2'.repeat(64)}"\n`;
const file = (text: string) => ({ 'README.md': README, 'licet.review.yaml': text });
const UNREAD = 'licet.review.yaml:1:1 warning No review counts, since the file of reviews cannot be read';

testRule(rule, {
  valid: [
    { name: 'there is no review', files: { 'README.md': README } },
    { name: 'only a card is at hand', complete: false, files: file(`version: 1\nreviews:\n${one('legal')}`) },
    { name: 'the file holds no review', files: file('version: 1\nreviews: []\n') },
  ],
  invalid: [
    {
      name: 'each role that spoke of other facts is told; of one role the last review counts',
      files: file(`version: 1\nreviews:\n${one('legal')}${one('release')}${one('legal')}`),
      problems: [
        'licet.review.yaml:9:5 warning Review "release" of 2026-01-01 is stale',
        'licet.review.yaml:15:5 warning Review "legal" of 2026-01-01 is stale',
      ],
    },
    {
      name: 'what was signed and is not so any more',
      files: file(
        `version: 1\nreviews:\n${one('legal')}rows:\n  "${'1'.repeat(64)}":\n` +
          '    work model:acme/big: finetune, mit @ 0123456789abcdef\n',
      ),
      problems: [
        'licet.review.yaml:3:5 warning Review "legal" of 2026-01-01 is stale: "subject" is new, and 2 more',
      ],
    },
    {
      name: 'a role that nobody has',
      files: file(`version: 1\nreviews:\n${one('janitor')}`),
      problems: [UNREAD],
    },
    { name: 'a version of tomorrow', files: file('version: 2\n'), problems: [UNREAD] },
  ],
});
