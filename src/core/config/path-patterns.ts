/**
 * Whether a path matches a glob of `*`, `**`, `?` and `{a,b}`. A pattern without a slash matches any part of
 * the path, one that names a folder all that lies in it. Case does not count. Takes time in proportion to
 * both lengths, whatever the pattern.
 */
export function matches(path: string, pattern: string): boolean {
  const parts = path
    .toLowerCase()
    .replace(/^\.\//, '')
    .split('/')
    .filter((part) => part !== '');
  return alternatives(pattern.toLowerCase()).some((one) => {
    const wanted = one
      .replace(/^\.?\//, '')
      .replace(/\/+$/, '')
      .split('/');
    const [only = ''] = wanted;
    if (wanted.length === 1 && only !== '**') return parts.some((part) => matchesPart(part, only));
    return matchesParts(parts, wanted);
  });
}

/** More of them than anybody writes are refused where the config is read. */
export const MOST_ALTERNATIVES = 64;

/** Whether the braces of a pattern stand for more alternatives than are tried. */
export function hasTooMany(pattern: string): boolean {
  return alternatives(pattern, MOST_ALTERNATIVES + 1).length > MOST_ALTERNATIVES;
}

/** `a.{md,txt}` is `a.md` and `a.txt`; braces within braces stay as they are. */
function alternatives(pattern: string, most = MOST_ALTERNATIVES): readonly string[] {
  let all = [''];
  let rest = pattern;
  for (let open = rest.indexOf('{'); open >= 0 && all.length <= most; open = rest.indexOf('{')) {
    const close = rest.indexOf('}', open);
    if (close < 0) break;
    const words = rest.slice(open + 1, close).split(',');
    all = all.flatMap((one) => words.map((word) => one + rest.slice(0, open) + word)).slice(0, most);
    rest = rest.slice(close + 1);
  }
  return all.map((one) => one + rest);
}

/** Row by row: `reached[n]` says whether the first n parts of the path are taken by the pattern so far. */
function matchesParts(parts: readonly string[], wanted: readonly string[]): boolean {
  let reached = [true, ...parts.map(() => false)];
  for (const one of wanted) {
    const first = reached.indexOf(true);
    reached =
      one === '**'
        ? reached.map((_, at) => first >= 0 && at >= first)
        : [false, ...parts.map((part, at) => reached[at] === true && matchesPart(part, one))];
  }
  // What lies in a folder that matches is meant too.
  return reached.slice(1).includes(true);
}

/** One part of a path; the last star seen takes one letter more whenever what follows it fails. */
function matchesPart(part: string, pattern: string): boolean {
  let [at, of, star, from] = [0, 0, -1, 0];
  while (at < part.length) {
    if (of < pattern.length && pattern[of] === '*') [star, from, of] = [of, at, of + 1];
    else if (of < pattern.length && (pattern[of] === '?' || pattern[of] === part[at]))
      [at, of] = [at + 1, of + 1];
    else if (star >= 0) [from, at, of] = [from + 1, from + 1, star + 1];
    else return false;
  }
  while (pattern[of] === '*') of += 1;
  return of === pattern.length;
}
