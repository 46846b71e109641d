import type { Frames } from '../../frames.ts';
import { sizeBehind, type Mention } from '../../mentions.ts';
import type { Sentence } from '../../sentences.ts';
import { OTHER_NAME } from '../relative.ts';

/** What stands for a model's name, for several names, for a closed model's (scripts/data/frames.ts). */
const SLOT = '\u25c7';
const SEVERAL = '\u25c8';
const CLOSED = '\u25c6';
const SLOTS = /[\u25c6-\u25c8]/g;

/** A stretch that a slot takes the place of, in the sentence's own offsets. */
export interface Named<T> {
  readonly from: number;
  readonly to: number;
  readonly names: readonly T[];
  /** Alternatives, of which nobody knows which it was. */
  readonly doubtful?: boolean;
}

/** A sentence with slots in place of names, and what each slot stands for, in order. */
export interface Slotted<T> {
  readonly text: string;
  readonly slots: readonly Named<T>[];
}

/** Signs around a name, and what is said of it in brackets. */
const OPENED = /["'`*“‘「『《<[(（]+$/;
const ENDED = /^(?:["'`*”’」』》>\]]|\s?[(（][^()（）]{0,40}[)）])+/;
/** Whose a family is, in front of its name. */
const MAKER = new RegExp(
  String.raw`(?<![\w-])(?:meta|google|microsoft|alibaba|facebook|mistral ?ai|nvidia|openai|tii)` +
    String.raw`(?:['’]s[\s-]|\s?[的の의]\s?|[\s-]{1,2})$`,
  'i',
);
/** A sentence with a slot for each model, or for several that are said together. */
export function slotted(
  sentence: Sentence,
  mentions: readonly Mention[],
  frames: Frames,
  or: RegExp,
): Slotted<Mention> {
  const { text, from } = sentence;
  const stretches = mentions.flatMap((one): Named<Mention>[] => {
    const [start, end] = [one.from - from, Math.min(one.to - from, text.length)];
    if (start < 0 || (!one.hub && OTHER_NAME.test(text.slice(end)))) return [];
    return [{ ...around(text, start, end, one.hub), names: [one] }];
  });
  const joined = joinedBy(text, stretches.map(apartFromBrackets(text, frames)), frames, or);
  return { text: withSlots(text, joined), slots: joined };
}

/** "A (based on B)": what is said of another in brackets, with a verb of its own, is no second name. */
const apartFromBrackets =
  (text: string, { upstream }: Frames) =>
  (one: Named<Mention>, nth: number, all: readonly Named<Mention>[]): Named<Mention> => {
    const inner = all[nth + 1];
    if (inner === undefined || inner.from >= one.to) return one;
    const open = text.slice(0, inner.from).search(/\s?[(（][^(（]*$/);
    if (open <= one.from) return one;
    const inside = `${text.slice(open, inner.from)}${SLOT}${text.slice(inner.to, one.to)}`;
    return upstream.some(({ words }) => words.test(inside)) ? { ...one, to: open } : one;
  };

/** Names that a comma or a word such as "and" joins as one; `or` tells those of which one is meant. */
export function joinedBy<T>(
  text: string,
  stretches: readonly Named<T>[],
  { and }: Frames,
  or?: RegExp,
): Named<T>[] {
  const joined: Named<T>[] = [];
  for (const one of stretches) {
    const before = joined.at(-1);
    if (before && one.from < before.to) {
      joined[joined.length - 1] = { ...before, ...inBrackets(before, one, text) };
      continue;
    }
    const gap = before ? text.slice(before.to, one.from).trim() : '';
    // "LLaMA/Vicuna" is one for one size, the other for another.
    const isChoice = or !== undefined && (gap === '/' || (gap !== '' && or.test(gap)));
    if (before && gap !== '' && (isChoice || and.test(gap)))
      joined[joined.length - 1] = {
        from: before.from,
        to: one.to,
        names: [...before.names, ...one.names],
        doubtful: isChoice || before.doubtful === true,
      };
    else joined.push(one);
  }
  return joined;
}

/** "KoGPT2 (skt/kogpt2-base-v2)": two names of one model, of which the one behind tells more. */
function inBrackets<T>(before: Named<T>, one: Named<T>, text: string): Pick<Named<T>, 'to' | 'names'> {
  const to = Math.max(before.to, one.to);
  return {
    to: to + (/^["'`*”’」』》>\]]*[)）]/.exec(text.slice(to))?.[0].length ?? 0),
    names: [...before.names.slice(0, -1), ...one.names],
  };
}

/** A name with the signs around it. */
function around(text: string, start: number, end: number, isHub: boolean): { from: number; to: number } {
  const maker = isHub ? 0 : (MAKER.exec(text.slice(0, start))?.[0].length ?? 0);
  const from = start - maker - (OPENED.exec(text.slice(0, start - maker))?.[0].length ?? 0);
  const size = isHub ? 0 : sizeBehind(text.slice(end)).length;
  return { from, to: end + size + (ENDED.exec(text.slice(end + size))?.[0].length ?? 0) };
}

/** A text with a sign in place of each stretch; where it has such signs of its own they are blanks. */
export function withSlots(text: string, stretches: readonly Named<unknown>[], isClosed = false): string {
  let at = 0;
  let made = '';
  for (const { from, to, names } of stretches) {
    made +=
      text.slice(at, from).replace(SLOTS, ' ') + (isClosed ? CLOSED : names.length > 1 ? SEVERAL : SLOT);
    at = to;
  }
  return made + text.slice(at).replace(SLOTS, ' ');
}

/** Which slot a match holds, the first where it holds several. */
export function slotAt<T>(
  { text, slots }: Slotted<T>,
  { index, text: said }: { readonly index: number; readonly text: string },
): Named<T> | undefined {
  const within = said.search(SLOTS);
  return within < 0 ? undefined : slots[(text.slice(0, index + within).match(SLOTS) ?? []).length];
}

/** The clauses in which a match stands. */
export function clauseOf(
  text: string,
  { index, text: said }: { readonly index: number; readonly text: string },
  { clause }: Frames,
): string {
  const ends = [...text.matchAll(new RegExp(clause.source, `${clause.flags.replace('g', '')}g`))];
  const from = ends.filter((end) => end.index + end[0].length <= index).at(-1);
  const to = ends.find((end) => end.index >= index + said.length);
  return text.slice(from ? from.index + from[0].length : 0, to?.index);
}
