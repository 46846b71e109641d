import { defineRule } from '../src/core/rule.ts';

/**
 * A statement that the files of the same repository do not bear out leaves the reader to guess which is true.
 */
export default defineRule({
  name: 'contradicted-statement',
  summary: 'Make the card agree with the files',
  severity: 'warning',

  *check({ attribution, claims, complete, files, license, upstreams }) {
    for (const { claim, upstream } of attribution.fromScratch)
      yield {
        at: claim,
        message:
          `"${claim.text.slice(0, 30)}" contradicts ` +
          `${upstream.relation === 'component' ? `part "${upstream.part ?? 'component'}" of` : 'upstream'} ` +
          `"${upstream.model}" in "${upstream.place.file}"`,
        // A part from elsewhere leaves room for a model that was made anew around it.
        confidence: upstream.relation === 'component' ? 'possible' : 'likely',
        fix: {
          title: 'Say which part was made from scratch and which comes from the upstream, or correct either',
          safe: false,
          edits: [],
        },
      };

    // Where another license is named, or an upstream's limit is dropped, conflicting-license-claims and
    // incompatible-license speak.
    const spoken =
      license.conflictingClaims.length > 0 ||
      upstreams.ancestors.some((ancestor) =>
        upstreams
          .lostTermsOf(ancestor)
          .flat()
          .some(({ term }) => term.kind === 'non-commercial' || term.kind === 'research-only'),
      );
    for (const claim of spoken ? [] : license.conflictingLimits)
      yield {
        at: claim,
        message:
          `"${claim.text.slice(0, 38)}" contradicts "${license.declared?.raw.slice(0, 30) ?? ''}", ` +
          'which has ' +
          'no such limit',
        confidence: 'likely',
        fix: {
          title: 'Declare a license that has this limit, or remove the sentence',
          safe: false,
          edits: [],
        },
      };

    const told = new Set<string>();
    for (const mention of complete ? claims('file-mention') : []) {
      const { purpose, target } = mention;
      if (purpose !== 'notice' || told.has(target) || files.has(target, `${target}.txt`, `${target}.md`))
        continue;
      told.add(target);
      yield {
        at: mention,
        message: `"${target}" is referenced but missing`,
        fix: {
          title: `Add \`${target}\`, or remove the sentence`,
          safe: false,
          edits: [],
          settledBy: [{ file: target, start: 0, end: 0 }],
        },
      };
    }
  },
});
