/**
 * Letters that are written in several ways, as traditional and simplified characters: `许許` says that one
 * may stand for the other. The data is written with the first of each, and heard with all: lists of words
 * are matched with texts that are folded (`foldOf`); expressions that stand by themselves are given all.
 */
export function letterVariants(pairs: readonly string[]): (source: string) => string {
  const others = new Map(pairs.map((pair) => [pair.charAt(0), pair.slice(1)]));
  return (source) => {
    let inClass = false;
    let folded = '';
    for (let at = 0; at < source.length; at += 1) {
      const letter = source.charAt(at);
      if (letter === '\\') {
        folded += letter + source.charAt((at += 1));
        continue;
      }
      if (letter === '[' && !inClass) inClass = true;
      else if (letter === ']') inClass = false;
      const more = others.get(letter);
      folded += more === undefined ? letter : inClass ? letter + more : `[${letter}${more}]`;
    }
    return folded;
  };
}
