import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
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
  try {
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
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
  } catch {
    throw new UsageError(`${shown} cannot be read`, 'Its structure goes beyond what the parser bears');
  }
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
