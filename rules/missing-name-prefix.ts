import { defineRule, lettersAndDigits } from '../src/core/rule.ts';

/** Some licenses want the name of a derivative to begin with theirs. */
export default defineRule({
  name: 'missing-name-prefix',
  summary: 'Begin the model name as the upstream license requires',
  severity: 'error',

  *check({ attribution, files: { title }, name, upstreams }) {
    for (const owed of upstreams.duties('name-prefix')) {
      const own = name.value.slice(name.value.lastIndexOf('/') + 1);
      const spellings = [owed.term.text, ...(owed.term.accepts ?? [])];
      if (
        upstreams.clashes.some(
          ({ one, other }) =>
            one.term.kind === 'name-prefix' &&
            !one.open &&
            !other.open &&
            [one, other].some(({ license }) => license.id === owed.license.id),
        )
      )
        continue; // incompatible-upstreams speaks
      const begins = (text: string) =>
        spellings.some(
          (prefix) =>
            attribution.hasPrefix(text, prefix) ||
            lettersAndDigits(text).startsWith(lettersAndDigits(prefix)),
        );
      if (spellings.some((prefix) => attribution.hasPrefix(own, prefix))) {
        // A heading that is the name without its beginning gives the model a second name.
        if (
          title === undefined ||
          name.from === 'folder' ||
          lettersAndDigits(title.text).length < 3 ||
          begins(title.text) ||
          !lettersAndDigits(own).endsWith(lettersAndDigits(title.text))
        )
          continue;
        yield {
          at: title.place,
          message:
            `Title "${title.text.slice(0, 60)}" leaves out the "${owed.term.text}" with which the name ` +
            'begins',
          obligation: owed,
          confidence: 'likely',
          fix: { title: `Begin the title with \`${owed.term.text}\` too`, safe: false, edits: [] },
        };
        continue;
      }
      // Meta's own names begin with its own: `Meta-Llama-3-8B`. Whether that begins with `Llama 3` a reader
      // may say either way. The same model in another format under the name that the licensor gave it shows
      // its origin as the licensor does.
      const kept =
        attribution.keepsLicensorsName(owed, own) &&
        owed.ancestor.reach.every((reach) => reach === 'copy' || reach === 'quantized');
      const nearly = spellings.some((prefix) => attribution.hasPrefix(own, `Meta ${prefix}`));
      // Whoever quantizes somebody's fine-tune made no model of Llama: who did so owes the name, and this
      // form keeps it.
      const [step, ...further] = owed.ancestor.path;
      const form =
        further.length > 0 &&
        (step.relation === 'quantized' || step.relation === 'copy') &&
        !owed.term.appliesTo.includes(step.relation);
      const onlyFolder = name.from === 'folder' || name.from === 'card';
      if (onlyFolder && title && spellings.some((prefix) => attribution.hasPrefix(title.text, prefix)))
        continue;
      yield {
        at: owed.ancestor.claims[0],
        message: kept
          ? `Name "${own}" begins like the licensor's own name, not with "${owed.term.text}"`
          : `Name "${own}" does not begin with "${owed.term.text}"`,
        obligation: owed,
        ...(kept
          ? { severity: 'info' as const, confidence: 'possible' as const }
          : onlyFolder || nearly || form
            ? { confidence: 'likely' as const }
            : {}),
        fix: {
          title: kept
            ? `To be strict, begin the name with \`${owed.term.text}\``
            : `Rename the model so that its name begins with \`${owed.term.text}\``,
          safe: false,
          edits: [],
        },
      };
    }
  },
});
