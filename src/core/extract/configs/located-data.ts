import { isAlias, isMap, isScalar, isSeq, Scalar, type Alias, type Node } from 'yaml';
import type { Claim, Via } from '../../model/claim.ts';
import type { Place } from '../../model/place.ts';
import type { ReadProblem, TextSource } from '../../model/source.ts';
import { troubleOf } from '../card/parse-errors.ts';
import {
  beyondBounds,
  documentsIn,
  isTextTag,
  isUnknownTag,
  MAX_COMMAS,
  MAX_DEPTH,
  OF_YAML,
  shownTag,
} from './documents.ts';
import { onOneLine } from '../card/join-quoted-lines.ts';

/**
 * A JSON or YAML value that knows where it stands. Of a repeated key all entries stay; `at` takes the last,
 * as Python does.
 */
export type Data =
  | { readonly is: 'map'; readonly entries: readonly Entry[]; readonly place: Place }
  | { readonly is: 'list'; readonly items: readonly Data[]; readonly place: Place }
  /** `text` is set where the file holds a string, not a number, `null` or a bare word such as `NaN`. */
  | {
      readonly is: 'scalar';
      readonly value: string | number | boolean | null;
      readonly text: string | undefined;
      readonly place: Place;
    };

/**
 * A key with its value. The key's place is that of its letters, within the quotes; another text put there is
 * another key, and nothing else.
 */
export interface Entry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Data;
}

/** What could be read, and what was wrong: a file cut short gives both. */
export interface Parsed {
  readonly docs: readonly Data[];
  readonly problem?: ReadProblem;
  /** The trouble is a limit of licet's own. */
  readonly isBeyondLimits?: true;
  /** Where the trouble begins, an offset; undefined where the whole file is meant. */
  readonly problemAt?: number;
  /**
   * Where a quoted text runs on at the margin: some readers of YAML take it, strict ones do not. It was read.
   */
  readonly runsOnAt?: number;
}

/** In UTF-16 code units. Tokenizer configs are the largest files that come by, at about 1 million. */
const MAX_LENGTH = { json: 3_000_000, yaml: 500_000 };
const MAX_NODES = 400_000;
/** Values that are read once more since an alias stands for them: bounds what aliases can blow up to. */
const MAX_REPEATED = 20_000;
/** A text, or a part of one that begins at `base`: places are then those of the whole. */
export type Part = Pick<TextSource, 'file' | 'text'> & { readonly base?: number };

/**
 * Reads JSON as Python's `json` would and more: NaN, tabs, comments after commas, repeated keys, a missing
 * end. Never throws.
 */
export function parseJson(source: Part): Parsed {
  return parse(source, 'json');
}

/** Reads YAML, several documents included. Never throws; anchors cannot blow up. */
export function parseYaml(source: Part): Parsed {
  return parse(source, 'yaml');
}

