import type { Outcome, World } from '../world.ts';
import { fileReader } from './files.ts';

const COMMANDS = {
  licenses: () => import('./licenses.ts'),
  license: () => import('./license.ts'),
  compat: () => import('./compat.ts'),
  tree: () => import('./tree.ts'),
} as const;

type Command = keyof typeof COMMANDS;

/** Whether the first word of the command line is a command; a folder of that name is `./name`. */
export function isCommand(word: string): word is Command {
  return Object.hasOwn(COMMANDS, word);
}

/** Runs a command; each is loaded only when it is asked for. */
export async function runCommand(command: Command, args: readonly string[], world: World): Promise<Outcome> {
  const { run } = await COMMANDS[command]();
  return run(args, { ...world, color: world.terminal && !world.env['NO_COLOR'], readFile: fileReader(world.cwd) });
}
