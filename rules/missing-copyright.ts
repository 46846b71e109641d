import { addToEntry, defineRule } from '../src/core/rule.ts';

/**
 * Even the shortest licenses ask that the copyright line stays. Only lines on record are asked for: none is
 * made up.
 */
export default defineRule({
  name: 'missing-copyright',
  summary: 'Keep the copyright lines of upstreams',
  severity: 'warning',

  *check({ complete, copyright, carries, notice }) {
    if (!complete) return;
    for (const {
      line: { line, file, asOf },
      owed: [because, ...also],
    } of copyright) {
      if (carries(line)) continue;
      const { model } = because.ancestor;
      yield {
        at: because.ancestor.claims[0],
        message:
          `Copyright line "${line.length > 70 ? `${line.slice(0, 69)}…` : line}" of "${model}" is not ` +
          'kept',
        obligation: because,
        alsoObligations: also,
        fix: {
          title: `Add to NOTICE: "${line}" (${file} of ${model}${asOf === '' ? '' : `, ${asOf}`})`,
          safe: true,
          edits: addToEntry(notice, 'NOTICE', model, because.license.name, line),
        },
      };
    }
  },
});
