import type { Mention } from '../mentions.ts';
import type { Sentence } from '../sentences.ts';

/** "Zephyr is a fine-tune of …" under `base_model: acme/zephyr-7b`: the base's own base is no first step. */
export function beginsWithBase(before: string, bases: readonly string[], self: string | undefined): boolean {
  const name = /^\W*(?:the |original )*([a-z][\w.-]{3,})/i.exec(before)?.[1]?.toLowerCase();
  if (name === undefined || bases.length === 0) return false;
  const bare = (model: string) => model.slice(model.indexOf('/') + 1).toLowerCase();
  const isName = (model: string) =>
    bare(model).startsWith(name) && !/[a-z0-9]/.test(bare(model)[name.length] ?? '');
  return bases.some(isName) && !(self !== undefined && bare(self).startsWith(name));
}

/** "X를 기반으로 한 Y", "Xをベースにした Y": X is the base of Y, of which the sentence goes on to speak. */
export function isBaseOfNext({ flat }: Sentence, all: readonly Mention[], end: number): boolean {
  return all.some(
    (one) =>
      one.hub &&
      one.from >= end &&
      /^\s*(?:한|하는|된|만든|만들어진|した|する|された)\s*$/.test(flat.text.slice(end, one.from)),
  );
}
