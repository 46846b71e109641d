import { lineageOf } from '../../core/report/lineage.ts';
import { dot, mermaid, terminalTree, treeValue } from '../../core/report/terminal/tree.ts';
import { runLint } from '../../app/run-lint.ts';
import type { Host } from '../../app/host.ts';
import { withBaseline } from '../baseline-file.ts';
import { configOf, FORMAT, formatOf, json, readOptions, type CommandHost, type Outcome } from './command.ts';

export const help = `Usage: licet tree [options] [file, folder, glob, hf:org/name …]

Draws the lineage of a model: every upstream, its relation to the next, its
license, the source of that information, and the findings there.

  -f, --format NAME  text (default), json, mermaid or dot
  --name ORG/MODEL   the model's id on the Hub
  --card FILE        the model card, if it is not README.md
  --online           ask the Hub (HF_ENDPOINT, HF_TOKEN); otherwise no network
                     access
  --hub-cache        use what huggingface_hub has downloaded to this machine
  --lock FILE        lock file path (default: the nearest licet.lock.json)
  --frozen-lock      use only the lock file
  -c, --config FILE  use this config; --no-config: use none

Exit status: 0 done, 2 usage or internal error.
`;

const OPTIONS = {
  format: FORMAT,
  name: { type: 'string' },
  card: { type: 'string' },
  online: { type: 'boolean' },
  'hub-cache': { type: 'boolean' },
  lock: { type: 'string' },
  'frozen-lock': { type: 'boolean' },
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** \`licet tree\`: the lineage of each repository. */
export async function run(args: readonly string[], host: CommandHost & Host): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'tree');
  if (read.is === 'refused') return read.outcome;
  const {
    name,
    card,
    online,
    lock,
    'hub-cache': hubCache,
    'frozen-lock': frozenLock,
    help: asked,
  } = read.values;
  if (asked) return { stdout: help, stderr: '', code: 0 };
  const format = formatOf(read.values.format, ['text', 'json', 'mermaid', 'dot']);
  const {
    run: linted,
    failures,
    notes,
  } = await runLint(
    {
      paths: read.positionals,
      name,
      card,
      online,
      hubCache,
      lock,
      frozenLock,
      config: configOf(read.values),
    },
    host,
  );
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
