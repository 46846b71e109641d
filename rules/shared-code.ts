import { cut, defineRule } from '../src/core/rule.ts';

/** A message has at most 110 characters, two of them quotes; of a file's name so many are always said. */
const LONGEST = 108;
const SHORTEST = 12;
const base = (file: string) => file.split('/').at(-1) ?? file;

/**
 * A question, never a verdict: a count and two places. Who took what from whom, and whether a line is
 * owed, no count can tell.
 */
export default defineRule({
  name: 'shared-code',
  summary: 'Say whose code it is that a file has much in common with',
  severity: 'info',

  *check({ code, complete }) {
    if (!complete) return;
    for (const { file, place, project, family, shared, total, stretch, holder, port, fold } of code.shared) {
      const said =
        `${port === undefined ? '' : ` for ${port}`} shares ${shared} of ${total} fingerprints with ` +
        `${project}${family === undefined || port !== undefined ? '' : ` (${family})`}, ` +
        `most in lines ${stretch.lines.join('–')}`;
      yield {
        at: place,
        message: `"${cut(base(file), Math.max(SHORTEST, LONGEST - said.length))}"${said}`,
        severity: 'info',
        confidence: 'possible',
        evidence: {
          project,
          family: family ?? null,
          folding: fold,
          fingerprints: total,
          shared,
          fromLine: stretch.lines[0],
          toLine: stretch.lines[1],
          fingerprintsThere: stretch.total,
          sharedThere: stretch.shared,
          header: holder ?? null,
        },
        fix: {
          title:
            'Whose code is it? If it was taken over, keep its copyright line; if both go back to a common ' +
            'source, name that one in NOTICE; if it was written independently, say so once in NOTICE or ' +
            'turn this off with a reason',
          safe: false,
          edits: [],
        },
      };
    }
  },
});
