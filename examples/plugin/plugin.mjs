import { readFileSync } from 'node:fs';
import { defineRule } from 'licet';

/** A rule of our own: it asks finished facts and yields problems, like licet's. */
export const missingContact = defineRule({
  name: 'missing-contact',
  summary: 'Name somebody who answers for the model',
  severity: 'warning',

  *check({ files }) {
    if (!files.card || files.cardShows('Contact:')) return;
    yield {
      at: { file: files.card.file, start: 0, end: 0 },
      message: `No line "Contact:" in "${files.card.file}"`,
      fix: { title: 'Add a line `Contact: name@acme.example`', safe: false, edits: [] },
    };
  },
});

/** A format of our own: a run in, one text out. */
const count = (run) => run.reports.map(({ root, findings }) => `${root || '.'}: ${findings.length}\n`).join('');

export default {
  name: 'acme',
  rules: [missingContact],
  licenses: [JSON.parse(readFileSync(new URL('acme-eula.json', import.meta.url), 'utf8'))],
  formats: { count },
};
