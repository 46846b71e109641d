import { defineRule, replace } from '../src/rule.ts';

/** The Hub ignores a key that it does not know, and says nothing. */
export default defineRule({
  name: 'misspelled-key',
  summary: 'Spell the keys of the front matter as the Hub reads them',
  severity: 'warn',
  kinds: ['model', 'dataset', 'space'],

  *check({ all }) {
    for (const key of all('key')) {
      if (key.misspells === undefined || (key.misspells === 'license' && key.value === 'license')) continue; // template-license speaks of TRL's placeholder
      const taken = all('key').some((other) => other.key === key.misspells);
      yield {
        at: key.keyPlace,
        what: `Key "${key.key}" is not read by the Hub; "${key.misspells}" is`,
        fix: taken
          ? { title: `Remove \`${key.key}\``, safe: false, edits: [] }
          : { title: `Rename the key to \`${key.misspells}\``, safe: true, edits: replace(key.keyPlace, key.misspells) },
      };
    }
  },
});
