import type { Claim, ClaimOf } from '../../../model/claim.ts';
import type { Context } from '../../context.ts';
import { flatten, type Flat } from '../../card/flatten-block.ts';
import type { Field } from '../../card/table-fields.ts';
import { licenseAfter } from '../license-words.ts';
import type { Sentence } from '../sentences.ts';

/** Of a table that gives each row a license: what it gives to which source. A row alone compares nothing. */
export function licensesOfRows(
  file: string,
  fields: readonly Field[],
  base: number,
  context: Context,
): ClaimOf<'source-license'>[] {
  const rows = fields.flatMap(({ value, row = [] }) => {
    const name = row.find((cell) => cell !== value && cell.text !== '');
    return name ? [{ value, name }] : [];
  });
  if (rows.length < 2) return [];
  return rows.map(({ value, name }) => {
    const flat = flatten(value.text, base + value.start);
    const found = licenseAfter(flat, 0, flat.text.length, context, 2, true);
    return {
      kind: 'source-license',
      place: { file, start: base + value.start, end: base + value.end },
      via: 'prose',
      confidence: 'likely',
      source: name.text,
      identity: found?.identity ?? context.identify(flat.text.trim()),
      raw: found?.raw ?? flat.text.trim(),
    };
  });
}

/**
 * An item of a list on licenses that gives one to a source: "wiki-ko: CC BY-SA 3.0", "X by Y, licensed under
 * MIT". `said` is what is known of the item.
 */
export function licenseOfItem(
  file: string,
  flat: Flat,
  [sentence]: readonly Sentence[],
  said: readonly Claim[],
  context: Context,
): ClaimOf<'source-license'>[] {
  if (!sentence) return [];
  const given = { kind: 'source-license', via: 'prose', confidence: 'likely' } as const;
  const sign = /^(.{2,100}?)(?:\s*[:：→]\s*|\s+[–—-]+\s+|\s*[(（])/u.exec(sentence.text);
  const from = sentence.from + (sign?.[0].length ?? 0);
  const named = sign ? licenseAfter(flat, from, sentence.to, context, 4, true) : undefined;
  if (sign && named)
    return [
      {
        ...given,
        place: { file, ...flat.span(named.from, named.to) },
        source: (sign[1] ?? '').trim(),
        identity: named.identity,
        raw: named.raw,
      },
    ];
  return said.flatMap((claim) =>
    claim.kind === 'license'
      ? [
          {
            ...given,
            place: claim.place,
            source: sentence.text.slice(0, 60),
            identity: claim.identity,
            raw: claim.raw,
          },
        ]
      : [],
  );
}
