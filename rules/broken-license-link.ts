import { defineRule } from '../src/core/rule.ts';

/** `MODEL_LICENSE.md`, `LICENSE-MODEL`, in any folder. */
const MODEL_LICENSE = /(?:^|\/)(?:model[-_ ]?licen[cs]e|licen[cs]e[-_ ]?model)(?:\.\w{2,4})?$/i;

/** A link to a file that is not there leaves the reader without the terms. */
export default defineRule({
  name: 'broken-license-link',
  summary: 'Link only to license files that are there',
  severity: 'warning',
  kinds: ['model', 'dataset', 'space'],

  *check({ claims, complete, files }) {
    if (!complete) return;
    for (const mention of claims('file-mention')) {
      // contradicted-statement speaks of notices
      if (mention.purpose === 'notice' || files.has(mention.target)) continue;
      if (mention.document !== undefined) {
        if (files.paths.some((file) => MODEL_LICENSE.test(file))) continue;
        yield {
          at: mention,
          message: `No file contains the "${mention.document}" that the card refers to`,
          fix: {
            title: `Add its text as \`${mention.target}\`, or name the license that is meant`,
            safe: false,
            edits: [],
            settledBy: [{ file: mention.target, start: 0, end: 0 }],
          },
        };
        continue;
      }
      yield {
        at: mention,
        message: `"${mention.target}" is referenced but missing`,
        fix: {
          title: `Add \`${mention.target}\`, or correct the link`,
          safe: false,
          edits: [],
          settledBy: [{ file: mention.target, start: 0, end: 0 }],
        },
      };
    }
  },
});
