import type { ClaimOf } from '../../model/claim.ts';
import { latePattern } from '../../text/patterns/late-pattern.ts';
import type { Remark } from './python-text.ts';

const WHOSE = 'all|any|its|their|other|respective|project';
const ALLIED =
  'affiliates?|affiliated companies|subsidiaries|contributors?|others|co-authors|partners|successors';
/** Whom a holder takes along without a name: affiliates, contributors, in each language of headers. */
const FOLLOWERS = latePattern(
  () =>
    new RegExp(
      `(?:${[
        String.raw`\s*,?\s*(?:(?:and|or|&|and\/or)\s+)(?:(?:${WHOSE}|the)\s+)*(?:${ALLIED})\b`,
        String.raw`\s*,?\s*et al\.?`,
        String.raw`\s*(?:及其|和|与|及)(?:所有|其他|其)?(?:关联公司|附属公司|关联方|子公司|贡献者)`,
        String.raw`\s*(?:및|와|과)\s*(?:그\s*)?(?:계열사|자회사|기여자)(?:들)?`,
        String.raw`\s*(?:および|及び|と)(?:その)?(?:関連会社|子会社|貢献者)`,
      ].join('|')})+`,
      'giu',
    ),
);
const NOBODY = new RegExp(
  String.raw`^(?:(?:${WHOSE})\s+)*(?:affiliates?|subsidiaries|contributors?|others)$`,
  'i',
);
/** Holders side by side; `&` joins two only where each is a name of its own: "AT&T", "Johnson & Johnson". */
const JOINED = latePattern(() => /\s+and\s+|(?<=\p{L}\S*\s+\S+)\s+&\s+(?=\S+\s+\S)/u);

/** The holders whom a line of a header names; none where it is no copyright line. */
export function holdersIn(file: string, remark: Remark): ClaimOf<'code'>['holders'] {
  const hit = /^\W{0,4}(?:SPDX-FileCopyrightText:|copyright\b|©|\(c\)\s)/i.exec(remark.text);
  if (hit === null) return [];
  const bare = remark.text
    .slice(hit[0].length)
    .replace(/all rights reserved.*$|[.,;]?\s+(?:dual[- ])?licen[cs]ed under\b.*$/i, '')
    .replace(/<[^<>\s]+@[^<>\s]+>/g, '')
    .replace(/^(?:\s|\(c\)|©|copyright|\d{4}(?:\s?[-–]\s?(?:\d{2,4}|present))?|,)+/i, '')
    // A remark in brackets is about the holder's work: "(modified from X)", "(dual license)".
    .replace(/\s*[([][^()[\]]*[)\]]/g, '')
    .replace(/^\s*by\s+/i, '');
  // A sentence about copyright is no copyright line.
  if (bare.length > 120 || /^(?:holders?|notice|owners?|and license|law)\b/i.test(bare)) return [];
  return bare
    .replace(FOLLOWERS(), '')
    .split(JOINED())
    .map((name) =>
      name
        .replace(/^the\s+/i, '')
        .replace(/(?<!\b(?:Inc|Ltd|Co|Corp))\.[\s.,;]*$|[\s,;]+$/i, '')
        .trim(),
    )
    .filter((name) => /\p{L}/u.test(name) && !NOBODY.test(name))
    .map((name) => ({ name, line: remark.text, place: { file, start: remark.start, end: remark.end } }));
}
