import { holdsWord } from '../../../../text/signs.ts';
import type { Flat } from '../../../card/flatten-block.ts';
import type { Context } from '../../../context.ts';
import type { Candidate } from '../../candidate-blocks.ts';
import { languagesOf, type LanguageRules } from '../../languages.ts';
import {
  LICENSE_WORD,
  licenseAfter,
  licenseBefore,
  REACH,
  type LicenseMention,
} from '../../license-words.ts';
import type { Sentence } from '../../sentences.ts';
import { partsIn, type Part } from '../../subjects.ts';
import type { Given } from '../license-subject.ts';

/**
 * Parts and licenses of one sentence that stand side by side, in either order: "code: MIT, weights:
 * OpenRAIL", "MIT (code) and OpenRAIL (weights)". Where two parts have one each no verb is needed; else the
 * sentence must speak of licenses.
 */
export function pairsIn(
  sentence: Sentence,
  tongue: LanguageRules,
  candidate: Candidate,
  context: Context,
): Given[] {
  const parts = partsIn(sentence.text, tongue);
  if (parts.length === 0) return [];
  const aboutLicense = candidate.underLicense || LICENSE_WORD.test(sentence.text) || isField(sentence);
  // Of one part alone much is said, and names are long to look up.
  if (!aboutLicense && parts.every(({ matter }) => matter === parts[0]?.matter)) return [];
  const behind = pairsBehind(sentence, parts, tongue, candidate.underLicense, context);
  const before =
    behind.length > 1 && behind.length === parts.length ? [] : pairsBefore(sentence, parts, tongue, context);
  const best = before.length > behind.length ? before : behind;
  const both = [
    ...behind,
    ...before.filter(({ mention }) => !behind.some((one) => overlap(one.mention, mention))),
  ];
  if (both.length > best.length && new Set(both.map(({ about }) => about)).size > 1)
    return both.sort((one, other) => one.mention.from - other.mention.from);
  if (new Set(best.map(({ about }) => about)).size > 1) return best;
  return best === behind && aboutLicense ? best : [];
}

/** "A and B": the part is under both, which is more than a pair says. */
function joins(flat: Flat, from: number, to: number, context: Context): boolean {
  const gap = /^[\s"'》」』)）\]]*(?:和|与|與|及|以及|and|및|와|과|と)[\s"'《「『(（[]*/.exec(
    flat.text.slice(from, to),
  );
  if (!gap) return false;
  const start = from + gap[0].length;
  return licenseAfter(flat, start, Math.min(to, start + REACH), context, 0)?.from === start;
}

const overlap = (one: LicenseMention, other: LicenseMention) => one.from < other.to && other.from < one.to;

/** "Inference code: MIT": a name of a part, and little else before the colon. */
const isField = ({ text }: Sentence) => {
  const label = /^([^:：]{1,40})[:：]/.exec(text)?.[1] ?? '';
  return (
    label !== '' &&
    label.trim().split(/\s+/).length <= 3 &&
    languagesOf(label).some((tongue) => partsIn(label, tongue).length > 0)
  );
};

/** "Weights: X", "Weights – X" in a section on licenses. */
const FIELD_SIGN = /[:：=|→–—-]\W*$/;

/** Licenses that stand right behind the parts. */
function pairsBehind(
  { flat, from, to, text }: Sentence,
  parts: readonly Part[],
  { parts: { link } }: LanguageRules,
  underLicense: boolean,
  context: Context,
): Given[] {
  let past = 0;
  return parts.flatMap((part): Given[] => {
    // A license's own name may hold such words: "Source Code License".
    if (part.from < past) return [];
    const behind = text.slice(part.to, part.to + REACH);
    const between = behind.slice(0, link.lengthIn(behind));
    const start = from + part.to + between.length;
    const isAsked = underLicense && FIELD_SIGN.test(between);
    const mention = licenseAfter(flat, start, Math.min(to, start + REACH), context, 0, isAsked);
    if (mention?.from !== start || joins(flat, mention.to, to, context)) return [];
    past = mention.to - from;
    return [{ mention, about: part.matter }];
  });
}

/** Licenses that stand right in front of the parts. */
function pairsBefore(
  { flat, from, text }: Sentence,
  parts: readonly Part[],
  { parts: { tail } }: LanguageRules,
  context: Context,
): Given[] {
  let past = 0;
  return parts.flatMap((part): Given[] => {
    const before = text.slice(past, part.from);
    const hit = tail.exec(before);
    if (!hit) return [];
    // "License" may belong to the name.
    const named = hit.index + (/^[\s-]*licen[cs]e\b/i.exec(hit[0])?.[0].length ?? 0);
    const mention =
      licenseBefore(flat, from + past, from + past + named, context) ??
      licenseBefore(flat, from + past, from + past + hit.index, context);
    // Nothing but the name in its own word stands between.
    if (!mention || holdsWord(text.slice(mention.to - from, past + hit.index))) return [];
    past = part.to;
    return [{ mention, about: part.matter }];
  });
}
