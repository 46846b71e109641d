/** One line of a stream, from 1; `undefined` text where it was longer than allowed and was passed over. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | undefined;
}

const NEWLINE = 0x0a;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** A line as text; undefined where it is no UTF-8, for another text in its place would be a guess. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The lines of a stream, without their ends. A line of more than `longest` bytes is passed over while it is
 * read; nothing is held but the line at hand.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  for await (const lines of groupsOf(stream, longest)) yield* lines;
}

/**
 * The same, in groups: those that came to their end in one part of the stream, so that none waits for a line
 * that is not written yet.
 */
export async function* groupsOf(
  stream: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<readonly Line[]> {
  let number = 1;
  let held: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array) => {
    size += part.length;
    if (size > longest) held = [];
    else if (part.length > 0) held.push(part);
  };
  const line = (): Line => {
    const bytes = size > longest ? undefined : joined(held, size);
    [held, size] = [[], 0];
    return { number: number++, bytes };
  };
  for await (const chunk of stream) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, end));
      lines.push(line());
      from = end + 1;
    }
    take(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [line()];
}

/** Parts of a stream as one, of `size` bytes in all. */
export function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
