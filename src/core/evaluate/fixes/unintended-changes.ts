import { frontMatter, withoutResults } from '../../extract/card/front-matter.ts';
import {
  parseJson,
  parseYaml,
  type Data,
  type Entry,
  type Parsed,
} from '../../extract/configs/located-data.ts';
import type { Edit, Place } from '../../model/place.ts';

/** One text before and after edits. */
export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What a change does to the data of its file (a card's front matter, a YAML or JSON file) beyond what its
 * edits write there: one clause with the change as its subject. Undefined where nothing else changes. What
 * cannot be read is not shown to be safe.
 */
export function harmOf(change: Change): string | undefined {
  const { file, before, after, edits } = change;
  const read = readerOf(file);
  if (!read || (/\.md$/i.test(file) && staysBehind(before, edits))) return undefined;
  const [was, is] = [read.block(before), read.block(after)];
  const written = edits.map((edit) => standsAt(edit, edits));
  if (!is) return was && 'the metadata would no longer be read';
  if (!was) {
    const brought = written.some((one) => one.start <= is.start && is.end <= one.end);
    return brought ? undefined : 'text would be read as metadata';
  }
  const [old, fresh] = [before.slice(was.start, was.end), after.slice(is.start, is.end)];
  if (old === fresh) return undefined;
  // Results that are left out must be those of before.
  const whole = withoutResults(old) === withoutResults(fresh);
  const kept = (text: string) => (whole ? text : withoutResults(text));
  const from = read.parse({ file, base: was.start, text: kept(old) });
  const to = read.parse({ file, base: is.start, text: kept(fresh) });
  if (from.problem) return 'what stands there cannot be read as it is';
  if (to.problem) return `what stands there ${to.problem.what.replace(/^is not/, 'would not be')}`;
  return new Comparison(before, edits).between(from.docs, to.docs);
}

interface Reader {
  block(text: string): Stretch | undefined;
  parse(part: { readonly file: string; readonly base: number; readonly text: string }): Parsed;
}

const all = (text: string): Stretch => ({ start: 0, end: text.length });

function readerOf(file: string): Reader | undefined {
  const plainEnds = (text: string) => text.replace(/\r(?=\r)/g, ' ');
  if (/\.md$/i.test(file))
    return {
      block: (text) => frontMatter(text).yaml,
      parse: (part) => parseYaml({ ...part, text: plainEnds(part.text) }),
    };
  if (/\.ya?ml$/i.test(file)) return { block: all, parse: parseYaml };
  return /\.json$/i.test(file) ? { block: all, parse: parseJson } : undefined;
}

/** Whether every edit lies behind a front matter whose last line is whole: then it is read as before. */
function staysBehind(text: string, edits: readonly Edit[]): boolean {
  const { state, bodyStart } = frontMatter(text);
  if (state !== 'present' || !/[\r\n]/.test(text[bodyStart - 1] ?? '')) return false;
  return edits.every(({ start }) => start >= bodyStart);
}

/** Where an edit's text stands when all are made. */
function standsAt(edit: Edit, edits: readonly Edit[]): Stretch {
  const above = edits.filter((one) => one !== edit && one.start < edit.start);
  const shift = above.reduce((sum, one) => sum + one.text.length - (one.end - one.start), 0);
  return { start: edit.start + shift, end: edit.start + shift + edit.text.length };
}

const within = (place: Place, { start, end }: Stretch) =>
  'start' in place && start <= place.start && place.end <= end && start < end;
const bare = (text: string) => /^(['"])([^]*)\1$/.exec(text.trim())?.[2] ?? text.trim();
const nameOf = (key: string) => `"${key.slice(0, 60)}"`;

/** From the key's first letter to the value's last. */
function spanOf({ keyPlace, value }: Entry): Place {
  if (!('start' in keyPlace) || !('start' in value.place)) return keyPlace;
  return { ...keyPlace, end: Math.max(keyPlace.end, value.place.end) };
}

/** What tells two values apart; undefined where nothing does. */
type Compare<T> = (one: T, other: T) => string | undefined;

/**
 * Holds the data after a change against the data before: what no edit wrote must be the same, and each edit
 * writes one value or key.
 */
class Comparison {
  readonly #text: string;
  readonly #changes: readonly { readonly edit: Edit; readonly written: Stretch }[];
  /** Where values stood that an edit wrote: one that comes up twice is an anchor's, and others say it too. */
  readonly #replaced = new Set<string>();

  constructor(text: string, edits: readonly Edit[]) {
    this.#text = text;
    this.#changes = edits.map((edit) => ({ edit, written: standsAt(edit, edits) }));
  }

  between(before: readonly Data[], after: readonly Data[]): string | undefined {
    const compare = (one: Data, other: Data) => this.#values(one, other, 'the document');
    return this.#paired(before, after, compare, 'the documents of the file');
  }

  #values(before: Data, after: Data, name: string): string | undefined {
    const told = this.#replacedBy(before.place, after.place);
    if (told) return this.#replacement(before, after, told, name);
    if (before.is === 'map' && after.is === 'map') return this.#maps(before.entries, after.entries, name);
    if (before.is === 'list' && after.is === 'list') return this.#lists(before.items, after.items, name);
    const scalars = before.is === 'scalar' && after.is === 'scalar';
    const same = scalars && Object.is(before.value, after.value) && before.text === after.text;
    return same ? undefined : `it would change ${name} otherwise than it says`;
  }

  /** The edit that a place before was replaced by, where the place after is its text. */
  #replacedBy(before: Place, after: Place): Edit | undefined {
    return this.#changes.find(({ edit, written }) => within(before, edit) && within(after, written))?.edit;
  }

  #replacement(before: Data, after: Data, edit: Edit, name: string): string | undefined {
    if (this.#isAgain(before.place)) return `others refer to ${name}, and would change with it`;
    if (before.is !== 'scalar' || after.is !== 'scalar') return undefined;
    const old = this.#text.slice(edit.start, edit.end);
    if (/^[|>][^\r\n]*\s#/.test(old)) return `a comment stands within ${name}`;
    const said = String(after.text ?? after.value);
    return said === bare(edit.text) ? undefined : `${name} would not be what it says`;
  }

  #isAgain(place: Place): boolean {
    const key = 'start' in place ? `${place.start} ${place.end}` : '';
    return this.#replaced.has(key) || !this.#replaced.add(key);
  }

  /** Whether an edit takes a place of before away as a whole. */
  #isTaken(place: Place): boolean {
    return this.#changes.some(({ edit }) => within(place, edit));
  }

  /** Whether a place of after is an edit's own text. */
  #isPut(place: Place): boolean {
    return this.#changes.some(({ written }) => within(place, written));
  }

  #maps(before: readonly Entry[], after: readonly Entry[], name: string): string | undefined {
    const kept = before.filter((entry) => !this.#isTaken(spanOf(entry)));
    const there = after.filter((entry) => !this.#isPut(spanOf(entry)));
    return this.#paired(kept, there, (one, other) => this.#entries(one, other), `the keys of ${name}`);
  }

  #entries(before: Entry, after: Entry): string | undefined {
    const told = this.#replacedBy(before.keyPlace, after.keyPlace);
    const written = told && after.key === bare(told.text) && !this.#isAgain(before.keyPlace);
    const same = told ? written : after.key === before.key;
    if (!same) return `it would change the key ${nameOf(before.key)} otherwise than it says`;
    return this.#values(before.value, after.value, nameOf(before.key));
  }

  #lists(before: readonly Data[], after: readonly Data[], name: string): string | undefined {
    const compare = (one: Data, other: Data) => this.#values(one, other, name);
    // Where one item takes the place of another they are held against each other.
    if (before.length === after.length) return this.#paired(before, after, compare, name);
    const kept = before.filter(({ place }) => !this.#isTaken(place));
    const there = after.filter(({ place }) => !this.#isPut(place));
    return this.#paired(kept, there, compare, `the items of ${name}`);
  }

  #paired<T>(
    before: readonly T[],
    after: readonly T[],
    compare: Compare<T>,
    what: string,
  ): string | undefined {
    if (before.length !== after.length) return `it would change ${what}`;
    for (const [index, one] of before.entries()) {
      const trouble = compare(one, after[index] as T);
      if (trouble !== undefined) return trouble;
    }
    return undefined;
  }
}
