import { resolve } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { ownLevel, presetLevels, PRESETS } from '../../core/config/presets.ts';
import { renamedRule, ruleHint } from '../../core/config/rule-names.ts';
import { kindAt } from '../../node/fs/plain-file.ts';
import { terminalPage } from '../../core/report/terminal/markdown-to-terminal.ts';
import { wrap } from '../../core/report/terminal/wrap.ts';
import type { Rule } from '../../core/rule.ts';
import { pageText } from '../../app/rule-pages.ts';
import {
  configOf,
  FORMAT,
  formatOf,
  json,
  readOptions,
  usage,
  type CommandHost,
  type Outcome,
} from './command.ts';

export const help = `Usage: licet explain [RULE]
       licet explain FILE [--config FILE | --no-config]

For a rule: what it requires and why, its severity under each preset, and how to
turn it off. For a file or folder: its repository, how licet reads it, which
config files apply, and the severity of every rule there. Without an argument:
the rules.

  -c, --config FILE  use this config; --no-config: use none
  -f, --format NAME  text (default) or json

Exit status: 0 done, 2 usage or internal error.
`;

const OPTIONS = {
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  format: FORMAT,
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
  const asJson = formatOf(read.values.format, ['text', 'json']) === 'json';
  const config = configOf(read.values);
  if (name === undefined) return done(asJson ? json(rules.map(ruleValue)) : ruleList(host.width ?? 80));
  if (more.length > 0) return usage('`licet explain` takes one rule or file', 'Run it once for each');
  const rule = rules.find((one) => one.name === name);
  if (rule)
    return done(
      asJson ? json({ ...ruleValue(rule), page: pageText(rule.name) ?? null }) : ruleText(rule, host),
    );
  if (kindAt(resolve(host.cwd, name)) === undefined)
    return usage(
      renamedRule(name, rules) === undefined
        ? `No rule and no file named "${name}"`
        : `No rule named "${name}"`,
      ruleHint(name, rules) ?? 'Run `licet rules` for the rules',
    );
  const { explainFile } = await import('./explain-file.ts');
  return explainFile(name, {
    cwd: host.cwd,
    explicit: config || undefined,
    none: config === false,
    json: asJson,
    today: host.today,
  });
}

const done = (stdout: string): Outcome => ({ stdout, stderr: '', code: 0 });

/** The severity of a rule under each preset. */
const levelsOf = (rule: Rule) =>
  PRESETS.map((preset) => [preset, presetLevels(preset, rules).get(rule.name) ?? ownLevel(rule)] as const);

const ruleValue = (rule: Rule) => ({
  name: rule.name,
  summary: rule.summary,
  severity: rule.severity,
  presets: Object.fromEntries(levelsOf(rule)),
});

function ruleList(width: number): string {
  const widest = Math.max(...rules.map(({ name }) => name.length));
  return rules
    .map(({ name, summary }) =>
      wrap(summary, Math.max(30, width - widest - 2))
        .map((line, at) => `${(at === 0 ? name : '').padEnd(widest)}  ${line}\n`)
        .join(''),
    )
    .join('');
}

function ruleText(rule: Rule, { color, width = 80 }: CommandHost): string {
  const { name, summary } = rule;
  const levels = levelsOf(rule)
    .map((pair) => pair.join(' '))
    .join(', ');
  // The page begins with the summary, which stands above it.
  const page = pageText(name)?.replace(`${summary}.\n`, '');
  const words = page === undefined ? '' : `\n${terminalPage(page, { color, width })}`;
  return `${wrap(`${name}: ${summary}`, width).join('\n')}\n\n  ${levels}\n${words}`;
}
