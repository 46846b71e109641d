import { defineRule } from '../src/core/rule.ts';

/** A model without a README.md has no place where license and origin are said. */
export default defineRule({
  name: 'missing-card',
  summary: 'Keep a model card beside the model',
  severity: 'warning',

  *check({ complete, files }) {
    const [first] = files.paths;
    if (files.card || !complete || first === undefined || files.paths.includes('README.md')) return;
    const misnamed = files.paths.find((path) => path.toLowerCase() === 'readme.md');
    yield {
      at: { file: misnamed ?? 'README.md', start: 0, end: 0 },
      message:
        misnamed === undefined
          ? 'No model card: "README.md" is missing'
          : `No model card: the Hub reads "README.md", not "${misnamed}"`,
      fix: {
        title:
          misnamed === undefined
            ? 'Write a README.md whose front matter names license and base model'
            : `Rename ${misnamed} to README.md`,
        safe: false,
        edits: [],
      },
    };
  },
});
