import { rules as shipped } from '../../../rules/index.ts';
import { loadConfig } from '../../node/config/load-config.ts';
import { loadPlugins } from '../../app/plugins/plugins.ts';
import { ownLevel, presetLevels, PRESETS, type Level, type Preset } from '../../core/config/presets.ts';
import { displayWidth } from '../../core/report/terminal/display-width.ts';
import { printable, wrap } from '../../core/report/terminal/wrap.ts';
import type { Rule } from '../../core/rule.ts';
import { RULE_PAGES } from '../../core/version.ts';
import { FORMAT, formatOf, json, readOptions, usage, type CommandHost, type Outcome } from './command.ts';

export const help = `Usage: licet rules [options]

Lists every rule with its level under each preset and what it asks; those of
the plugins of a config too, where --config names it.

  -f, --format NAME  text (default) or json: an array of objects with name,
                     formerly, summary, levels by preset, page
  -c, --config FILE  the config whose plugins bring rules

\`licet explain RULE\` shows a rule's page.
`;

const OPTIONS = {
  format: FORMAT,
  config: { type: 'string', short: 'c' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `licet rules`: the table of all rules, those of plugins after licet's own. */
export async function run(args: readonly string[], host: CommandHost): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'rules');
  if (read.is === 'refused') return read.outcome;
  const { config, help: asked } = read.values;
  if (asked) return { stdout: help, stderr: '', code: 0 };
  const [word] = read.positionals;
  if (word !== undefined)
    return usage(`Command "rules" takes no "${word}"`, `Run \`licet explain ${word}\` for one rule`);
  const format = formatOf(read.values.format, ['text', 'json']);
  const brought =
    config === undefined
      ? []
      : loadPlugins(await loadConfig(host.cwd, { cwd: host.cwd, explicit: config, rules: shipped }), shipped)
          .rules;
  const rows = describe(shipped, brought);
  const stdout =
    format === 'json' ? json(rows) : table(rows, host.terminal === true ? (host.width ?? 80) : Infinity);
  return { stdout, stderr: '', code: 0 };
}

/** What is told of a rule; the keys are those of the JSON. */
interface Row {
  readonly name: string;
  readonly formerly: readonly string[];
  readonly summary: string;
  readonly levels: Readonly<Record<Preset, Level>>;
  /** The address of its page; null for a plugin's rule without one. */
  readonly page: string | null;
}

function describe(own: readonly Rule[], brought: readonly Rule[]): readonly Row[] {
  const all = [...own, ...brought];
  const byPreset = PRESETS.map((preset) => [preset, presetLevels(preset, all)] as const);
  return all.map((rule) => {
    const { name, formerly = [], summary, page } = rule;
    return {
      name,
      formerly,
      summary,
      levels: Object.fromEntries(
        byPreset.map(([preset, levels]) => [preset, levels.get(name) ?? ownLevel(rule)]),
      ) as Record<Preset, Level>,
      page: own.some((one) => one.name === name) ? `${RULE_PAGES}/${name}.md` : (page ?? null),
    };
  });
}

/** One line for each rule; on a narrow terminal the summary goes on under itself. */
function table(rows: readonly Row[], width: number): string {
  const cells = [
    ['rule', ...PRESETS, 'what it asks'],
    ...rows.map(({ name, levels, summary }) => [name, ...PRESETS.map((preset) => levels[preset]), summary]),
  ].map((row) => row.map(printable));
  const columns = [0, ...PRESETS.map((_, index) => index + 1)];
  const widths = columns.map((column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))));
  const indent = widths.reduce((sum, one) => sum + one + 2, 0);
  const narrow = width - indent < 30;
  return cells
    .map((row) => {
      const head = columns
        .map((column) => {
          const cell = row[column] ?? '';
          return cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell) + 2);
        })
        .join('');
      const summary = row.at(-1) ?? '';
      const lines = width === Infinity ? [summary] : wrap(summary, narrow ? width - 4 : width - indent);
      return narrow
        ? `${head.trimEnd()}\n    ${lines.join('\n    ')}\n`
        : `${head}${lines.join(`\n${' '.repeat(indent)}`)}\n`;
    })
    .join('');
}
