/** Whether a text may hold an address of the Hub: cheaper than the expressions that read one. */
export function mayLinkToHub(text: string): boolean {
  const lower = text.toLowerCase();
  return lower.includes('huggingface.co') || lower.includes('hf.co');
}

const HOST = /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\//i;

/**
 * What stands behind the Hub's name in an address of the Hub, with or without scheme; undefined for any other
 * text.
 */
export function hubPath(text: string): string | undefined {
  const host = mayLinkToHub(text) ? HOST.exec(text) : null;
  return host ? text.slice(host[0].length) : undefined;
}

/** The Hub's id syntax, `owner/name` or an old bare `name` (huggingface_hub `_validators.py`). */
export function isRepoId(text: string): boolean {
  return (
    text.length <= 200 &&
    /^(?:[\w.-]{1,96}\/)?\w[\w.-]{0,95}$/.test(text) &&
    !/--|\.\.|\.git$|[-.]$|[-.]\/|^[-.]/.test(text)
  );
}

/** An id that a model may have today: `owner/name`. */
export function isModelId(text: string): boolean {
  return text.includes('/') && isRepoId(text);
}
