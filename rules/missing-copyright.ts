import { appendOrBegin, defineRule, recordedCopyright } from '../src/rule.ts';

/** Even the shortest licenses ask that the copyright line stays. Only lines on record are asked for: none is made up. */
export default defineRule({
  name: 'missing-copyright',
  summary: 'Keep the copyright lines of upstreams',
  severity: 'warn',

  *check({ complete, duties, carries, notice }) {
    if (!complete) return;
    for (const owed of duties('keep-copyright')) {
      for (const line of recordedCopyright(owed)) {
        if (carries(line)) continue;
        yield {
          at: owed.ancestor.claims[0],
          what: `Copyright line "${line.length > 70 ? `${line.slice(0, 69)}…` : line}" is not kept`,
          because: owed,
          fix: { title: `Add to NOTICE: "${line}"`, safe: true, edits: appendOrBegin(notice, 'NOTICE', line) },
        };
      }
    }
  },
});
