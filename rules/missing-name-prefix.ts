import { defineRule } from '../src/rule.ts';

/** Some licenses want the name of a derivative to begin with theirs. */
export default defineRule({
  name: 'missing-name-prefix',
  summary: 'Begin the name as the upstream license asks',
  severity: 'error',

  *check({ duties, name, cardTitle, beginsWith }) {
    for (const owed of duties('name-prefix')) {
      const own = name.value.slice(name.value.lastIndexOf('/') + 1);
      const spellings = [owed.term.text, ...(owed.term.accepts ?? [])];
      if (spellings.some((prefix) => beginsWith(own, prefix))) continue;
      // Meta's own names begin with its own: `Meta-Llama-3-8B`. Whether that begins with `Llama 3` a reader may say either way.
      const nearly = spellings.some((prefix) => beginsWith(own, `Meta ${prefix}`));
      const onlyFolder = name.from === 'folder' || name.from === 'card';
      if (onlyFolder && cardTitle && spellings.some((prefix) => beginsWith(cardTitle, prefix))) continue;
      yield {
        at: owed.ancestor.claims[0],
        what: `Name "${own}" does not begin with "${owed.term.text}"`,
        because: owed,
        ...(onlyFolder || nearly ? { confidence: 'likely' as const } : {}),
        fix: { title: `Rename the model so that its name begins with \`${owed.term.text}\``, safe: false, edits: [] },
      };
    }
  },
});
