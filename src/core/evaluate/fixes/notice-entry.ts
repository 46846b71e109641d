import type { Edit } from '../../model/place.ts';
import type { TextSource } from '../../model/source.ts';
import { appendOrBegin, lineEnd } from './edits.ts';

const MARKS = /^[\s#*>-]*/;

/**
 * Where the paragraph ends that a notice file gives to a model: its first line begins with the id. undefined
 * where there is none.
 */
export function entryEnd(text: string, model: string): number | undefined {
  const id = model.toLowerCase();
  for (const { 0: paragraph, index } of text.matchAll(/[^\r\n][^\r\n]*(?:\r?\n[^\r\n]*[^\s][^\r\n]*)*/g)) {
    const first = paragraph.replace(MARKS, '').toLowerCase();
    if (first.startsWith(id) && !/^[\w-]|^\.\w/.test(first.slice(id.length, id.length + 2)))
      return index + paragraph.trimEnd().length;
  }
  return undefined;
}

/** Adds a line to a model's paragraph in the notice, or begins one for it at the end. */
export function addToEntry(
  source: TextSource | undefined,
  file: string,
  model: string,
  license: string,
  line: string,
): readonly Edit[] {
  const at = source && entryEnd(source.text, model);
  if (source && at !== undefined)
    return [{ file: source.file, start: at, end: at, text: lineEnd(source.text) + line }];
  return appendOrBegin(source, file, `${model} (${license})\n${line}`);
}
