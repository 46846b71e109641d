import { lineageOf } from '../report/lineage.ts';
import { dot, mermaid, terminalTree, treeValue } from '../report/tree.ts';
import { runLint } from '../run-lint.ts';
import type { World as Whole } from '../world.ts';
import { json, readOptions, usage, type Outcome, type World } from './command.ts';

export const help = `Usage: licet tree [paths] [--format text|json|mermaid|dot] [--name ORG/MODEL]

Draws where the model comes from: every upstream all the way up, how each stands
to the next, under which license, where that was read, and what is wrong there.
`;

/** \`licet tree\`: the lineage of each repository. */
export async function run(args: readonly string[], world: World & Whole): Promise<Outcome> {
  const read = readOptions(args, { format: { type: 'string', short: 'f' }, name: { type: 'string' }, card: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, 'tree');
  if (read.is === 'refused') return read.outcome;
  const { format = 'text', name, card, help: asked } = read.values;
  if (asked) return { stdout: help, stderr: '', code: 0 };
  if (!['text', 'json', 'mermaid', 'dot'].includes(format)) return usage(`no format named "${format}"`, 'Use text, json, mermaid or dot');
  const { run: lint, failures } = await runLint({ paths: read.positionals, name, card }, world);
  const roots = lint.reports.map(lineageOf);
  const stdout =
    format === 'json' ? json(roots.map(treeValue)) : format === 'mermaid' ? roots.map(mermaid).join('\n') : format === 'dot' ? roots.map(dot).join('\n') : roots.map((root) => terminalTree(root, { color: world.color, width: world.width ?? 80 })).join('\n');
  return { stdout, stderr: failures.join(''), code: failures.length > 0 ? 2 : 0 };
}
