import { appendToCard, defineRule, isCreditable } from '../src/core/rule.ts';

/** Creative Commons asks that the maker be named, with a link to the work. */
export default defineRule({
  name: 'missing-credit',
  summary: 'Name and link the upstreams whose licenses require credit',
  severity: 'warning',

  *check({ attribution, files, upstreams }) {
    if (!files.card) return; // missing-card speaks
    for (const owed of upstreams.duties('credit')) {
      const { model, hub } = owed.ancestor;
      // Creative Commons asks for the way to the work too; others only for a word of it.
      const asksLink = owed.license.id.startsWith('cc-');
      const links = attribution.linksTo(model);
      // The front matter leads to the work, and says no word to whoever reads the card.
      const isSilent = asksLink && links && !attribution.namesInText(model);
      if (!hub || (links && !isSilent) || (attribution.names(model) && !asksLink)) continue;
      const license =
        owed.license.url === undefined ? owed.license.name : `[${owed.license.name}](${owed.license.url})`;
      const line = `Based on [${model}](https://huggingface.co/${model}), ${license}.`;
      yield {
        at: owed.ancestor.claims[0],
        message: isSilent
          ? `Only "base_model" names "${model}": the text has no word of credit`
          : attribution.names(model)
            ? `No link to "${model}"`
            : `No credit to "${model}"`,
        ...(isSilent ? { severity: 'info' as const } : {}),
        obligation: owed,
        fix: {
          title: `Add "${line}" to the end of the card`,
          safe: true,
          ...(isCreditable(owed.ancestor) ? { notice: 'written' as const } : {}),
          edits: appendToCard(files.card, line),
        },
      };
    }
  },
});
