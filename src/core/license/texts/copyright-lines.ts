import { kept } from '../../text/kept.ts';
import { latePattern } from '../../text/patterns/late-pattern.ts';

/**
 * A statement as a line of its own: "Copyright (c) 2025 Foo", "© 2025 Foo", "Copyright 2025 Foo", behind
 * marks of a comment or list.
 */
const STATEMENT = latePattern(
  () =>
    new RegExp(
      String.raw`^[\s#*/>;%!|-]{0,24}(?:${[
        String.raw`(?:portions? )?copyright:?\s*(?:\(c\)|©|&copy;)?\s*` +
          String.raw`(?:(?:19|20)\d{2}|(?:\(c\)|©|&copy;)\s*\p{L})`,
        String.raw`(?:©|\(c\))\s*(?:copyright\s*)?(?:19|20)\d{2}`,
      ].join('|')})`,
      'iu',
    ),
);
/** A blank that nobody filled in: `[yyyy]`, `<year>`, `{name}`. */
const BLANK =
  /[[<{](?:[^\]>}]*\b)?(?:y{4}|year|name|owner|fullname|date|copyright|holders?|author)[^\]>}]*[\]>}]/i;
/**
 * Words where a name would stand, and the line of a license about its own text, which travels with that text.
 */
const OF_THE_TEXT = new RegExp(
  [
    String.raw`\byear\b|name of (?:the )?(?:author|owner|copyright)`,
    'free software foundation|creative commons corporation|mozilla foundation',
  ].join('|'),
  'i',
);
const LONGEST = 200;
const MOST = 12;
/** A license text, or a notice, is not longer; what is, is something else. */
const LOOKED_AT = 512 * 1024;

/**
 * The copyright lines that a license or notice file states, letter by letter, without marks around them. A
 * sentence that a license quotes ("… is licensed under …, Copyright (c) …"), a blank that nobody filled in,
 * and the line of a license about its own text are none.
 */
export const copyrightLines: (text: string) => readonly string[] = kept((text) => {
  const found = new Set<string>();
  let before = '';
  for (const raw of text.slice(0, LOOKED_AT).split(/\r\n|\r|\n/)) {
    const line = raw.replace(/^[\s#*/>;%!|-]+|[\s*/]+$/g, '');
    const goesOn = /[,“"‘(]$/.test(before) || /["”]\.?$/.test(line);
    if (
      STATEMENT().test(raw) &&
      line.length <= LONGEST &&
      !goesOn &&
      !BLANK.test(line) &&
      !OF_THE_TEXT.test(line)
    )
      found.add(line);
    if (found.size >= MOST) break;
    before = raw.trim();
  }
  return [...found];
});
