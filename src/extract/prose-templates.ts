import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import { BLANK } from './placeholder.ts';

/** Words by which a tool's own card is known (hub-spec 3.6). A form claim with the tool's name lets the card weigh its license. */
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
    if (hit) claims.push({ kind: 'form', place: { file, start: bodyStart + hit.index, end: bodyStart + hit.index + hit[0].length }, via: 'template', confidence: 'possible', relation: 'finetune', tool });
  }
  for (const hit of BLANK.all(text.slice(bodyStart))) {
    const start = bodyStart + hit.index;
    const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
    const about = /licen[cs]e/i.test(line) || /^\[cite/i.test(hit.text) || underLicenseHeading(text, start);
    if (about) claims.push({ kind: 'placeholder', place: { file, start, end: start + hit.text.length }, via: 'template', confidence: 'certain', text: hit.text });
  }
  // The same blank many times over is one trouble.
  return claims.filter((claim, index) => claim.kind !== 'placeholder' || claims.findIndex((one) => one.kind === 'placeholder' && one.text === claim.text) === index);
}

function underLicenseHeading(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  const heading = [...before.matchAll(/^#{1,6}[ \t]+([^\n]*)$/gm)].at(-1);
  return heading !== undefined && /licen[cs]/i.test(heading[1] ?? '');
}
