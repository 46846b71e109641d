import {
  declarationOf,
  defineRule,
  termLabel,
  joinWords,
  replaceValue,
  sectionLabel,
  type Obligation,
} from '../src/core/rule.ts';

/** Longest sentence that a report's line has room for. */
const LINE = 110;

/** The terms, with their sections where there is room; the report tells each clause below. */
function forms(terms: readonly Obligation[]): string[][] {
  const plain = [...new Set(terms.map(({ term }) => termLabel(term)))];
  const numbered = [
    ...new Set(terms.map(({ term }) => `${termLabel(term)} (${sectionLabel(term.section)})`)),
  ];
  return [...(numbered.length < 3 ? [numbered] : []), plain];
}

const fitting = (sentences: readonly string[]) =>
  sentences.find((text) => text.length <= LINE) ?? sentences.at(-1) ?? '';

/** A derivative cannot hand out rights that its upstream kept back. */
export default defineRule({
  name: 'incompatible-license',
  formerly: ['dropped-terms'],
  summary: 'Keep the restrictions of an upstream license when relicensing',
  severity: 'error',

  *check({ claims, files: { card }, license: { effective: license, coversPart: split }, upstreams }) {
    if (!license) return; // missing-license speaks
    const told = new Set<string>();
    // The value of one key can be changed, and to nothing else than the one license that binds here: two
    // would change it to and fro.
    const binding = upstreams.bindingLicenses.map(({ id }) => id);
    const value =
      license.form === 'single' &&
      license.claim.kind === 'license' &&
      license.claim.via === 'front-matter' &&
      license.claim.raw.toLowerCase() !== 'other' &&
      binding.length === 1
        ? license.claim
        : undefined;

    // What is declared anew is not what the license file holds: it has to follow, or it contradicts the card.
    const held = claims('license-text').find(({ match }) =>
      /^licen[cs]e(?:\.(?:txt|md))?$/i.test(match.file),
    );
    const follows = (id: string) =>
      held === undefined ||
      split ||
      held.match.hits.length !== 1 ||
      held.match.hits.some((hit) => hit.id === id)
        ? ''
        : `, and put its text into ${held.match.file}, which holds ${held.match.hits[0]?.id ?? ''}`;

    for (const ancestor of upstreams.ancestors) {
      for (const terms of upstreams.lostTermsOf(ancestor)) {
        const [first, ...others] = terms;
        if (!first || told.has(first.license.id)) continue;
        told.add(first.license.id);
        const alike = terms.every((one) => one.alike);
        yield {
          at: license.claim,
          message: alike
            ? `License "${license.raw}" is not the upstream's ${first.license.id}, though it has terms ` +
              'of the same kinds'
            : fitting(
                forms(terms).map((shown) =>
                  split
                    ? `License "${license.raw}" covers a part only: ${joinWords(shown)} of ` +
                      `${first.license.id} stay`
                    : `License "${license.raw}" lacks ${joinWords(shown)} of ${first.license.id}`,
                ),
              ),
          obligation: first,
          alsoObligations: others,
          confidence: alike ? 'possible' : license.confidence,
          ...(split ? { severity: 'warning' as const } : {}),
          fix: {
            title:
              binding.length > 1
                ? 'Declare `license: other` with a text that names what binds here: ' + joinWords(binding)
                : `Declare ${declarationOf(first.license)}${follows(first.license.id)}` +
                  (split ? ', or `license: other` with a text that names both parts' : ''),
            safe: false,
            edits:
              value && !split && first.license.hub[0] !== undefined
                ? replaceValue(card, value, first.license.hub[0])
                : [],
          },
        };
      }
    }
  },
});
