import { colored } from '../colored.ts';
import { message } from '../../core/report/terminal/wrap.ts';
import type { Outcome, Host } from '../../app/host.ts';
import { fileReader } from './files.ts';

const COMMANDS = {
  licenses: () => import('./license/licenses.ts'),
  license: () => import('./license/license.ts'),
  compat: () => import('./license/compat.ts'),
  tree: () => import('./tree.ts'),
  resolve: () => import('./resolve.ts'),
  init: () => import('./init.ts'),
  explain: () => import('./explain.ts'),
  rules: () => import('./rules.ts'),
  notice: () => import('./notice.ts'),
  bom: () => import('./disclosure/bom.ts'),
  dossier: () => import('./disclosure/dossier.ts'),
  review: () => import('./disclosure/review.ts'),
  diff: () => import('./disclosure/diff.ts'),
  batch: () => import('./batch.ts'),
  index: () => import('./write-table.ts'),
  update: () => import('./update.ts'),
  lsp: () => import('../../lsp/command.ts'),
} as const;

/** Flags that every command takes, read before the command sees its own. */
const OF_EVERY_COMMAND: ReadonlySet<string> = new Set(['--color', '--no-color', '--debug']);

type Command = keyof typeof COMMANDS;

/** Runs a command; each is loaded only when it is asked for. A folder of a command's name is `./name`. */
export async function runCommand(command: string, args: readonly string[], host: Host): Promise<Outcome> {
  if (!Object.hasOwn(COMMANDS, command))
    return { stdout: '', stderr: message(`No command named "${command}"`, 'See `licet --help`'), code: 2 };
  const { run } = await COMMANDS[command as Command]();
  const color = colored(host, { color: args.includes('--color'), 'no-color': args.includes('--no-color') });
  const outcome: Outcome = await run(
    args.filter((arg) => !OF_EVERY_COMMAND.has(arg)),
    { ...host, color, readFile: fileReader(host.cwd), now: () => new Date() },
  );
  return { ...outcome, keeps: { color, ...outcome.keeps } };
}
