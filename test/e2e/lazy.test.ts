import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What a file loads when it is loaded itself; types are none of it. */
const LOADS = /(?:^|\n)(?:import|export)\b(?! type\b)([^;'"]*?)\bfrom '(\.[^']+)'/g;

/** Everything that the command line loads before it is known what is asked. */
function loaded(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file) || !existsSync(join(ROOT, file))) return found;
  found.add(file);
  for (const [, names = '', to = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(LOADS)) {
    const isTypes = /^\s*\{(?:\s*type \w+,?)+\s*\}\s*$/.test(names);
    if (!isTypes) loaded(normalize(join(dirname(file), to)), found);
  }
  return found;
}

test('a plain lint loads nothing of what a release discloses', () => {
  const all = [...loaded('src/programs.ts')];
  expect(all.length).toBeGreaterThan(50);
  expect(all).toContain('src/app/lint-repositories.ts');
  expect(all.filter((file) => /disclosure|\/git\//.test(file)).sort()).toEqual([
    'src/core/disclosure/review/review-check.ts',
    'src/core/disclosure/review/review.ts',
  ]);
});
