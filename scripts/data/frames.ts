import { stretchesOf, telling, waysOf } from './required-literals.ts';
import type { SharedParts } from './shared-parts.ts';

/** What stands, where frames are matched, for a name or several, for several, for a closed model. */
export const SLOT = '[\u25c7\u25c8]';
export const SEVERAL = '[\u25c8]';
export const CLOSED_SLOT = '[\u25c6]';

/** A thing or an act as a language names it: what one calls it, and what one does. */
interface Concept {
  readonly noun?: readonly string[];
  readonly verb?: readonly string[];
  /** Verbs that need none of the grammar's endings. */
  readonly done?: readonly string[];
}
export type Lexicon = Readonly<Record<string, Concept>>;

/** How a language shows who did what to which name. */
export interface Grammar {
  /** A name with the words that only say that it is one: `{slot}` and "model". */
  readonly name: string;
  /** A verb that tells of something done: `{stem}` and its endings. */
  readonly verb?: string;
  /** Words that may not stand between a name and its verb: other verbs, comparisons. */
  readonly stop: readonly string[];
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Where a clause ends, what joins names, what makes a clause speak of something else. */
  readonly clause: string;
  readonly and: readonly string[];
  readonly refuse?: readonly string[];
  /** Headings under which sentences speak of what may be done with this model. */
  readonly terms?: readonly string[];
  /** Beside these, use by consent is said of something else than the model. */
  readonly aside?: readonly string[];
  /** How commercial use is allowed: who asks to register behind it does not withhold it. */
  readonly allowed?: readonly string[];
  /** How a sentence ends that announces a list. */
  readonly announce?: readonly string[];
  /** A sentence without a subject speaks of what the text is about. */
  readonly dropsSubject?: true;
  /** What shows a closed model as the maker of data shows an open one so, too. */
  readonly openMakers?: boolean;
}

/** Of each concept the roles in which a name, or another concept, says something. */
type Roles = Readonly<Record<string, readonly string[]>>;
export interface Frames {
  readonly upstream: Readonly<Record<string, Roles>>;
  readonly provider: Roles;
  readonly limits: Readonly<Record<string, Roles>>;
  readonly scratch: Roles;
}

const oneOf = (ways: readonly string[]) => `(?:${ways.join('|')})`;

/** Anything within the clause but another name or a word that stops; `most` characters of it. */
const gap = (stop: string, most: number) =>
  `(?:${stop === '' ? '' : `(?!(?:${stop}))`}[^\u25c7\u25c8\u25c6\\n;；。]){0,${most}}?`;
const GAP = 30;

/** `stretches` and `stems` are positions in the shared lists. */
type Way = readonly [expression: string, stretches: readonly number[], ...stems: readonly number[]];

/** Of more, with the spellings of another script, one is nearly always there. */
const MOST_STRETCHES = 5;
/** So many lists rule out nearly all texts that any would: long stretches, and few of them. */
const BEST = 2;
const rank = (list: readonly string[]) => Math.min(...list.map(({ length }) => length)) / list.length;

/** Lists of stems, each of which stands once. */
class Lists {
  readonly all: (readonly string[])[] = [];

  place(words: readonly string[]): number {
    const at = this.all.findIndex((list) => list.join() === words.join());
    return at >= 0 ? at : this.all.push(words) - 1;
  }
}

