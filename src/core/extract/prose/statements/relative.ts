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

/** Verbs that make what stands before them a quality of the noun behind. */
const ATTRIBUTE = /(?:한|하는|된|만든|만들어진|した|する|された)\s*$/;

/** Letters between a name and the next, at most, where one sentence part makes the first a quality of it. */
const NEAR = 24;

/** "X를 기반으로 한 Y", "Xをベースにした Y": X is the base of Y, of which the sentence goes on to speak. */
export function isBaseOfNext({ flat }: Sentence, all: readonly Mention[], end: number): boolean {
  const next = all.filter((one) => one.hub && one.from >= end).sort((a, b) => a.from - b.from)[0];
  return next !== undefined && next.from - end <= NEAR && ATTRIBUTE.test(flat.text.slice(end, next.from));
}

/** "Files of X merged with Y": what follows a name is done to it, and the sentence's verb is not its. */
export function isJoinedTo({ flat }: Sentence, mention: Mention, at: number): boolean {
  return /^\s+$/.test(flat.text.slice(mention.to, at));
}
