import { lineageOf } from '../../core/report/lineage.ts';
import { dot, mermaid, terminalTree, treeValue } from '../../core/report/terminal/tree.ts';
import { runLint } from '../../app/run-lint.ts';
import type { Host } from '../../app/host.ts';
import { withBaseline } from '../baseline-file.ts';
import {
  FORMAT,
  formatOf,
  json,
  LINTED,
  LINTED_HELP,
  readOptions,
  requestOf,
  type CommandHost,
  type Outcome,
} from './command.ts';

export const help = `Usage: licet tree [options] [file, folder, glob, hf:org/name …]

Draws the lineage of a model: every upstream, its relation to the next, its
license, the source of that information, and the findings there.

  -f, --format NAME  text (default), json, mermaid or dot
${LINTED_HELP}

Exit status: 0 done, 2 usage or internal error.
`;

const OPTIONS = {
  format: FORMAT,
  ...LINTED,
} as const;

/** \`licet tree\`: the lineage of each repository. */
export async function run(args: readonly string[], host: CommandHost & Host): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'tree');
  if (read.is === 'refused') return read.outcome;
  const { values, positionals } = read;
  if (values.help) return { stdout: help, stderr: '', code: 0 };
  const format = formatOf(values.format, ['text', 'json', 'mermaid', 'dot']);
  const { run: linted, failures, notes } = await runLint(requestOf(positionals, values), host);
  const { run: left, note } = await withBaseline(linted, {}, host);
  const roots = left.reports.map(lineageOf);
  const stdout =
    format === 'json'
      ? json(roots.map(treeValue))
      : format === 'mermaid'
        ? roots.map(mermaid).join('\n')
        : format === 'dot'
          ? roots.map(dot).join('\n')
          : roots
              .map((root) => terminalTree(root, { color: host.color, width: host.width ?? 80 }))
              .join('\n');
  return { stdout, stderr: failures.join('') + notes.join('') + note, code: failures.length > 0 ? 2 : 0 };
}
