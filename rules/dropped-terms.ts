import { declaration, defineRule, label, list, section } from '../src/rule.ts';

/** A derivative cannot hand out rights that its upstream kept back. */
export default defineRule({
  name: 'dropped-terms',
  summary: 'Keep the limits of an upstream license when relicensing',
  severity: 'error',

  *check({ terms: license, ancestors, dropped, splitLicensing }) {
    if (!license) return; // missing-license speaks
    const told = new Set<string>();

    for (const ancestor of ancestors) {
      for (const terms of dropped(ancestor)) {
        const [first, ...others] = terms;
        if (!first || told.has(first.license.id)) continue;
        told.add(first.license.id);
        const names = [...new Set(terms.map(({ term }) => `${label(term)} (${section(term.section)})`))];
        const shown = names.length > 2 ? [...names.slice(0, 1), `${names.length - 1} more terms`] : names;
        const split = splitLicensing();
        yield {
          at: license.claim,
          what: terms.every((one) => one.alike) ? `License "${license.raw}" puts terms of its own in place of those of ${first.license.id}` : split ? `\`license\` names only "${license.raw}"; ${list(shown)} of ${first.license.id} stay` : `License "${license.raw}" drops ${list(shown)} of ${first.license.id}`,
          because: first,
          also: others,
          confidence: terms.every((one) => one.alike) ? 'possible' : license.confidence,
          ...(split ? { severity: 'warn' as const } : {}),
          fix: { title: `Declare ${declaration(first.license)}`, safe: false, edits: [] },
        };
      }
    }
  },
});
