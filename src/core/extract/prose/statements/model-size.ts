import type { Mention } from '../mentions.ts';

const SIZE = /(?<![a-z\d.])\d+(?:\.\d+)?[bm](?![a-z\d])/gi;
/** The sizes that a name tells, in lower case: `7b`. */
export const sizesOf = (name: string): string[] => (name.match(SIZE) ?? []).map((size) => size.toLowerCase());

/** A size as the subject: "the 13B sibling of this model", 「13B版は」, "이 모델의 13B 버전은". */
const SIZED = new RegExp(
  String.raw`(?:^|the |our |의 |저희 |우리 |の|的|我们)\s*(\d+(?:\.\d+)?[bm])\s?` +
    '(?:(?:model|version|variant|sibling|checkpoint)s?|버전|모델|バージョン|モデル|版本?|模型)?' +
    String.raw`(?: of (?:this|the|our)(?: (?:model|series|family))?)?\s?(?:은|는|이|が|は|是|则)?` +
    String.raw`(?:,? (?:which )?(?:was|were|is|are))?$`,
);

/** "The 30b model is built on Llama" in the card of a 70b: of a series, each may have a base of its own. */
export function isOfOtherSize(before: string, self: string | undefined): boolean {
  if (!/\d/.test(before)) return false;
  const subject = SIZED.exec(before.trim().toLowerCase())?.[1];
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
