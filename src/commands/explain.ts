import { rules } from '../../rules/index.ts';
import { didYouMean } from '../config/nearest.ts';
import { presetLevels, PRESETS } from '../config/presets.ts';
import { dataText } from '../license/data.ts';
import { readOptions, usage, type Outcome, type World } from './command.ts';

export const help = `Usage: licet explain RULE

Says what a rule asks and why, its level under each preset, and how to turn it off.
`;

/** \`licet explain\`: a rule, in words. */
export function run(args: readonly string[], _world: World): Promise<Outcome> {
  return Promise.resolve(answer(args));
}

function answer(args: readonly string[]): Outcome {
  const read = readOptions(args, { help: { type: 'boolean', short: 'h' } }, 'explain');
  if (read.is === 'refused') return read.outcome;
  const [name] = read.positionals;
  if (read.values.help) return { stdout: help, stderr: '', code: 0 };
  if (name === undefined) return usage('explain what?', `Rules: ${rules.map((rule) => rule.name).join(', ')}`);
  const rule = rules.find((one) => one.name === name);
  if (!rule) return usage(`no rule named "${name}"`, didYouMean(name, rules.map((one) => one.name)) ?? 'Run `licet explain` for the list');
  const levels = PRESETS.map((preset) => `${preset} ${presetLevels(preset, rules).get(name) ?? rule.severity}`).join(', ');
  let words = '';
  try {
    words = `\n${dataText(`../docs/rules/${name}.md`).replace(/^# .*\n+/, '')}`;
  } catch {
    // A plugin's rule, or a package without its docs: the summary stands alone.
  }
  return { stdout: `${rule.name}: ${rule.summary}\n\n  ${levels}\n${words}`, stderr: '', code: 0 };
}
