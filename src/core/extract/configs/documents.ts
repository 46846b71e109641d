import { parseAllDocuments, type Document } from 'yaml';

/** Levels of one text. */
export const MAX_DEPTH = 64;
const MAX_INDENT = 120;
/**
 * Commas of one text: the parser takes a thousand times the room of what it reads, and the largest tokenizer
 * configs hold as many.
 */
export const MAX_COMMAS = 125_000;

/**
 * What the parser makes of a text. Of errors there may be one for each letter: none of them keeps a trace of
 * calls, which nobody sees.
 */
export function documentsIn(text: string): readonly Document[] {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    const parsed = parseAllDocuments(text, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      resolveKnownTags: false,
      keepSourceTokens: false,
    });
    return Array.isArray(parsed) ? parsed : [];
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/**
 * Counts brackets and commas before the parser recurses over them. In YAML quotes are ignored: a stray
 * apostrophe in plain text would hide all after it.
 */
export function beyondBounds(text: string, form: 'json' | 'yaml'): 'depth' | 'commas' | undefined {
  let depth = 0;
  let commas = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (form === 'json' && char === 0x22) quoted = !quoted;
    else if (quoted && char === 0x5c) at++;
    else if (!quoted && (char === 0x5b || char === 0x7b)) depth++;
    else if (!quoted && (char === 0x5d || char === 0x7d)) depth = Math.max(0, depth - 1);
    else if (!quoted && char === 0x2c) commas++;
    if (depth > MAX_DEPTH) return 'depth';
    if (commas > MAX_COMMAS) return 'commas';
  }
  if (form === 'json') return undefined;
  return new RegExp(`^(?: {${MAX_INDENT}}|[ \\t]*(?:[-?][ \\t]+){${MAX_DEPTH / 2}})`, 'm').test(text)
    ? 'depth'
    : undefined;
}

export const OF_YAML = 'tag:yaml.org,2002:';
/** The tags that safe readers of YAML 1.1 know (https://yaml.org/type/). */
const KNOWN_TAGS: ReadonlySet<string> = new Set(
  'str int float bool null map seq binary timestamp set omap pairs merge value'
    .split(' ')
    .map((name) => OF_YAML + name),
);

/** Whether readers of YAML refuse a tag; `!` alone says that a text is one. */
export const isUnknownTag = (tag: string | undefined): tag is string =>
  tag !== undefined && tag !== '!' && !KNOWN_TAGS.has(tag);

/** A tag as a report shows it. */
export const shownTag = (tag: string) => tag.replace(OF_YAML, '!!').slice(0, 100);

/** Whether a text stays one under its tag: others make of it bytes, a date, a number, what nobody knows. */
export const isTextTag = (tag: string | undefined) =>
  tag === undefined || tag === '!' || tag === `${OF_YAML}str`;
