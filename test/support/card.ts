/** A model card in memory: front matter, then text. */
export function card(front: string, text = '# A model\n'): string {
  return `---\n${front}\n---\n${text}`;
}
