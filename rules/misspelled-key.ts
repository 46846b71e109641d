import { defineRule, replace, type Claim } from '../src/core/rule.ts';

type Key = Extract<Claim, { kind: 'key' }>;

/** The one that stands before the other: of two keys that mean and say the same, one name is left to one. */
const first = (one: Claim, other: Claim) =>
  'start' in one.place && 'start' in other.place && one.place.start < other.place.start;
/** Which of two that say different things is meant only a person can tell. */
const differ = (one: Key, other: Key) => one.value === undefined || one.value !== other.value;

/** The Hub ignores a key that it does not know, and says nothing. */
export default defineRule({
  name: 'misspelled-key',
  summary: 'Spell the keys of the front matter as the Hub reads them',
  severity: 'warning',
  kinds: ['model', 'dataset', 'space'],

  *check({ claims }) {
    for (const key of claims('key')) {
      // default-license-from-template speaks of TRL's placeholder
      if (key.misspells === undefined || (key.misspells === 'license' && key.value === 'license')) continue;
      const taken = claims('key').some(
        (other) =>
          other.key === key.misspells ||
          (other.misspells === key.misspells && other !== key && (differ(other, key) || first(other, key))),
      );
      yield {
        at: key.keyPlace,
        message: `Key "${key.key}" is not read by the Hub; "${key.misspells}" is`,
        fix: taken
          ? { title: `Remove \`${key.key}\``, safe: false, edits: [] }
          : {
              title: `Rename the key to \`${key.misspells}\``,
              safe: true,
              edits: replace(key.keyPlace, key.misspells),
            },
      };
    }
  },
});