function parse({ file, text, base = 0 }: Part, form: 'json' | 'yaml'): Parsed {
  const name = form === 'json' ? 'JSON' : 'YAML';
  // A comment stands for text that the caller left out; it costs nothing to parse.
  if (text.length > MAX_LENGTH[form] && text.replace(/^#.*/gm, '').length > MAX_LENGTH[form])
    return refused(
      `is too large to be read as ${name}`,
      `files of up to ${MAX_LENGTH[form]} characters are read`,
    );
  if (form === 'json' && !/^\s*[{[]/.test(text))
    return { docs: [], problem: { what: 'is not JSON', hint: 'an object in braces is expected' } };
  const beyond = beyondBounds(text, form);
  if (beyond === 'depth')
    return refused(`is nested too deeply to be read as ${name}`, `up to ${MAX_DEPTH} levels are read`);
  if (beyond === 'commas')
    return refused(`holds too many values to be read as ${name}`, `up to ${MAX_COMMAS} commas are read`);
  try {
    const documents = documentsIn(text);
    const budget = { nodes: MAX_NODES, repeated: MAX_REPEATED };
    const odd: Odd[] = [];
    const docs = documents.flatMap((doc) =>
      doc.contents === null
        ? []
        : [convert(doc.contents, { file, text, base, form, budget, odd, anchors: new Anchors() })],
    );
    const errors = documents.flatMap((doc) => doc.errors);
    // JSON may be indented with tabs. In YAML what follows a tab is misread, and the tab is the trouble.
    const error =
      form === 'json'
        ? errors.find(({ code }) => code !== 'TAB_AS_INDENT')
        : (errors.find(({ code }) => code === 'TAB_AS_INDENT') ?? errors[0]);
    if (error === undefined) return { docs, ...leftOut(budget), ...troubleWith(odd[0]) };
    const joined = form === 'yaml' ? onOneLine(text) : undefined;
    if (joined !== undefined) {
      const again = parse({ file, text: joined, base }, form);
      if (again.problem === undefined) return { ...again, runsOnAt: base + error.pos[0] };
    }
    return {
      docs,
      problem: { what: `is not valid ${name}`, hint: troubleOf(error) },
      problemAt: base + error.pos[0],
    };
  } catch {
    return refused(`cannot be read as ${name}`, 'its structure goes beyond what the parser bears');
  }
}

/** The trouble of what has more values than are read. */
const leftOut = ({ nodes, repeated }: Whole['budget']): Pick<Parsed, 'problem' | 'isBeyondLimits'> =>
  nodes >= 0 && repeated >= 0
    ? {}
    : {
        isBeyondLimits: true,
        problem: {
          what: 'holds more values than are read',
          hint: `up to ${MAX_NODES} values and ${MAX_REPEATED} that aliases repeat; the rest was left out`,
        },
      };

/** What the parser takes and readers of YAML refuse, with its place, an offset. */
interface Odd {
  readonly at: number;
  /** The tag that no reader knows; undefined for a merge key whose value brings no entries. */
  readonly tag?: string;
}

const troubleWith = (odd: Odd | undefined): Pick<Parsed, 'problem' | 'problemAt'> => {
  if (odd === undefined) return {};
  const { at: problemAt, tag } = odd;
  const problem =
    tag === undefined
      ? {
          what: 'merges what is no mapping',
          hint: '"<<" takes a mapping, or a list of mappings; readers of YAML refuse anything else',
        }
      : { what: `has the unknown tag "${tag}"`, hint: 'readers of YAML refuse a tag that they do not know' };
  return { problem, problemAt };
};

const refused = (what: string, hint: string) =>
  ({ docs: [], problem: { what, hint }, isBeyondLimits: true }) as const;

interface Whole {
  readonly file: string;
  readonly text: string;
  readonly base: number;
  readonly form: 'json' | 'yaml';
  readonly budget: { nodes: number; repeated: number };
  /** Filled while reading. */
  readonly odd: Odd[];
  readonly anchors: Anchors;
}

/** A stretch of the file. */
type Span = Extract<Place, { readonly start: number }>;

const isQuoted = (node: Node) =>
  isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE);

/**
 * Where a node's own letters stand, without its anchor and tag. A block scalar ends with its last letter: the
 * line end behind it parts it from what follows.
 */
function spanOf(node: Node, { file, text, base }: Whole): Span {
  const [start, end] = node.range ?? [0, 0];
  const isBlock = isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED);
  return {
    file,
    start: base + start,
    end: base + (isBlock ? start + text.slice(start, end).trimEnd().length : end),
  };
}

function keySpan(key: unknown, whole: Whole, pair: Span): Span {
  if (!isNode(key)) return pair;
  const span = spanOf(key, whole);
  return isQuoted(key) && span.end - span.start > 1
    ? { ...span, start: span.start + 1, end: span.end - 1 }
    : span;
}

/**
 * Which node an alias stands for: the last one before it that bears its name. Nodes are met in the order of
 * the text, and once more where an alias is followed.
 */
class Anchors {
  readonly #named = new Map<string, Node>();
  readonly #meant = new Map<Node, Node | undefined>();

  meet(node: Node): void {
    if (!isAlias(node) && node.anchor !== undefined) this.#named.set(node.anchor, node);
  }

  meantBy(alias: Alias): Node | undefined {
    if (!this.#meant.has(alias)) this.#meant.set(alias, this.#named.get(alias.source));
    return this.#meant.get(alias);
  }
}

function convert(node: Node, whole: Whole, again = false): Data {
  const start = node.range?.[0] ?? 0;
  const place = spanOf(node, whole);
  if (whole.budget.nodes-- <= 0 || (again && whole.budget.repeated-- <= 0))
    return { is: 'scalar', value: null, text: undefined, place };
  const inner = (value: unknown): Data =>
    isNode(value) ? convert(value, whole, again) : { is: 'scalar', value: null, text: undefined, place };
  if (!again) whole.anchors.meet(node);
  if (!isAlias(node) && !again && isUnknownTag(node.tag))
    whole.odd.push({ at: place.start, tag: shownTag(node.tag) });
  if (isAlias(node)) {
    // An anchor's own alias inside it would recurse for ever: only what stands wholly before the alias is
    // taken.
    const target = whole.anchors.meantBy(node);
    const meant: Data =
      target?.range && target.range[1] <= start
        ? convert(target, whole, true)
        : { is: 'scalar', value: target === undefined ? null : `*${node.source}`, text: undefined, place };
    // What a scalar's alias says is said where the alias stands.
    return meant.is === 'scalar' ? { ...meant, place } : meant;
  }
  if (isMap(node)) {
    return { is: 'map', entries: entriesOf(node.items, whole, { again, place, inner }), place };
  }
  if (isSeq(node)) return { is: 'list', items: node.items.map(inner), place };
  return scalar(node, place, whole);
}

/** A mapping's entries in the order of the text, with what its merge keys bring. */
function entriesOf(
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  whole: Whole,
  {
    again,
    place,
    inner,
  }: { readonly again: boolean; readonly place: Span; readonly inner: (value: unknown) => Data },
): readonly Entry[] {
  const own: Entry[] = [];
  const merged: Entry[] = [];
  for (const { key, value } of pairs) {
    if (!again && isNode(key)) whole.anchors.meet(key);
    const meant = isAlias(key) ? whole.anchors.meantBy(key) : key;
    const entry = { key: keyText(meant), keyPlace: keySpan(key, whole, place), value: inner(value) };
    if (whole.form === 'json' || !isMergeKey(meant)) own.push(entry);
    else for (const one of mergedFrom(entry.value, whole)) merged.push(one);
  }
  return withMerged(own, merged);
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

const MERGE_TAG = `${OF_YAML}merge`;

/** Whether a key merges: `<<` without quotes, or tagged as such (https://yaml.org/type/merge.html). */
const isMergeKey = (key: unknown) =>
  isScalar(key) &&
  (key.tag === MERGE_TAG || (key.tag === undefined && key.type === Scalar.PLAIN && key.value === '<<'));

/** The entries that a merge key brings, of several with one key the one that counts last. */
function mergedFrom(value: Data, { budget, odd }: Whole): readonly Entry[] {
  if (value.is === 'map') return value.entries;
  const parts = value.is === 'list' ? value.items : [value];
  const other = value.is === 'list' ? parts.find((part) => part.is !== 'map') : value;
  // What was left out, since there is too much, is told already.
  if (other && 'start' in other.place && budget.nodes >= 0 && budget.repeated >= 0)
    odd.push({ at: other.place.start });
  return parts.toReversed().flatMap((part) => (part.is === 'map' ? part.entries : []));
}

/** A mapping's entries with the merged ones before them: its own keys win, of merged ones the last. */
function withMerged(own: readonly Entry[], merged: readonly Entry[]): readonly Entry[] {
  if (merged.length === 0) return own;
  const keys = new Set(own.map(({ key }) => key));
  const last = new Map(merged.map((entry) => [entry.key, entry]));
  return [...[...last.values()].filter(({ key }) => !keys.has(key)), ...own];
}

const keyText = (key: unknown) => (isScalar(key) ? String(key.value) : '');

function scalar(node: Node, place: Span, { text, base, form }: Whole): Data {
  if (!isScalar(node)) return { is: 'scalar', value: null, text: undefined, place };
  const { value } = node;
  const known =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  const quoted = isQuoted(node);
  // A string whose closing quote is missing was cut: half an id is another id.
  const whole =
    !quoted || (place.end - place.start > 1 && text[place.end - base - 1] === text[place.start - base]);
  const isText = typeof known === 'string' && whole && (form === 'yaml' || quoted) && isTextTag(node.tag);
  return { is: 'scalar', value: known, text: isText ? known : undefined, place };
}

/** The value under a key, the last one where it repeats. */
export function at(data: Data | undefined, ...path: readonly string[]): Data | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return data;
  if (data?.is !== 'map') return undefined;
  return at(data.entries.findLast((entry) => entry.key === key)?.value, ...rest);
}

/** A string that is not blank, trimmed, with its place. */
export function textAt(
  data: Data | undefined,
  ...path: readonly string[]
): { readonly text: string; readonly place: Place } | undefined {
  const found = at(data, ...path);
  const text = found?.is === 'scalar' ? found.text?.trim() : undefined;
  return found === undefined || text === undefined || text === '' ? undefined : { text, place: found.place };
}

/** The items of a list; nothing of anything else. */
export function itemsAt(data: Data | undefined, ...path: readonly string[]): readonly Data[] {
  const found = at(data, ...path);
  return found?.is === 'list' ? found.items : [];
}

/** The claim that a file could not be read, or only in part. */
export function unreadable(file: string, via: Via, problem: ReadProblem | undefined): Claim[] {
  if (problem === undefined) return [];
  const { what, hint } = problem;
  const advice = hint === undefined ? {} : { hint: `Correct the file: ${hint}` };
  return [
    {
      kind: 'unreadable',
      place: { file, start: 0, end: 0 },
      confidence: 'certain',
      via,
      what: `"${file}" ${what}`,
      ...advice,
    },
  ];
}
