/**
 * `npm run new-rule missing-thing`: writes a rule, its test and its page together, and puts the rule into the
 * index and the table. The three fail until they say something. Exit 2 for a name that is no rule's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Names say the problem, so that "disable missing-phrase" reads well. */
const ADJECTIVES = [
  'ambiguous',
  'broken',
  'closed',
  'conflicting',
  'contradicted',
  'default',
  'denied',
  'expired',
  'forbidden',
  'incompatible',
  'invalid',
  'mismatched',
  'missing',
  'misspelled',
  'other',
  'placeholder',
  'renamed',
  'shared',
  'stale',
  'uncredited',
  'undeclared',
  'unknown',
  'unreadable',
  'unresolved',
  'unused',
];

const root = new URL('../../', import.meta.url);
const [name = ''] = process.argv.slice(2);

function problemWith(wanted: string): string | undefined {
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(wanted))
    return `"${wanted}" is not the name of a rule: write \`npm run new-rule missing-thing\``;
  const [adjective = ''] = wanted.split('-');
  if (!ADJECTIVES.includes(adjective)) return `"${adjective}" is not one of ${ADJECTIVES.join(', ')}`;
  return existsSync(new URL(`rules/${wanted}.ts`, root)) ? `rules/${wanted}.ts exists already` : undefined;
}

const rule = `import { defineRule } from '../src/core/rule.ts';

/** Why this is a problem, and for whom. */
export default defineRule({
  name: '${name}',
  summary: 'Say what to do, as an order',
  severity: 'warning',

  *check({ claims }) {
    for (const claim of claims('placeholder'))
      yield {
        at: claim,
        message: \`Thing "\${claim.text}" is the problem\`,
        fix: { title: 'Say what to do about it', safe: false, edits: [] },
      };
  },
});
`;

const test = `import rule from '../../rules/${name}.ts';
import { card } from '../support/card.ts';
import { testRule } from '../support/test-rule.ts';

testRule(rule, {
  valid: [
    {
      name: 'a card without the problem',
      files: { 'README.md': card('license: mit') },
    },
  ],
  invalid: [
    {
      name: 'a card with the problem',
      files: { 'README.md': card('license: mit', '# A model\\n\\nThe problem.\\n') },
      problems: ['README.md:6:1 warning Thing "x" is the problem'],
    },
  ],
});
`;

/** How to turn a rule off is one paragraph on every page. */
const turnOff = [
  'The rule has no options.',
  `In one place: a comment \`licet-disable-next-line ${name} -- reason\` before the line,`,
  `or \`licet-disable ${name} -- reason\` for the file.`,
  `Everywhere: \`licet --rule '${name}: off'\`, or \`${name}: off\` under \`rules\` in the config;`,
  '`info`, `warning` and `error` set its level.',
].join(' ');

const page = `# ${name}

Say what to do, as an order.

Severity: warning. Applies to: models. Fix: manual.

## Why

## Wrong

\`\`\`md file=README.md
---
license: mit
---
# Acme 8B
\`\`\`

\`\`\`text report
README.md:1:1 warning Thing "x" is the problem
\`\`\`

## Right

\`\`\`md file=README.md
---
license: mit
---
# Acme 8B
\`\`\`

## When it is downgraded or not reported

## What to do

## Turn it off

${turnOff}
`;

const problem = problemWith(name);
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 2;
} else {
  for (const [path, text] of [
    [`rules/${name}.ts`, rule],
    [`test/rules/${name}.test.ts`, test],
    [`docs/rules/${name}.md`, page],
  ] as const) {
    writeFileSync(new URL(path, root), text, { flag: 'wx' });
    console.log(path);
  }
  for (const script of ['build-rule-index.ts', 'build-rule-list.ts'])
    spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(script, import.meta.url))], {
      stdio: 'inherit',
      cwd: fileURLToPath(root),
    });
}
