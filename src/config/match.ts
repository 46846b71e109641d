/** Whether a path matches a glob of `*`, `**` and `?`; a pattern without a slash matches any part of the path. */
export function matches(path: string, pattern: string): boolean {
  const clean = path.replace(/^\.\//, '');
  const wanted = pattern.replace(/^\.\//, '').replace(/\/$/, '');
  if (!wanted.includes('/') && !wanted.includes('**')) return clean.split('/').some((part) => expression(wanted).test(part));
  return expression(wanted).test(clean) || expression(`${wanted}/**`).test(clean);
}

const compiled = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  // Stars are folded, so that no pattern can make the match slow.
  const parts = pattern.split(/(\*\*\/?|\*+|\?)/).map((part) => (part.startsWith('**') ? '(?:.*)' : part.startsWith('*') ? '[^/]*' : part === '?' ? '[^/]' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&')));
  const made = new RegExp(`^${parts.join('').replace(/(?:\(\?:\.\*\)){2,}/g, '(?:.*)')}$`, 'i');
  compiled.set(pattern, made);
  return made;
}
