import { lineageOf } from '../../core/report/lineage.ts';
import { dot, mermaid, terminalTree, treeValue } from '../../core/report/terminal/tree.ts';
import { runLint } from '../../app/run-lint.ts';
import type { Host } from '../../app/host.ts';
import { json, readOptions, usage, type CommandHost, type Outcome } from './command.ts';

export const help = `Usage: licet tree [paths] [--format text|json|mermaid|dot] [--name ORG/MODEL]

Draws where the model comes from: every upstream all the way up, how each stands
to the next, under which license, where that was read, and what is wrong there.

  --online         ask the Hub (HF_ENDPOINT, HF_TOKEN); else no packet leaves
  --hub-cache      use what huggingface_hub has downloaded to this machine
  --lock FILE      another lock than the nearest licet.lock.json
  --frozen-lock    nothing but the lock
  --card FILE      the card, where it is not README.md
  --config FILE    the config whose facts hold; --no-config: none
`;

const OPTIONS = {
  format: { type: 'string', short: 'f' },
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
    format = 'text',
    name,
    card,
    online,
    lock,
    'hub-cache': hubCache,
    'frozen-lock': frozenLock,
    config,
    'no-config': none,
    help: asked,
  } = read.values;
  if (asked) return { stdout: help, stderr: '', code: 0 };
  if (!['text', 'json', 'mermaid', 'dot'].includes(format))
    return usage(`no format named "${format}"`, 'Use text, json, mermaid or dot');
  const {
    run: lint,
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
      config: none ? false : config,
    },
    host,
  );
  const roots = lint.reports.map(lineageOf);
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
  return { stdout, stderr: failures.join('') + notes.join(''), code: failures.length > 0 ? 2 : 0 };
}
