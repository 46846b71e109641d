import { beginBlock, defineRule } from '../src/core/rule.ts';

/** Without front matter the Hub knows no license, no base model and no data set of a repository. */
export default defineRule({
  name: 'missing-front-matter',
  summary: 'Begin the card with the metadata block that the Hub reads',
  severity: 'error',
  kinds: ['model', 'dataset', 'space'],

  *check({ files: { card, frontMatter, holdsModel }, license: { suggested } }) {
    if (!card || (frontMatter?.state !== 'absent' && frontMatter?.state !== 'empty')) return;
    yield {
      at: frontMatter,
      message: `No front matter in "${card.file}": the Hub reads no license and no base model from it`,
      ...(holdsModel ? {} : { severity: 'warning' as const }),
      fix: {
        title:
          'Begin the file with a block between two `---` lines that holds at least ' +
          (suggested.what ?? '`license:`'),
        safe: false,
        edits: suggested.id === undefined ? [] : beginBlock(card, `license: ${suggested.id}`),
      },
    };
  },
});
