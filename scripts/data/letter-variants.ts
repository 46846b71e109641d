import type { waysOf } from './required-literals.ts';

type Ways = ReturnType<typeof waysOf>;

/** Of a stem with many spellings a part is enough: it only says where to look. */
const MOST = 16;

/**
 * Letters that are written in several ways, as traditional and simplified characters: `许許` says that one may
 * stand for the other. The data is written with the first of each, and heard with all.
 */
export function letterVariants(pairs: readonly string[]) {
  const others = new Map(pairs.map((pair) => [pair.charAt(0), pair.slice(1)]));

  /** An expression with every such letter in all its forms. */
  function expression(source: string): string {
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
  }

  /** All spellings of a stem, or of its beginning. */
  function stems(stem: string): string[] {
    let all = [''];
    for (const letter of stem) {
      const next = all.flatMap((before) =>
        [letter, ...(others.get(letter) ?? '')].map((one) => before + one),
      );
      if (next.length > MOST) break;
      all = next;
    }
    return all;
  }

  const ways = (plain: Ways): Ways =>
    others.size === 0
      ? plain
      : plain.map(([source, ...lists]) => [
          expression(source),
          ...lists.map((list) => [...new Set(list.flatMap(stems))]),
        ]);
  return { expression, ways };
}
