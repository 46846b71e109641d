import { join } from 'node:path';
import { Folders } from '../../node/config/find-config.ts';
import { kindAt } from '../../node/fs/plain-file.ts';
import { writeNamed } from '../../node/fs/write-file.ts';
import { readOptions, usage, type CommandHost, type Outcome } from './command.ts';

export const help = `Usage: licet init

Writes a commented licet.config.yaml into this folder. An existing one stays.
`;

/** Every commented block is a valid config where its marks are taken away; a test does so. */
export const TEMPLATE = `# licet.config.yaml
# Everything is optional; without this file licet uses the preset "recommended".

# recommended, strict (missing-* are errors), publish (what a releaser owes), consume (somebody else's model),
# or other config files ("./team.yaml"); a list of them, where later ones win.
extends: recommended

# off, info, warning or error for each rule; a finding that is less than certain is never an error.
# See \`licet explain\`.
#rules:
#  missing-notice: error
#  closed-model-training-data: "off"

# Levels for some repositories or files, by globs relative to this file.
#overrides:
#  - files: [adapters/**, "*.py"]
#    rules: { missing-phrase: "off" }

# What is not linted.
#ignores:
#  - third_party/**

# Which licenses are welcome, by SPDX ids, licet's ids or categories (\`licet licenses\`), and what the model
# is for.
#policy:
#  deny: [AGPL-3.0-only]
#  denyCategories: [non-commercial]
#  use: { commercial: true, territory: [KR, EU], monthlyUsers: 100000 }

# What your team found out about a model that licet does not know: it counts before every other source.
#facts:
#  - model: acme/private-base
#    license: apache-2.0
#    reason: letter of the maintainers
#    reviewer: jo@example.com
#    date: "2026-11-24"

# A comment that turns a rule off counts only with a reason.
#settings:
#  requireReason: true
`;

/** `licet init`: a commented config; one that is there is never touched. */
export function run(args: readonly string[], host: CommandHost): Promise<Outcome> {
  const read = readOptions(args, { help: { type: 'boolean', short: 'h' } }, 'init');
  if (read.is === 'refused') return Promise.resolve(read.outcome);
  if (read.values.help) return Promise.resolve({ stdout: help, stderr: '', code: 0 });
  if (read.positionals.length > 0)
    return Promise.resolve(usage('init takes no argument', 'Run it in the folder of the config'));
  const there = [
    'licet.config.yaml',
    'licet.config.yml',
    'licet.config.json',
    'licet.config.js',
    'licet.config.mjs',
  ].find((name) => kindAt(join(host.cwd, name)) !== undefined);
  if (there !== undefined)
    return Promise.resolve(usage(`"${there}" is there already`, 'Edit it, or remove it first'));
  const refused = writeNamed({
    root: new Folders().rootOf(host.cwd, host.cwd),
    path: join(host.cwd, 'licet.config.yaml'),
    shown: 'licet.config.yaml',
    text: TEMPLATE,
    replaces: false,
  });
  if (refused !== undefined)
    return Promise.resolve(usage(refused, 'Check that this folder may be written to'));
  return Promise.resolve({ stdout: 'Wrote licet.config.yaml\n', stderr: '', code: 0 });
}
