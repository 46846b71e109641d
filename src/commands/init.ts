import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions, usage, type Outcome, type World } from './command.ts';

export const help = `Usage: licet init

Writes a commented licet.config.yaml into this folder. An existing one stays.
`;

const TEMPLATE = `# licet.config.yaml: https://www.npmjs.com/package/licet
# Everything is optional; without this file licet uses the preset "recommended".

# recommended, strict (missing-* are errors), publish (what a releaser owes), consume (somebody else's model)
extends: recommended

# off, info, warn or error for each rule; a finding that is less than certain is never an error.
rules: {}
#  missing-notice: error
#  provider-terms: "off"

# Folders that are not linted.
ignores: []
#  - third_party/**

# What your team found out about a model that licet does not know: it counts before every other source.
facts: []
#  - model: acme/private-base
#    license: apache-2.0
#    reason: letter of the maintainers
#    reviewer: jo@example.com
#    date: 2026-11-24

# Licenses that are welcome or not, as SPDX expressions or licet's ids, and what the model is for.
# policy:
#   deny: [AGPL-3.0-only]
#   use: { commercial: true }
`;

/** \`licet init\`. */
export function run(args: readonly string[], world: World): Promise<Outcome> {
  const read = readOptions(args, { help: { type: 'boolean', short: 'h' } }, 'init');
  if (read.is === 'refused') return Promise.resolve(read.outcome);
  if (read.values.help) return Promise.resolve({ stdout: help, stderr: '', code: 0 });
  const there = ['licet.config.yaml', 'licet.config.yml', 'licet.config.json'].find((name) => existsSync(join(world.cwd, name)));
  if (there !== undefined) return Promise.resolve(usage(`"${there}" is there already`, 'Edit it, or remove it first'));
  writeFileSync(join(world.cwd, 'licet.config.yaml'), TEMPLATE, { flag: 'wx' });
  return Promise.resolve({ stdout: 'Wrote licet.config.yaml\n', stderr: '', code: 0 });
}
