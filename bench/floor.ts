/** The least that any linter of cards does: read the file, find the front matter, parse its YAML. */
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { frontMatter } from '../src/core/extract/card/front-matter.ts';

/**
 * Parses the front matter of a card; returns how many keys it holds, so that nothing is left out as unused.
 */
export function floor(path: string): number {
  const text = readFileSync(path, 'utf8');
  const { yaml } = frontMatter(text);
  if (!yaml) return 0;
  const { contents } = parseDocument(text.slice(yaml.start, yaml.end), {
    uniqueKeys: false,
    logLevel: 'silent',
  });
  return contents && 'items' in contents ? contents.items.length : 0;
}
