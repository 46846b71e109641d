import { createConnection, ProposedFeatures } from './protocol.ts';
import { readOptions, usage, type CommandHost, type Outcome } from '../cli/commands/command.ts';
import type { Host } from '../app/host.ts';
import { keepHeapSmall } from '../node/memory/small-heap.ts';
import { serve } from './server.ts';

export const help = `Usage: licet lsp --stdio

Speaks the Language Server Protocol on stdin and stdout: findings while you
type, fixes, licenses of upstreams beside their names, completion. Nothing of a
repository is executed, and nothing is asked of the Hub. docs/editors.md has the
settings of editors.

  --stdio  speak on stdin and stdout, which is all that there is

Exit status: 0 the client said goodbye, 1 it hung up without.
`;

/** `licet lsp`: ends when the client does. */
export async function run(
  args: readonly string[],
  { env, now }: CommandHost & Pick<Host, 'env'> & { readonly now: () => Date },
): Promise<Outcome> {
  const options = { stdio: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  // Clients add the number of their process, which the protocol tells too.
  const own = args.filter((arg) => !arg.startsWith('--clientProcessId='));
  const read = readOptions(own, options, 'lsp');
  if (read.is === 'refused') return read.outcome;
  if (read.values.help) return { stdout: help, stderr: '', code: 0 };
  if (!read.values.stdio || read.positionals.length > 0)
    return usage('`licet lsp` speaks on stdin and stdout alone', 'Start it with `licet lsp --stdio`');
  keepHeapSmall();
  serve(createConnection(ProposedFeatures.all), {
    env,
    today: () => now().toISOString().slice(0, 10),
  });
  // The connection ends the process, with the status that the protocol asks for.
  return new Promise<never>(() => undefined);
}
