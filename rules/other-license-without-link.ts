import { defineRule } from '../src/core/rule.ts';

/** A custom license that cannot be read binds nobody knowingly. */
export default defineRule({
  name: 'other-license-without-link',
  formerly: ['unlinked-license'],
  summary: "Link to the text of a license outside the Hub's list, or ship it",
  severity: 'warning',
  kinds: ['model', 'dataset', 'space'],

  *check({ claims, complete, files, license }) {
    // Where the card lists the licenses of the parts, there is no one text to link to.
    if (!complete || license.declared?.toldBy) return;
    const other = claims('key').find(
      (key) => key.key === 'license' && key.value?.trim().toLowerCase() === 'other',
    );
    if (!other || claims('key').some((key) => key.key === 'license_link' && key.value !== undefined)) return;
    if (files.paths.some((file) => /^(?:licen[cs]e|copying|model[_-]?licen[cs]e)[^/]*$/i.test(file))) return;
    yield {
      at: other,
      message: 'License "other" with neither "license_link" nor a license file',
      fix: {
        title: 'Add `license_link:` with an address or the name of a file in the repository',
        safe: false,
        edits: [],
      },
    };
  },
});
