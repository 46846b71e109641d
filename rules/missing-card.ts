import { defineRule } from '../src/core/rule.ts';

/** A model without a README.md has no place where license and origin are said. */
export default defineRule({
  name: 'missing-card',
  summary: 'Keep a model card beside the model',
  severity: 'warning',

  *check({ complete, files }) {
    const [first] = files.paths;
    if (files.card || !complete || first === undefined || files.has('README.md')) return;
    yield {
      at: { file: 'README.md', start: 0, end: 0 },
      message: 'No model card: "README.md" is missing',
      fix: {
        title: 'Write a README.md whose front matter names license and base model',
        safe: false,
        edits: [],
      },
    };
  },
});
