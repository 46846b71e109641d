/** The lines of a text in UTF-8, as bytes, for a file of which few lines are read as text. */
export function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0, end = 0; end >= 0; from = end + 1) {
    end = bytes.indexOf(0x0a, from);
    lines.push(bytes.subarray(from, end < 0 ? bytes.length : end));
  }
  return lines;
}
