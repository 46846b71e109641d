import rule from '../../rules/default-license-from-template.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const unsloth =
  '# A model\n\nThis model was trained 2x faster with [Unsloth](https://github.com/unslothai/unsloth).\n';

testRule(rule, {
  valid: [
    { name: 'a license that somebody chose', files: { 'README.md': card('license: mit') } },
    {
      name: 'the card of a tool with another license than its default',
      files: { 'README.md': card('license: llama3.1', unsloth) },
    },
    {
      name: "the tool's default without the tool's words",
      files: { 'README.md': card('license: apache-2.0') },
    },
  ],
  invalid: [
    {
      name: 'the license that Unsloth writes into every card',
      files: { 'README.md': card('license: apache-2.0', unsloth) },
      problems: [
        'README.md:2:10 warning License "apache-2.0" is the default that Unsloth writes into every card',
      ],
    },
    {
      name: 'the placeholder that TRL writes',
      files: { 'README.md': card('licence: license') },
      problems: [
        'README.md:2:10 warning Key "licence: license" is the placeholder that TRL writes into every card',
      ],
    },
    {
      name: 'the license that AutoTrain writes',
      files: { 'README.md': card('license: other', '# Model Trained Using AutoTrain\n') },
      problems: [
        'README.md:2:10 warning License "other" is the default that AutoTrain writes into every card',
      ],
    },
  ],
});
