import rule from '../../rules/missing-use-restrictions.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const upstreams = { 'google/gemma-2-9b': 'gemma' };
const front = (license: string) => `${license}\nbase_model: google/gemma-2-9b\nbase_model_relation: finetune`;

testRule(rule, {
  valid: [
    {
      name: 'the card speaks of the restrictions',
      upstreams,
      files: { 'README.md': card(front('license: gemma'), '# M\n\nThe use restrictions of Gemma apply.\n') },
    },
    {
      name: 'a policy file is there',
      upstreams,
      files: { 'README.md': card(front('license: gemma')), 'USE_POLICY.md': 'Policy\n' },
    },
    {
      name: 'another license is declared: incompatible-license speaks',
      upstreams,
      files: { 'README.md': card(front('license: mit')) },
    },
    {
      name: 'only a card is at hand',
      complete: false,
      upstreams,
      files: { 'README.md': card(front('license: gemma')) },
    },
    {
      name: 'the licensor binds himself to nothing',
      repo: 'google/x',
      upstreams,
      files: { 'README.md': card(front('license: gemma')) },
    },
  ],
  invalid: [
    {
      name: 'the same license is declared, and no word is said',
      upstreams,
      files: { 'README.md': card(front('license: gemma')) },
      problems: ['README.md:3:13 info Use restrictions of gemma are not passed on'],
    },
    {
      name: 'no license is declared at all',
      upstreams,
      files: { 'README.md': card(front('language: en')) },
      problems: ['README.md:3:13 warning Use restrictions of gemma are not passed on'],
    },
  ],
});
