import { resolve } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { didYouMean } from '../../core/text/did-you-mean.ts';
import { presetLevels, PRESETS } from '../../core/config/presets.ts';
import { kindAt } from '../../node/fs/plain-file.ts';
import { terminalPage } from '../../core/report/terminal/markdown-to-terminal.ts';
import { wrap } from '../../core/report/terminal/wrap.ts';
import type { Rule } from '../../core/rule.ts';
import { pageText } from '../../app/rule-pages.ts';
import { readOptions, usage, type CommandHost, type Outcome } from './command.ts';

export const help = `Usage: licet explain RULE
       licet explain FILE [--config FILE] [--no-config]

Of a rule: what it asks and why, its level under each preset, and how to turn
it off. Of a file or folder: to which repository it belongs, what it is to
licet, which configs hold there, and the level of every rule.
`;

const OPTIONS = {
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * `licet explain`: a rule, or what holds for a file. A rule goes before a file of its name, which is
 * `./name`.
 */
export async function run(args: readonly string[], host: CommandHost): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'explain');
  if (read.is === 'refused') return read.outcome;
  const [name, ...more] = read.positionals;
  if (read.values.help) return { stdout: help, stderr: '', code: 0 };
  const names = rules.map((rule) => rule.name);
  if (name === undefined || more.length > 0)
    return usage(
      name === undefined ? 'explain what?' : 'one thing at a time',
      `Name a file, or a rule: ${names.join(', ')}`,
    );
  const rule = rules.find((one) => one.name === name);
  if (rule) return explainRule(rule, host);
  if (kindAt(resolve(host.cwd, name)) === undefined)
    return usage(
      `no rule and no file named "${name}"`,
      didYouMean(name, names) ?? 'Run `licet explain` for the rules',
    );
  const { explainFile } = await import('./explain-file.ts');
  return explainFile(name, { cwd: host.cwd, explicit: read.values.config, none: read.values['no-config'] });
}

function explainRule({ name, summary, severity }: Rule, { color, width = 80 }: CommandHost): Outcome {
  const levels = PRESETS.map(
    (preset) => `${preset} ${presetLevels(preset, rules).get(name) ?? severity}`,
  ).join(', ');
  // The page begins with the summary, which stands above it.
  const page = pageText(name)?.replace(`${summary}.\n`, '');
  const words = page === undefined ? '' : `\n${terminalPage(page, { color, width })}`;
  return {
    stdout: `${wrap(`${name}: ${summary}`, width).join('\n')}\n\n  ${levels}\n${words}`,
    stderr: '',
    code: 0,
  };
}
