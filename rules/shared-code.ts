import { cut, defineRule } from '../src/core/rule.ts';

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
    for (const {
      file,
      place,
      project,
      family,
      shared,
      total,
      lines,
      holder,
      port,
      fold,
      densest,
    } of code.shared)
      yield {
        at: place,
        message:
          `"${cut(base(file), 30)}"${port === undefined ? '' : ` for ${port}`} ` +
          `shares ${shared} of ${total} ` +
          `fingerprints with ${project}${family === undefined ? '' : ` (${family})`}, most in lines ` +
          `${lines[0]}–${lines[1]}`,
        severity: 'info',
        confidence: 'possible',
        evidence: {
          project,
          family: family ?? null,
          folding: fold,
          fingerprints: total,
          shared,
          densestOf40: densest,
          fromLine: lines[0],
          toLine: lines[1],
          header: holder ?? null,
        },
        fix: {
          title:
            'If code was taken over, keep its copyright line; if both go back to a common source, name ' +
            'that one; if it was written independently, say so once in NOTICE or turn this off with ' +
            'a reason',
          safe: false,
          edits: [],
        },
      };
  },
});
