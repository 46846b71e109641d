/**
 * What the launchers call: the command line, and the Action, whose code is loaded when it is asked for; and
 * what a thread of the command runs.
 */
export { command, thread } from './cli/run.ts';

/** Runs the Action with the inputs of this process. */
export async function action(): Promise<void> {
  const { actionFromEnvironment } = await import('./action/main.ts');
  await actionFromEnvironment();
}
