import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { UsageError } from '../model/usage-error.ts';

/** The value of a file that people write, and where in the file each of its keys stands. */
export interface Parsed {
  readonly value: unknown;
  /** `file:line:column` of the key or item that a way of keys leads to; of the last part that is there. */
  readonly spot: (path: readonly (string | number)[]) => string;
  /** The same as an offset. */
  readonly offset: (path: readonly (string | number)[]) => number;
}

/** Deeper than any honest config; the parser recurses over what is nested. */
const DEEPEST = 40;
/** More than any honest config has; the parser looks through the document for each. */
const MOST_ALIASES = 100;

/**
 * Reads YAML or JSON; `what` names such a file in messages. Throws `UsageError` with line and column at the
 * first thing that cannot be read.
 */
export function parseConfig(text: string, shown: string, what = 'Config'): Parsed {
  if (isTooDeep(text))
    throw new UsageError(`${what} "${shown}" is nested too deeply`, `Up to ${DEEPEST} levels are read`);
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${shown}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  const document = parsed(text, lines, `${what} "${shown}"`);
  const [error] = document.errors;
  if (error?.code === 'MULTIPLE_DOCS')
    throw new UsageError(
      `${at(error.pos[0])}: A second document begins`,
      `${what === 'Config' ? 'A config' : 'It'} is one YAML document: remove the line \`---\``,
    );
  if (error)
    throw new UsageError(`${at(error.pos[0])}: ${(error.message.split('\n')[0] ?? '').slice(0, 200)}`);
  const { twice, aliases } = lookedThrough(document);
  if (twice !== undefined) throw new UsageError(`${at(twice)}: Map keys must be unique`);
  try {
    if (aliases > MOST_ALIASES) throw new Error('too many aliases');
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return {
      value,
      spot: (path) => at(offsetOf(document, path)),
      offset: (path) => offsetOf(document, path),
    };
  } catch {
    throw new UsageError(`${what} "${shown}" cannot be read`, 'Write out what its aliases stand for');
  }
}

function parsed(text: string, lineCounter: LineCounter, shown: string): Document.Parsed {
  const limit = Error.stackTraceLimit;
  // Of errors there may be one for each letter.
  Error.stackTraceLimit = 0;
  try {
    // The parser holds each key against all before it: repeated ones are looked for here.
    return parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error', uniqueKeys: false });
  } catch {
    throw new UsageError(`${shown} cannot be read`, 'Its structure goes beyond what the parser bears');
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Where the first key stands that its mapping has already, an offset, and how many aliases there are. */
function lookedThrough(document: Document.Parsed): {
  readonly twice: number | undefined;
  readonly aliases: number;
} {
  let aliases = 0;
  let twice: number | undefined;
  const left: unknown[] = [document.contents];
  while (left.length > 0) {
    const node = left.pop();
    if (isAlias(node)) aliases += 1;
    if (isSeq(node)) for (const item of node.items) left.push(item);
    if (!isMap(node)) continue;
    const keys = new Set<string>();
    for (const { key, value } of node.items) {
      left.push(key, value);
      const name = isScalar(key) ? String(key.value) : undefined;
      const start = startOf(key) ?? 0;
      if (name !== undefined && keys.has(name)) twice = Math.min(twice ?? start, start);
      else if (name !== undefined) keys.add(name);
    }
  }
  return { twice, aliases };
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 0x5b || char === 0x7b) depth += 1;
    else if (char === 0x5d || char === 0x7d) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return /^[ \t]*(?:[-?][ \t]+){40}|^ {200}/m.test(text);
}

function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : '') === String(step));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
