import { addKey, defineRule, fillKey } from '../src/core/rule.ts';

/** Nobody may use what no license covers, and the Hub shows none. */
export default defineRule({
  name: 'missing-license',
  summary: 'Declare a license in the front matter',
  severity: 'error',
  kinds: ['model', 'dataset', 'space'],

  *check({ claims, files: { card, frontMatter }, kind, license }) {
    // missing-front-matter speaks
    if (license.declared || !frontMatter || frontMatter.state === 'absent' || frontMatter.state === 'empty')
      return;
    if (frontMatter.state !== 'present' && !frontMatter.recovered) return; // broken-front-matter speaks
    if (
      claims('key').some(
        (key) => key.misspells === 'license' && key.value !== undefined && key.value !== 'license',
      )
    )
      return; // misspelled-key speaks

    const empty = claims('key').find((key) => key.key === 'license');
    const { what = '`license:` with one of the ids that the Hub lists', id } = license.suggested;
    yield {
      at: empty ?? frontMatter,
      message: empty ? 'Key "license" is empty' : 'No "license" in the front matter',
      ...(kind === 'space' ? { severity: 'warning' as const } : {}),
      fix: {
        title: `Declare ${what}`,
        safe: false,
        // Written when asked for, and only where there is one license to choose.
        edits: card && id !== undefined ? (empty ? fillKey : addKey)(card, 'license', [id]) : [],
      },
    };
  },
});
