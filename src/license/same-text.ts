/** The id of a license's text: GPL-3.0-only and GPL-3.0-or-later share theirs, and the file cannot tell which was meant. */
export const textId = (id: string): string => id.replace(/-(?:only|or-later|no-copyleft-exception)$/, '');
