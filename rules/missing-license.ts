import { addKey, declarationOf, defineRule, joinWords } from '../src/core/rule.ts';

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
    const [first] = license.inFiles;
    const said = [
      ...new Set(
        license.inText.map(({ identity, raw }) =>
          identity.is === 'known' ? declarationOf(identity.license) : `"${raw}"`,
        ),
      ),
    ];
    const found = first
      ? `Declare ${declarationOf(first)}, which the license file holds`
      : said.length > 0
        ? `Declare what the text says: ${joinWords(said.slice(0, 2))}`
        : 'Declare `license:` with one of the ids that the Hub lists';

    // Only what a whole text, or one sentence of this repository's own, says for itself can be written, and
    // only when asked for.
    const whole = claims('license-text').filter(
      (claim) => claim.match.match === 'exact' && claim.about !== 'code' && claim.about !== 'data',
    );
    const told = first
      ? whole.flatMap(({ match }) => match.hits.flatMap((hit) => license.byId(hit.id) ?? []))
      : license.inText.flatMap(({ identity }) => (identity.is === 'known' ? [identity.license] : []));
    const ids = new Set(told.map(({ id, hub }) => hub[0] ?? id));
    const [id] = ids;
    const plain =
      ids.size === 1 &&
      (first ? whole.length === claims('license-text').length : said.length === 1) &&
      told.every(({ hub }) => hub.length > 0);

    yield {
      at: empty ?? frontMatter,
      message: empty ? 'Key "license" is empty' : 'No "license" in the front matter',
      ...(kind === 'space' ? { severity: 'warning' as const } : {}),
      fix: {
        title: found,
        safe: false,
        edits: plain && card && id !== undefined ? addKey(card, 'license', [id]) : [],
      },
    };
  },
});
