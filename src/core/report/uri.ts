import { printable } from './terminal/wrap.ts';

/**
 * A shown path as an RFC 3986 reference: relative with `/`, or absolute where the path is. No character is
 * left that a URI may not hold.
 */
export function uriOf(path: string): string {
  // Elsewhere than behind a drive a backslash is a letter of a name.
  const slashed = /^[a-z]:\\/i.test(path) ? path.replace(/\\/g, '/') : path;
  const scheme = /^[a-z][a-z0-9+.-]+:\/\//i.exec(slashed)?.[0];
  if (scheme !== undefined) return scheme + encoded(slashed.slice(scheme.length));
  const drive = /^[a-z]:(?=\/)/i.exec(slashed)?.[0];
  if (drive !== undefined) return `file:///${drive}${encoded(slashed.slice(drive.length))}`;
  return slashed.startsWith('/') ? `file://${encoded(slashed)}` : encoded(slashed.replace(/^(?:\.\/)+/, ''));
}

/** True where the reference stands by itself: no base is to be put before it. */
export function isAbsolute(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(uri);
}

function encoded(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(wellFormed(part)))
    .join('/');
}

/** A lone surrogate has no UTF-8 form: `encodeURIComponent` would throw. */
function wellFormed(text: string): string {
  try {
    encodeURIComponent(text);
    return text;
  } catch {
    return printable(text);
  }
}
