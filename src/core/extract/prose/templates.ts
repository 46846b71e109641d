import type { Claim } from '../../model/claim.ts';
import type { Place } from '../../model/place.ts';
import type { TextSource } from '../../model/source.ts';
import { BLANK } from '../card/placeholder.ts';

/**
 * Words by which a tool's own card is known (docs/evidence.md, text of the card). A form claim with the
 * tool's name lets the card weigh its license.
 */
const TOOLS: readonly { readonly tool: string; readonly words: RegExp }[] = [
  { tool: 'Unsloth', words: /trained 2x faster\s+with\s+\[?Unsloth|made with unsloth/i },
  { tool: 'AutoTrain', words: /# Model Trained Using AutoTrain/i },
];

/** What a tool's template leaves in a card: its name, and the blanks nobody filled in. */
export function templateClaims(source: TextSource, bodyStart: number): Claim[] {
  const { file, text } = source;
  const claims: Claim[] = [];
  for (const { tool, words } of TOOLS) {
    const hit = words.exec(text.slice(bodyStart));
    if (hit)
      claims.push({
        kind: 'form',
        place: { file, start: bodyStart + hit.index, end: bodyStart + hit.index + hit[0].length },
        via: 'template',
        confidence: 'possible',
        relation: 'finetune',
        tool,
      });
  }
  return [...claims, ...blanksIn(source, bodyStart)];
}

/** Blanks that say different things; a card with more of them is a template whole. */
const MOST_BLANKS = 20;

/** Blanks about licenses that nobody filled in, each once: the same many times over is one trouble. */
function blanksIn({ file, text }: TextSource, bodyStart: number): Claim[] {
  const found = new Map<string, Claim>();
  const more = new Set<string>();
  let rest: Place | undefined;
  const isSpoken = licenseOnLine(text, bodyStart);
  for (const hit of BLANK.all(text.slice(bodyStart))) {
    const start = bodyStart + hit.index;
    const about = isSpoken(start);
    if (found.has(hit.text) || more.has(hit.text)) continue;
    if (!about && !/^\[cite/i.test(hit.text) && !underLicenseHeading(text, start)) continue;
    const place = { file, start, end: start + hit.text.length };
    if (found.size < MOST_BLANKS)
      found.set(hit.text, {
        kind: 'placeholder',
        place,
        via: 'template',
        confidence: 'certain',
        text: hit.text,
      });
    else {
      rest ??= place;
      more.add(hit.text);
    }
  }
  return [
    ...found.values(),
    ...(rest === undefined
      ? []
      : [
          {
            kind: 'placeholder',
            place: rest,
            via: 'template',
            confidence: 'certain',
            text: '',
            more: more.size,
          } as const,
        ]),
  ];
}

/**
 * Whether the line of an offset speaks of a license before it. Asked in the order of the text, which is gone
 * through once.
 */
function licenseOnLine(text: string, from: number): (at: number) => boolean {
  const marks = /licen[cs]e|\n/gi;
  marks.lastIndex = from;
  let [mark, spoken] = [marks.exec(text), false];
  return (at) => {
    for (; mark && mark.index < at; mark = marks.exec(text)) spoken = mark[0] !== '\n';
    return spoken;
  };
}

function underLicenseHeading(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  const heading = [...before.matchAll(/^#{1,6}[ \t]+([^\n]*)$/gm)].at(-1);
  return heading !== undefined && /licen[cs]/i.test(heading[1] ?? '');
}
