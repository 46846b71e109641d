/** The texts that the fingerprint index is made from and measured with, each with the id it is known by. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import spdxList from 'spdx-license-list/full.js';
import oldIds from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import { shippedCatalogue, type Entry } from '../../src/core/data/catalogue.ts';
import { sameText } from '../../src/core/license/texts/text-id.ts';
import { listedTexts, TEXT_LIST } from './text-list.ts';

export interface Held {
  /** `spdx:MIT`, or the name of the file without its ending. */
  readonly key: string;
  readonly id: string;
  readonly text: string;
  /** The SPDX id, for a text of the SPDX list. */
  readonly spdx?: string;
  /** Lower goes first where two have one wording. */
  readonly rank: number;
  /** False for a copy that is not letter for letter the licensor's: good for likeness, not for exactness. */
  readonly whole: boolean;
  readonly from: string;
}

/** A restatement in other words, which would claim likeness for any summary. */
const LEFT_OUT = new Set(['nvidia-open-model-2025-10-24-paraphrase']);
/** Put together from parts, re-typed, or with words of whoever copied it, says the list of sources. */
const NOT_WHOLE = new Set([
  'glm-4-9b',
  'falcon-3-tii-2024-12',
  'mnpl-0.1',
  'hai-def-2024-11-15',
  'nvidia-open-model-agreement-2026-04-02',
  // Typed over from what was shown of them.
  'qwen3.8-max',
  'qwen-community-1.0',
  'glm-5.3',
]);
/** Copies of a text that a license file stands for, where the file names another copy only. */
const COPIES: Readonly<Record<string, string>> = {
  'audiocraft-weights-cc-by-nc-4.0': 'cc-by-nc-4.0',
  'galactica-model-license': 'cc-by-nc-4.0',
  'gemma-terms-2024-04-01': 'gemma',
  'etalab-2.0-en': 'etalab-2.0',
  'cecill-2.1-fr': 'cecill-2.1',
};
const POLICY = /use-policy|usage-policy|-aup$|data-policy|^gpt-oss-usage/;

interface WithTexts extends Entry {
  readonly text?: string;
  readonly moreTexts?: readonly string[];
}

/** Every text: the SPDX list, then the folder, in the order of their names. */
export function heldTexts(folder: string): readonly Held[] {
  const entries: readonly WithTexts[] = shippedCatalogue().entries;
  const idOf = (key: string): string | undefined => {
    const named = entries.filter((entry) => entry.text === key || (entry.moreTexts ?? []).includes(key));
    // "GPL-3.0-only" and "-or-later" share a text that does not say which: the Hub's undecided id is the
    // honest one.
    return [...named].sort((a, b) => b.hub.length - a.hub.length || a.id.length - b.id.length)[0]?.id;
  };
  const spdxEntry = (id: string): string | undefined =>
    entries.find((entry) => entry.spdx === id && !entry.oneOf && entry.text === undefined)?.id;
  // SPDX words the text once more for each way of naming it ("GPL-3.0+"): the license is the same.
  const sharedEntry = (id: string): string | undefined =>
    entries.find(({ text }) => text !== undefined && sameText(text, `spdx:${id}`))?.id;
  const old = new Set<string>(oldIds);
  const spdx = Object.entries(spdxList).map(([id, { licenseText }]): Held => {
    const own = idOf(`spdx:${id}`) ?? spdxEntry(id) ?? sharedEntry(id);
    return {
      key: `spdx:${id}`,
      id: own ?? `spdx:${id}`,
      text: licenseText,
      spdx: id,
      rank: own === undefined ? (old.has(id) ? 3 : 2) : 0,
      whole: true,
      from: 'SPDX license list',
    };
  });
  const where = new Map(
    listedTexts(new URL(`../../${TEXT_LIST}`, import.meta.url)).map(({ name, source }) => [name, source]),
  );
  const further = readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && !LEFT_OUT.has(name.slice(0, -4)))
    .sort()
    .map((name): Held => {
      const key = name.slice(0, -4);
      const copied = COPIES[key];
      const own = idOf(key) ?? (entries.some((entry) => entry.id === copied) ? copied : undefined);
      const kind = key.startsWith('terms-') ? 'terms' : POLICY.test(key) ? 'policy' : 'text';
      const id = own ?? `${kind}:${key.replace(/^terms-/, '')}`;
      return {
        key,
        id,
        text: readFileSync(join(folder, name), 'utf8'),
        rank: 1,
        whole: !NOT_WHOLE.has(key),
        from:
          (own === undefined ? undefined : entries.find((entry) => entry.id === own)?.source) ??
          (where.get(key) || 'no public file'),
      };
    });
  return [...spdx, ...further];
}

/**
 * Behind its own words this license carries the one that it adds to, which mostly lies in a file of its own.
 */
const CARRIED = { title: 'gnu lesser general public license', end: '\ngnu general public license\n' };

/**
 * Where a text may end or begin in use, being whole all the same: without its appendix, its preamble, its
 * trailer, the policy behind it.
 */
const ENDS = [
  'end of terms and conditions',
  'creative commons is not a party to its public licenses',
  'creative commons may be contacted at',
  '\nmeta llama 3 acceptable use policy',
];
const STARTS = ['by exercising the licensed rights', 'statement of purpose'];

/** The shorter forms of a text that count as the text itself. */
export function shorterForms(text: string): readonly string[] {
  const folded = text.toLowerCase();
  const carried = folded.trimStart().startsWith(CARRIED.title) ? at(folded, CARRIED.end, 0, 0.4) : -1;
  if (carried > 0) return [text.slice(0, carried)];
  const end = Math.min(...ENDS.map((words) => at(folded, words, 0.4, 1)).filter((place) => place > 0));
  const start = Math.max(...STARTS.map((words) => at(folded, words, 0, 0.3)));
  if (end === Infinity) return start > 0 ? [text.slice(start)] : [];
  return start > 0 ? [text.slice(0, end), text.slice(start), text.slice(start, end)] : [text.slice(0, end)];
}

function at(folded: string, words: string, from: number, to: number): number {
  const found = folded.indexOf(words, Math.floor(folded.length * from));
  return found < folded.length * to ? found : -1;
}

/**
 * What stands around a family's texts and is no part of them: the preamble and the trailer of Creative
 * Commons' files.
 */
export function framesOf(held: readonly Held[]): readonly Held[] {
  return held
    .filter(({ key }) => key === 'audiocraft-weights-cc-by-nc-4.0' || key === 'spdx:CC-BY-4.0')
    .flatMap((one) => {
      const folded = one.text.toLowerCase();
      const title = folded.indexOf('creative commons corporation');
      const body = folded.indexOf('by exercising the licensed rights');
      // The last line before the body names the license.
      const parts = [
        one.text.slice(title, one.text.lastIndexOf('\n\n', body)),
        one.text.slice(folded.indexOf('creative commons is not a party to its public')),
      ];
      return parts.map((text, at): Held => ({
        ...one,
        text,
        id: 'frame:creative-commons',
        key: `${one.key}, frame ${at + 1}`,
        rank: 20,
      }));
    });
}
