/** What a parser of YAML, or of JSON, that was read as such, complains of. */
interface Complaint {
  readonly code: string;
  readonly message: string;
}

/** By the parser's code; a function where its message tells two troubles apart. */
const WORDS: Readonly<Record<string, string | ((message: string) => string)>> = {
  TAB_AS_INDENT: 'a line is indented with a tab, where only blanks may stand',
  MISSING_CHAR: (message) => {
    const [, quote] = /^Missing closing (["'])/.exec(message) ?? [];
    if (quote !== undefined) return `a ${quote === '"' ? 'double' : 'single'} quote is never closed`;
    if (message.startsWith('Implicit map keys')) return 'a line holds no ":" behind its key';
    if (message.startsWith('Missing , ')) return 'a comma is missing between two items in brackets';
    if (message.startsWith('Comments')) return 'no blank stands before a "#"';
    return message.startsWith('Sequence item') ? 'an item of a list has no "-"' : 'a sign is missing';
  },
  BAD_INDENT: (message) => {
    if (/^Flow/.test(message)) return 'a bracket is never closed, or its lines are not indented';
    return message.startsWith('Block scalar')
      ? 'the lines behind "|" or ">" are not indented'
      : 'the lines of a list or mapping do not begin in the same column';
  },
  BLOCK_AS_IMPLICIT_KEY: 'a value without quotes holds ": ", or a line is indented too far',
  MULTILINE_IMPLICIT_KEY: 'a line has no ":" with a blank behind its key',
  BAD_SCALAR_START: (message) =>
    `a value begins with "${/(\S)\S*$/.exec(message)?.[1] ?? '@'}" and stands in no quotes`,
  UNEXPECTED_TOKEN: (message) =>
    /at node end$/.test(message)
      ? 'more words stand behind a value that has ended'
      : 'a sign stands where none may stand',
  BAD_DQ_ESCAPE: 'a backslash in double quotes is followed by no sign that it may escape',
  BAD_ALIAS: 'no name stands behind "&" or "*"',
  BLOCK_IN_FLOW: 'a list or mapping by lines stands within brackets',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MULTIPLE_ANCHORS: 'a value has two names behind "&"',
  MULTIPLE_TAGS: 'a value has two types behind "!"',
};

/** One clause in plain words; a parser's own speak of its insides, and quote signs without their pair. */
export function troubleOf({ code, message }: Complaint): string {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  return typeof words === 'function'
    ? words(message)
    : (words ?? 'its structure is not what the parser expects');
}
