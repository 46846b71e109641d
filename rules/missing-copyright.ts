import { addToNotice, defineRule, isCreditable } from '../src/core/rule.ts';

/**
 * Even the shortest licenses ask that the copyright line stays. Only lines on record are asked for: none is
 * made up.
 */
export default defineRule({
  name: 'missing-copyright',
  summary: 'Keep the copyright lines of upstreams',
  severity: 'warning',

  *check({ attribution, complete, files }) {
    if (!complete) return;
    for (const {
      line: { line, file, asOf },
      obligations: [first, ...others],
    } of attribution.copyrightLines) {
      if (files.includesText(line)) continue;
      const { model } = first.ancestor;
      yield {
        at: first.ancestor.claims[0],
        message:
          `Copyright line "${line.length > 70 ? `${line.slice(0, 69)}…` : line}" of "${model}" is not ` +
          'kept',
        obligation: first,
        alsoObligations: others,
        fix: {
          title: `Add to NOTICE: "${line}" (${file} of ${model}${asOf === '' ? '' : `, ${asOf}`})`,
          safe: true,
          ...(isCreditable(first.ancestor) ? { notice: 'written' as const } : {}),
          edits: addToNotice(files.notice, 'NOTICE', model, first.license.name, line),
        },
      };
    }
  },
});
