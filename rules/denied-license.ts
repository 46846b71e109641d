import { defineRule } from '../src/core/rule.ts';

const short = (text: string) => (text.length > 42 ? `${text.slice(0, 41)}…` : text);

/** A policy names the licenses that are welcome; silent without one. */
export default defineRule({
  name: 'denied-license',
  summary: 'Use only licenses that the policy allows',
  severity: 'error',
  kinds: ['model', 'dataset', 'space'],

  *check({ policy }) {
    for (const { at, license, from, objection, confidence } of policy.deniedLicenses) {
      const told =
        objection.why === 'denied'
          ? 'is denied by the policy'
          : objection.why === 'category'
            ? `is ${objection.category}, denied by the policy`
            : 'is not allowed by the policy';
      yield {
        at,
        message: `License "${short(license)}"${from ? ` of ${short(from.model)}` : ''} ${told}`,
        confidence,
        fix: {
          title:
            `Choose another ${from ? 'upstream' : 'model'}, or name the license under \`policy.allow\` ` +
            'in the config',
          safe: false,
          edits: [],
        },
      };
    }
  },
});
