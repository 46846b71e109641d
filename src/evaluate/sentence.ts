/** Letters and digits in lower case, © as (c), quotes, emphasis and spacing away: what counts when a required sentence is compared. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/©/g, '(c)')
    .replace(/[“”"'‘’`*_~>#|\\[\]]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** A blank that whoever writes the sentence fills in: `<year>`, `[name]`. `[dev]` is part of a model's name. */
const BLANK = /<[^<>]*>|\[(?!dev\])[^\]]*\]/;

/** Whether a sentence has a blank to fill in. */
export const hasBlank = (sentence: string): boolean => BLANK.test(sentence);

/** Whether a text holds a sentence, wherever lines break and whichever quotes are used; a full stop at its end does not count. */
export function holdsSentence(bareText: string, sentence: string): boolean {
  let from = 0;
  for (const part of sentence.split(BLANK).map((one) => bare(one).replace(/\.$/, '')).filter((one) => one !== '')) {
    const at = bareText.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
