import { join } from 'node:path';
import { Folders } from '../../node/config/find-config.ts';
import { kindAt } from '../../node/fs/plain-file.ts';
import { writeNamed } from '../../node/fs/write-file.ts';
import { CONFIG_SCHEMA } from '../../core/version.ts';
import { readOptions, usage, type CommandHost, type Outcome } from './command.ts';

export const help = `Usage: licet init

Writes a commented licet.config.yaml to the current folder. An existing config
is never changed.

Exit status: 0 written, 2 usage or internal error.
`;

/** Every commented block is a valid config where its marks are taken away; a test does so. */
export const TEMPLATE = `# yaml-language-server: $schema=${CONFIG_SCHEMA}
# licet.config.yaml
# Everything is optional; without this file licet uses the preset "recommended".

# recommended, strict (missing-* are errors), publish (for your own release), consume (for a model of others),
# or other config files ("./team.yaml"), or a list of these; later ones win.
extends: recommended

# The Hub id of the model beside this file.
#name: acme/Llama-acme-8B

# off, info, warning or error for each rule; a finding that is not certain is never an error.
# See \`licet explain\`.
#rules:
#  missing-notice: error
#  closed-model-training-data: "off"

# Exceptions for some repositories or files, by globs relative to this file; reports show what is turned off.
#overrides:
#  - files: [adapters/**, "*.py"]
#    rules: { missing-phrase: "off" }
#    reason: shown on the website
#    until: "2027-01-31"
#  - files: models/tutor
#    name: acme/Llama-acme-8B

# Paths that are not linted.
#ignores:
#  - third_party/**

# Which licenses are allowed, by SPDX id, licet's id or category (\`licet licenses\`), and the intended use.
#policy:
#  deny: [AGPL-3.0-only]
#  denyCategories: [non-commercial]
#  use: { commercial: true, territory: [KR, EU], monthlyUsers: 100000 }

# What your team knows about a model that licet does not know; it takes precedence over every other source.
#facts:
#  - model: acme/private-base
#    license: apache-2.0
#    reason: e-mail from the maintainers
#    reviewer: jo@example.com
#    date: "2026-11-24"

# A comment that turns off a rule needs a reason.
#settings:
#  requireReason: true
`;

/** `licet init`: a commented config; one that is there is never touched. */
export function run(args: readonly string[], host: CommandHost): Promise<Outcome> {
  const read = readOptions(args, { help: { type: 'boolean', short: 'h' } }, 'init');
  if (read.is === 'refused') return Promise.resolve(read.outcome);
  if (read.values.help) return Promise.resolve({ stdout: help, stderr: '', code: 0 });
  if (read.positionals.length > 0)
    return Promise.resolve(usage('`licet init` takes no argument', 'Run it in the folder of the config'));
  const there = [
    'licet.config.yaml',
    'licet.config.yml',
    'licet.config.json',
    'licet.config.js',
    'licet.config.mjs',
  ].find((name) => kindAt(join(host.cwd, name)) !== undefined);
  if (there !== undefined)
    return Promise.resolve(usage(`"${there}" already exists`, 'Edit it, or remove it first'));
  const refused = writeNamed({
    root: new Folders().rootOf(host.cwd, host.cwd),
    path: join(host.cwd, 'licet.config.yaml'),
    shown: 'licet.config.yaml',
    text: TEMPLATE,
    replaces: false,
  });
  if (refused !== undefined) return Promise.resolve(usage(refused, 'Check that this folder is writable'));
  return Promise.resolve({ stdout: 'Wrote licet.config.yaml\n', stderr: '', code: 0 });
}
