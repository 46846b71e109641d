/**
 * The id of a license's text: GPL-3.0-only, -or-later and GPL-3.0+ share theirs, and the file cannot tell
 * which was meant.
 */
export const textId = (id: string): string =>
  id.replace(/(?:-(?:only|or-later|no-copyleft-exception)|\+)$/, '');
/** Whether two licenses have one text. */
export const sameText = (one: string, other: string): boolean => textId(one) === textId(other);
