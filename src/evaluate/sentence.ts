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

/** Whether a text holds a sentence, wherever lines break and whichever quotes are used; a full stop at its end does not count. "Built with LlamaIndex" does not hold "Built with Llama". */
export function holdsSentence(bareText: string, sentence: string): boolean {
  const [first, ...others] = sentence.split(BLANK).map((one) => bare(one).replace(/\.$/, '')).filter((one) => one !== '');
  if (first === undefined) return true;
  for (let start = bareText.indexOf(first); start >= 0; start = bareText.indexOf(first, start + 1)) {
    let from = start + first.length;
    const held = others.every((part) => {
      const at = bareText.indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    });
    if (!held) return false;
    if (!isLetter(bareText[start - 1]) && !isLetter(bareText[from])) return true;
  }
  return false;
}

/** Letters that would go on with a word. Hangul does not: particles are written behind a name without a space. */
const isLetter = (sign: string | undefined) => sign !== undefined && /[a-z]/.test(sign);
