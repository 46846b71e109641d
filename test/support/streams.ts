import { main } from '../../src/cli/main.ts';
import type { Host } from '../../src/app/host.ts';
import { tempFolder } from './temp-folder.ts';

/** Streams of a host: the bytes of stdin, in pieces as a pipe gives them, and who is told the output. */
export const streamsOf =
  (
    stdin: string | Uint8Array = '',
    { size = 64, print, progress }: { size?: number } & Partial<Record<'print' | 'progress', Said>> = {},
  ): NonNullable<Host['streams']> =>
  () => ({
    input: pieces(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin, size),
    output: (text) => {
      print?.(text);
      return Promise.resolve(true);
    },
    progress: (text) => progress?.(text),
  });

type Said = (text: string) => void;

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Runs a command over text, handed on in pieces of `size` bytes. */
export async function streamed(
  args: readonly string[],
  text: string | Uint8Array,
  { size = 64, cwd = tempFolder(), ...more }: { size?: number } & Partial<Host> = {},
) {
  let stdout = '';
  const outcome = await main(args, {
    cwd,
    env: {},
    terminal: false,
    width: 80,
    today: '2026-11-30',
    ...more,
    streams: streamsOf(text, { size, print: (part) => (stdout += part) }),
  });
  return { ...outcome, stdout: stdout + outcome.stdout };
}
