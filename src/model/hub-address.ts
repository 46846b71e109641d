/** Whether a text may hold an address of the Hub: cheaper than the expressions that read one. */
export function mayLinkToHub(text: string): boolean {
  const lower = text.toLowerCase();
  return lower.includes('huggingface.co') || lower.includes('hf.co');
}
