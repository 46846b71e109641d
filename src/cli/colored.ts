import type { Host } from '../app/host.ts';

/** NO_COLOR and FORCE_COLOR as no-color.org and Node have them; flags before both. */
export function colored(
  host: Host,
  flags: { readonly color?: boolean | undefined; readonly 'no-color'?: boolean | undefined },
): boolean {
  if (flags['no-color']) return false;
  if (flags.color) return true;
  const { FORCE_COLOR: force, NO_COLOR: no } = host.env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return (no === undefined || no === '') && host.terminal;
}
