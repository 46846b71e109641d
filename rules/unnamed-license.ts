import { defineRule } from '../src/rule.ts';

/** `other` alone says only what it is not. The Hub's documentation asks for a name. */
export default defineRule({
  name: 'unnamed-license',
  summary: 'Give a license outside the Hub\'s list a name',
  severity: 'warn',
  kinds: ['model', 'dataset', 'space'],

  *check({ all }) {
    const other = all('key').find((key) => key.key === 'license' && key.value?.trim().toLowerCase() === 'other');
    if (!other || all('key').some((key) => key.key === 'license_name' && key.value !== undefined)) return;
    const said = all('license').find((claim) => claim.via === 'prose' && claim.whose === 'own' && claim.about !== 'code' && claim.about !== 'data');
    yield {
      at: other,
      what: 'License "other" without "license_name"',
      fix: { title: said ? `Add \`license_name:\` with the name of the license; the text says "${said.raw.slice(0, 60)}"` : 'Add `license_name:` with the name of the license', safe: false, edits: [] },
    };
  },
});
