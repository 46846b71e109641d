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

/** Whether a text holds a sentence, wherever lines break and whichever quotes are used; a full stop at its end does not count. */
export function holdsSentence(bareText: string, sentence: string): boolean {
  const wanted = bare(sentence).replace(/\.$/, '');
  const blank = wanted.split(/<[^<>]*>|\[[^\]]*\]/);
  let from = 0;
  for (const part of blank.map((one) => one.trim()).filter((one) => one !== '')) {
    const at = bareText.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
