import type { Mention } from '../mentions.ts';

const SIZE = /(?<![a-z\d.])\d+(?:\.\d+)?[bm](?![a-z\d])/gi;
const sizesOf = (name: string) => (name.match(SIZE) ?? []).map((size) => size.toLowerCase());

/** "The 30b model is built on Llama" in the card of a 70b: of a series, each may have a base of its own. */
export function isOfOtherSize(before: string, self: string | undefined): boolean {
  const words = before.trim().toLowerCase();
  const subject = words.startsWith('the ')
    ? /^the (\d+(?:\.\d+)?[bm])(?: (?:model|version|variant)s?)?$/.exec(words)?.[1]
    : undefined;
  const own = sizesOf(self ?? '');
  return subject !== undefined && own.length > 0 && !own.includes(subject);
}

/** Whether the own name has a size of this model that the others do not have. */
export function isAloneOfOwnSize(
  { model }: Mention,
  all: readonly Mention[],
  self: string | undefined,
): boolean {
  const own = sizesOf(self ?? '');
  return sizesOf(model).some(
    (size) => own.includes(size) && all.filter((other) => sizesOf(other.model).includes(size)).length === 1,
  );
}
