import { isMap, parseDocument } from 'yaml';
import { bodyBlocks } from '../../extract/card/blocks.ts';
import { frontMatter } from '../../extract/card/front-matter.ts';
import { shownText } from '../../extract/card/shown-text.ts';
import type { Claim } from '../../model/claim.ts';
import type { Edit, Place } from '../../model/place.ts';
import type { TextSource } from '../../model/source.ts';
import { normalizePhrase } from '../../text/phrase-search.ts';

const placeOf = (at: Claim | Place): Place => ('place' in at ? at.place : at);

/** Puts another text where a claim or a stretch stands; nothing where the place has no offsets. */
export function replace(at: Claim | Place, text: string): readonly Edit[] {
  const place = placeOf(at);
  return 'start' in place ? [{ file: place.file, start: place.start, end: place.end, text }] : [];
}

/**
 * Puts another value where one stands in YAML, in the quotes that are there. The value is an id: nothing in
 * it needs another form.
 */
export function replaceValue(
  source: TextSource | undefined,
  at: Claim | Place,
  value: string,
): readonly Edit[] {
  return replace(at, value).map((edit) => {
    const [quote] = /^(['"])[^]*\1$/
      .exec(source?.file === edit.file ? source.text.slice(edit.start, edit.end) : '')
      ?.slice(1) ?? [''];
    return { ...edit, text: `${quote ?? ''}${value}${quote ?? ''}` };
  });
}

/** The line end that a text uses most. */
export function lineEnd(text: string): string {
  return (text.match(/\r\n/g)?.length ?? 0) * 2 > (text.match(/\n/g)?.length ?? 0) ? '\r\n' : '\n';
}

/** Adds a paragraph to the end of a file, in the file's own line ends, with one empty line before it. */
export function append(source: TextSource, paragraph: string): readonly Edit[] {
  const eol = lineEnd(source.text);
  const end = source.text.length;
  const gap = source.text === '' ? '' : source.text.endsWith('\n') ? eol : eol + eol;
  return [{ file: source.file, start: end, end, text: gap + paragraph.replace(/\r?\n/g, eol) + eol }];
}

/**
 * Adds a paragraph to the end of a card; nothing where it would not be shown there, within a fence or a
 * comment that nothing closes.
 */
export function appendShown(card: TextSource, paragraph: string): readonly Edit[] {
  const edits = append(card, paragraph);
  const last = bodyBlocks(card.text).at(-1)?.start ?? 0;
  const end = card.text.slice(last) + edits.map(({ text }) => text).join('');
  return normalizePhrase(shownText(end).text).endsWith(normalizePhrase(paragraph)) ? edits : [];
}

/** Adds a paragraph to a file, or begins the file with it where there is none. */
export function appendOrBegin(
  source: TextSource | undefined,
  file: string,
  paragraph: string,
): readonly Edit[] {
  return source ? append(source, paragraph) : [{ file, start: 0, end: 0, text: `${paragraph}\n` }];
}

/**
 * Adds a key to the end of the front matter, in the file's own line ends. Nothing where the block is not
 * there, has the key, or would not read as before with it: what cannot be shown to be safe is not done.
 */
export function addKey(source: TextSource, key: string, values: readonly string[]): readonly Edit[] {
  const { state, yaml } = frontMatter(source.text);
  if (
    state !== 'present' ||
    !yaml ||
    values.length === 0 ||
    !values.every((value) => /^[\w.-]+(?:\/[\w.-]+)?$/.test(value))
  )
    return [];
  const block = source.text.slice(yaml.start, yaml.end);
  const eol = lineEnd(source.text);
  const [only] = values;
  const lines =
    values.length === 1
      ? `${key}: ${only ?? ''}`
      : [`${key}:`, ...values.map((value) => `- ${value}`)].join(eol);
  const put = `${eol}${lines}`;
  const [before, after] = [plainMap(block), plainMap(block + put)];
  if (!before || !after || Object.hasOwn(before, key)) return [];
  const { [key]: added, ...rest } = after;
  const wanted = values.length === 1 ? only : values;
  if (JSON.stringify(rest) !== JSON.stringify(before) || JSON.stringify(added) !== JSON.stringify(wanted))
    return [];
  return [{ file: source.file, start: yaml.end, end: yaml.end, text: put }];
}

/**
 * Gives a key of the front matter that stands there without a value its value. Nothing where it has one, or
 * where the block would not read as before with it.
 */
export function fillKey(source: TextSource, key: string, [value = '']: readonly string[]): readonly Edit[] {
  const { state, yaml } = frontMatter(source.text);
  if (state !== 'present' || !yaml || !/^[\w.-]+$/.test(value)) return [];
  const block = source.text.slice(yaml.start, yaml.end);
  const empty = new RegExp(`^${key}[ \\t]*:(?:[ \\t]*(?:""|''|\\[\\]|~|null))?(?=[ \\t]*(?:#|$))`, 'gm');
  const [found] = [...block.matchAll(empty)];
  if (!found) return [];
  const [start, end] = [found.index, found.index + found[0].length];
  const text = `${key}: ${value}`;
  const [before, after] = [block, block.slice(0, start) + text + block.slice(end)].map(plainMap);
  if (!before || !after) return [];
  const { [key]: had, ...rest } = before;
  const { [key]: has, ...kept } = after;
  if (has !== value || JSON.stringify(rest) !== JSON.stringify(kept)) return [];
  if (!(had === null || had === '' || (Array.isArray(had) && had.length === 0))) return [];
  return [{ file: source.file, start: yaml.start + start, end: yaml.start + end, text }];
}

/** Begins a card with a block of metadata that holds these lines; nothing where one is there. */
export function beginBlock(source: TextSource, lines: string): readonly Edit[] {
  if (frontMatter(source.text).state !== 'absent') return [];
  const eol = lineEnd(source.text);
  const text = ['---', lines, '---', ''].join(eol);
  const { state, yaml } = frontMatter(text + source.text);
  return state === 'present' && yaml && text.slice(yaml.start, yaml.end) === lines
    ? [{ file: source.file, start: 0, end: 0, text }]
    : [];
}

/** A block of YAML as a map of plain values; undefined for anything else. */
function plainMap(text: string): Readonly<Record<string, unknown>> | undefined {
  const doc = parseDocument(text, { uniqueKeys: false, merge: true, logLevel: 'silent' });
  if (doc.errors.length > 0 || !isMap(doc.contents)) return undefined;
  try {
    return Object.fromEntries(Object.entries(doc.toJS({ maxAliasCount: 100 }) as object));
  } catch {
    return undefined; // aliases that grow without end
  }
}

/** Adds a line after the one in which a place lies, in the file's own line ends. */
export function lineAfter(source: TextSource, place: Place, line: string): readonly Edit[] {
  if (!('end' in place)) return [];
  const eol = lineEnd(source.text);
  const next = source.text.indexOf('\n', place.end);
  const at = next < 0 ? source.text.length : next + 1;
  return [{ file: source.file, start: at, end: at, text: next < 0 ? eol + line : line + eol }];
}
