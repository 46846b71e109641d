import { frontMatter } from '../../core/extract/card/front-matter.ts';

/** The stretch of a document that is its metadata: to the end where it is not closed yet, as while typing. */
export function metadataIn(
  uri: string,
  text: string,
): { readonly start: number; readonly end: number } | undefined {
  if (!/\.(?:md|markdown)$/i.test(uri)) return undefined;
  const { state, yaml, bodyStart } = frontMatter(text);
  if (yaml !== undefined) return yaml;
  return state === 'unclosed' ? { start: bodyStart, end: text.length } : undefined;
}