/** A language's frames as the program matches them. */
export function framesOf(
  frames: Frames,
  lexicon: Lexicon,
  grammar: Grammar,
  known: readonly RegExp[],
  parts: SharedParts,
) {
  const lists = new Lists();

  /** A concept as a noun, as the stem of its verb, or as a verb with its endings, which all verbs share. */
  function wordsFor({ noun, verb, done = [] }: Concept, form: string | undefined): string | undefined {
    if (form === 'noun') return noun && oneOf(noun);
    if (form === 'stem') return verb && oneOf(verb);
    const [before = '', behind = ''] = (grammar.verb ?? '{stem}').split('{stem}');
    const ended = verb ? [`${before}${oneOf(verb)}${behind}`] : [];
    return ended.length + done.length > 0 ? oneOf([...ended, ...done]) : undefined;
  }

  /**
   * A role's expressions for a concept. A role that asks for a word which the concept, or another that it
   * names, does not have says nothing in this language.
   */
  function expressions(role: string, concept: string, isOpen: boolean): string[] {
    return (grammar.roles[role] ?? []).flatMap((template) => {
      let lacks = false;
      const filled = (text: string): string =>
        text.replace(/\{([a-z]+)(?:[.:]([a-z\d]+))?\}|[^{]+|\{/g, (found, word?: string, more?: string) => {
          if (word === undefined) return found;
          if (word === 'name') return filled(grammar.name);
          if (word === 'slot') return SLOT;
          if (word === 'several') return SEVERAL;
          if (word === 'closed') return isOpen ? SLOT : CLOSED_SLOT;
          if (word === 'gap') return gap(grammar.stop.join('|'), Number(more ?? GAP));
          const [of, form] =
            word === 'noun' || word === 'verb' || word === 'stem' ? [concept, word] : [word, more];
          const said = wordsFor(lexicon[of] ?? {}, form);
          lacks ||= said === undefined;
          return said ?? '';
        });
      const expression = filled(template);
      return lacks ? [] : [expression];
    });
  }

  /** `isSlotted`: matched with slots in place of names, where stretches rule out more than stems do. */
  const waysIn = (roles: Roles, isSlotted = true, isOpen = false): Way[] =>
    Object.entries(roles).flatMap(([concept, names]) =>
      names.flatMap((role) =>
        expressions(role, concept, isOpen).map((source): Way => {
          const [[lower = '', ...held] = [], more] = waysOf(source);
          if (more !== undefined || lower !== source)
            throw new Error(
              `${role} of ${concept}: write it in lower case, alternatives in brackets: ${source}`,
            );
          const whole = stretchesOf(source);
          const stems = held.map((list) => lists.place(list));
          const stretches = (isSlotted ? whole : [])
            .filter((list) => list.length <= MOST_STRETCHES)
            .toSorted((one, other) => rank(other) - rank(one))
            .slice(0, BEST)
            .map((list) => lists.place(list))
            .filter((at) => !stems.includes(at));
          return [parts.short(source), stretches, ...stems];
        }),
      ),
    );
  const byName = (kinds: Readonly<Record<string, Roles>>, isSlotted = true) =>
    Object.entries(kinds)
      .map(([says, roles]) => ({ says, ways: waysIn(roles, isSlotted) }))
      .filter(({ ways }) => ways.length > 0);
  const openMakers = grammar.openMakers === true ? waysIn(frames.provider, true, true) : [];
  const made = {
    upstream: [
      ...byName(frames.upstream),
      ...(openMakers.length > 0 ? [{ says: 'outputs', ways: openMakers }] : []),
    ],
    limits: byName(frames.limits, false),
    provider: waysIn(frames.provider),
    scratch: waysIn(frames.scratch, false),
  };
  const waysOfAll = (kinds: typeof made.upstream) => kinds.flatMap(({ ways }) => ways);
  // A closed model's name is looked for by itself; a model's opens a text whose words are short.
  const trigger = triggersOf(
    [...waysOfAll(made.limits), ...made.scratch],
    waysOfAll(made.upstream),
    lists.all,
    known,
  );
  return { trigger, lists: { ...made, stems: lists.all } };
}

/**
 * Words of which a text that a frame may speak in holds one: of each way its most telling list, unless the
 * words that are `known` already open such a text.
 */
function triggersOf(
  ways: readonly Way[],
  waysOfModels: readonly Way[],
  stems: readonly (readonly string[])[],
  known: readonly RegExp[],
): string[] {
  const isKnown = (list: readonly string[]) =>
    list.length > 0 && list.every((stem) => known.some((word) => word.test(stem)));
  const best = ([, , ...nths]: Way) => {
    const lists = nths.map((nth) => stems[nth] ?? []);
    return lists.some(isKnown)
      ? []
      : lists.reduce((most, list) => (telling(list) > telling(most) ? list : most), []);
  };
  const told = new Set([
    ...ways.flatMap(best),
    ...waysOfModels.map(best).flatMap((list) => (list.every(isLong) ? list : [])),
  ]);
  return [...told]
    .filter((stem) => ![...told].some((other) => other !== stem && stem.includes(other)))
    .sort();
}

/** Words of letters that stand in few texts; one of Chinese or Korean is as good. */
const isLong = (stem: string) => stem.trim().length > 4 || /[^\0-\u024f]/.test(stem);
