import { defineRule, lettersAndDigits, type Facts, type Obligation } from '../src/core/rule.ts';

/** Some licenses want the name of a derivative to begin with theirs. */
export default defineRule({
  name: 'missing-name-prefix',
  summary: 'Begin the model name as the upstream license requires',
  severity: 'error',

  *check(facts) {
    const { attribution, files, name, upstreams } = facts;
    const { title } = files;
    const own = name.value.slice(name.value.lastIndexOf('/') + 1);
    const isGuess = name.from === 'folder' || name.from === 'card';
    for (const owed of upstreams.duties('name-prefix')) {
      if (isContested(owed, facts)) continue; // incompatible-upstreams speaks
      const spellings = [owed.term.text, ...(owed.term.accepts ?? [])];
      const isPrefixed = (text: string) => spellings.some((prefix) => attribution.hasPrefix(text, prefix));
      if (isPrefixed(own)) {
        if (name.from === 'folder' || !title || isPrefixed(title.text)) continue;
        if (!isNameWithoutStart(title.text, own, spellings)) continue;
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
      if (isGuess && title && isPrefixed(title.text)) continue;
      // Meta's own names begin with its own: `Meta-Llama-3-8B`. Whether that begins with `Llama 3` a reader
      // may say either way.
      const isNearlyPrefixed = spellings.some((prefix) => attribution.hasPrefix(own, `Meta ${prefix}`));
      const isKept = isLicensorsModel(owed) && attribution.keepsLicensorsName(owed, own);
      const isOpen = isGuess || isNearlyPrefixed || isFormOfDerivative(owed);
      const doubt = isOpen ? { confidence: 'likely' as const } : {};
      yield {
        at: owed.ancestor.claims[0],
        message: isKept
          ? `Name "${own}" begins like the licensor's own name, not with "${owed.term.text}"`
          : `Name "${own}" does not begin with "${owed.term.text}"`,
        obligation: owed,
        ...(isKept ? { severity: 'info', confidence: 'possible' } : doubt),
        fix: {
          title: isKept
            ? `To be strict, begin the name with \`${owed.term.text}\``
            : `Rename the model so that its name begins with \`${owed.term.text}\``,
          safe: false,
          edits: [],
        },
      };
    }
  },
});

/** Whether another upstream certainly asks for another beginning, so that no name satisfies both. */
function isContested({ license }: Obligation, { upstreams }: Facts): boolean {
  return upstreams.clashes.some(
    ({ one, other }) =>
      one.term.kind === 'name-prefix' &&
      !one.open &&
      !other.open &&
      [one, other].some((side) => side.license.id === license.id),
  );
}

/** A heading that is the name without its beginning gives the model a second name. */
function isNameWithoutStart(title: string, own: string, spellings: readonly string[]): boolean {
  const plain = lettersAndDigits(title);
  return (
    plain.length >= 3 &&
    lettersAndDigits(own).endsWith(plain) &&
    !spellings.some((prefix) => plain.startsWith(lettersAndDigits(prefix)))
  );
}

/** The same model in another format, which under the licensor's name for it shows its origin as he does. */
function isLicensorsModel({ ancestor }: Obligation): boolean {
  return ancestor.reach.every((reach) => reach === 'copy' || reach === 'quantized');
}

/**
 * Whoever quantizes somebody's fine-tune made no model of Llama: who did so owes the name, and this form
 * keeps it.
 */
function isFormOfDerivative({ ancestor, term }: Obligation): boolean {
  const [step, ...further] = ancestor.path;
  return (
    further.length > 0 &&
    (step.relation === 'quantized' || step.relation === 'copy') &&
    !term.appliesTo.includes(step.relation)
  );
}
