import rule from '../../rules/stale-lock.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

const files = { 'README.md': card('license: mit\nbase_model: acme/big') };
const [ONE, TWO] = ['a'.repeat(64), 'b'.repeat(64)];

testRule(rule, {
  valid: [
    {
      name: 'the upstream is as it was locked',
      upstreams: { 'acme/big': { license: 'mit', locked: { license: 'mit', date: '2025-06-01' } } },
      files,
    },
    { name: 'there is no lock', upstreams: { 'acme/big': { license: 'cc-by-nc-4.0' } }, files },
    {
      name: 'the lock is younger than what else is known',
      upstreams: { 'acme/big': { license: 'cc-by-nc-4.0', locked: { license: 'mit', date: '2026-06-01' } } },
      files,
    },
    {
      name: 'both were read in one month, and only one says the day',
      upstreams: {
        'acme/big': {
          license: 'cc-by-nc-4.0',
          asOf: '2026-06',
          locked: { license: 'mit', date: '2026-06-01' },
        },
      },
      files,
    },
    {
      name: 'what is newer is only a guess',
      upstreams: {
        'acme/big': {
          license: 'cc-by-nc-4.0',
          confidence: 'possible',
          locked: { license: 'mit', date: '2025-06-01' },
        },
      },
      files,
    },
    {
      name: 'the text was not read when it was locked',
      upstreams: {
        'acme/big': { license: 'mit', textHash: TWO, locked: { license: 'mit', date: '2025-06-01' } },
      },
      files,
    },
  ],
  invalid: [
    {
      name: 'the upstream has another license by now',
      upstreams: { 'acme/big': { license: 'cc-by-nc-4.0', locked: { license: 'mit', date: '2025-06-01' } } },
      files,
      problems: [
        'README.md:3:13 warning License of "acme/big" was "mit" (2025-06-01) and is "cc-by-nc-4.0" ' +
          '(test, 2026-01-01)',
      ],
    },
    {
      name: 'the upstream has another license text under the same name',
      upstreams: {
        'acme/big': {
          license: 'mit',
          textHash: TWO,
          locked: { license: 'mit', date: '2025-06-01', textHash: ONE },
        },
      },
      files,
      problems: [
        'README.md:3:13 warning License text of "acme/big" changed after 2025-06-01 (test, 2026-01-01)',
      ],
    },
    {
      name: 'a base of the upstream changed: its way is what names it here',
      upstreams: {
        'acme/mid': { license: 'mit', bases: ['acme/big'] },
        'acme/big': { license: 'cc-by-nc-4.0', locked: { license: 'mit', date: '2025-06-01' } },
      },
      files: { 'README.md': card('license: mit\nbase_model: acme/mid') },
      problems: [
        'README.md:3:13 warning License of "acme/big" was "mit" (2025-06-01) and is "cc-by-nc-4.0" ' +
          '(test, 2026-01-01)',
      ],
    },
    {
      name: 'a record that changed over time says so: the finding is no surer than it',
      upstreams: {
        'acme/big': {
          license: 'cc-by-nc-4.0',
          confidence: 'likely',
          locked: { license: 'apache-2.0', date: '2025-06-01' },
        },
      },
      files,
      problems: [
        'README.md:3:13 warning License of "acme/big" was "apache-2.0" (2025-06-01) and is ' +
          '"cc-by-nc-4.0" (test, 2026-01-01)',
      ],
    },
  ],
});
