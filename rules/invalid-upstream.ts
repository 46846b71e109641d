import { defineRule, replaceValue } from '../src/core/rule.ts';

const WHY = {
  path: 'is a local path',
  url: 'is an address, not a Hub id',
  word: 'is a name without an owner, not a Hub id',
  'comma-list': 'is a comma list, not a YAML list',
  'bad-id': 'is not of the form "owner/name"',
  'not-a-string': 'is not text',
} as const;

/** The Hub links only ids: a path or an address in `base_model` names no upstream to anybody else. */
export default defineRule({
  name: 'invalid-upstream',
  summary: 'Name upstream models by their Hub ids',
  severity: 'warning',

  *check({ claims, files }) {
    const all = claims('invalid-upstream');
    const places = (raw: string) =>
      new Set(all.filter((one) => one.raw === raw).map(({ place }) => place.file));
    for (const [nth, claim] of all.entries()) {
      // Trainers write the path of one run into file after file: it is mended in all of them at once.
      if (all.findIndex((one) => one.raw === claim.raw) !== nth) continue;
      const others = [...places(claim.raw)].filter((file) => file !== claim.place.file);
      const suggestion = claim.suggests;
      yield {
        at: claim,
        message: `Base model "${short(claim.raw)}" ${WHY[claim.why]}${alsoIn(others)}`,
        fix:
          suggestion === undefined
            ? { title: 'Write the Hub id of the model, `owner/name`', safe: false, edits: [] }
            : {
                title: `Write \`${suggestion}\``,
                safe: claim.via === 'front-matter' && claim.why === 'url' && isWholly(claim.raw),
                edits: claim.via === 'front-matter' ? replaceValue(files.card, claim, suggestion) : [],
              },
      };
    }
  },
});

/** Whether an address says no more than the model's id: no words behind it, no version but the newest. */
const isWholly = (address: string) =>
  !/\s|[?#]|\/(?:tree|blob|resolve|raw)\/(?!main(?:\/|$))/.test(address.trim());

function alsoIn(files: readonly string[]): string {
  const [first, ...others] = files;
  if (first === undefined) return '';
  return others.length === 0 ? `, here and in ${first}` : `, here and in ${files.length} more files`;
}

const short = (text: string) => (text.length > 50 ? `${text.slice(0, 47)}…` : text);
