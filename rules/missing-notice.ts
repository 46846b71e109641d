import { append, defineRule, isCreditable } from '../src/core/rule.ts';

/** Some licenses want a fixed sentence in a notice file. */
export default defineRule({
  name: 'missing-notice',
  summary: 'Include the notice that an upstream license requires',
  severity: 'warning',

  *check({ complete, files, upstreams }) {
    if (!complete) return;
    for (const owed of upstreams.duties('notice')) {
      const { texts, accepts = [] } = owed.term;
      const [text = ''] = texts;
      if ([...texts, ...accepts].some((one) => files.includesNotice(one))) continue;
      const blank = /[<[]/.test(text.replace(/\[dev\]/g, ''));
      const writes = !blank && isCreditable(owed.ancestor);
      yield {
        at: owed.ancestor.claims[0],
        message: `NOTICE lacks the notice that ${owed.license.id} requires`,
        obligation: owed,
        fix: {
          title: `Add to NOTICE: "${text}"${owed.open && writes ? '; `licet notice --write` does it' : ''}`,
          safe: !blank,
          ...(writes ? { notice: 'written' as const } : {}),
          edits:
            files.notice && !blank
              ? append(files.notice, text)
              : blank
                ? []
                : [{ file: 'NOTICE', start: 0, end: 0, text: `${text}\n` }],
        },
      };
    }
  },
});
