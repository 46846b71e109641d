import { resolve } from 'node:path';
import { Folders } from '../node/config/find-config.ts';
import { outgoing, type Keeps } from '../core/text/outgoing.ts';
import { message } from '../core/report/terminal/wrap.ts';
import type { Host } from '../app/host.ts';

/**
 * Writes a file that the user named. Gives a line for what could not be written, and the rest of the run goes
 * on.
 */
export async function save({ cwd }: Host, file: string, text: string, keeps: Keeps = {}): Promise<string[]> {
  const { writeNamed } = await import('../node/fs/write-file.ts');
  const refused = writeNamed({
    root: new Folders().rootOf(cwd, cwd),
    path: resolve(cwd, file),
    shown: file,
    text: outgoing(text, keeps),
  });
  return refused === undefined ? [] : [message(refused, 'Name another file')];
}
