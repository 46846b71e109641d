import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';

const parser = new RegExpParser();

/** Words of which every match holds at least one. */
type Stems = readonly string[];

/** Of many words, one is nearly always there. */
const MOST = 60;

const telling = (stems: Stems) => Math.min(...stems.map(({ length }) => length));

/**
 * The ways to match an expression that ignores case, each for text in lower case, with its stems: words, in
 * lower case, without which it matches nothing; of each list, every match holds at least one. A sentence that
 * has none of some list need not be asked, and the way need not be compiled.
 */
export function waysOf(
  source: string,
): readonly (readonly [expression: string, ...stems: readonly Stems[]])[] {
  const pattern = parser.parsePattern(source, 0, source.length, { unicode: source.includes('\\p{') });
  return pattern.alternatives.map((alternative) => {
    let lower = alternative.raw;
    visitRegExpAST(alternative, {
      onCharacterEnter({ raw, start }) {
        const at = start - alternative.start;
        if (raw.length === 1) lower = lower.slice(0, at) + raw.toLowerCase() + lower.slice(at + 1);
      },
    });
    return [lower, ...sequence(alternative.elements)];
  });
}

/** A match is one of them: it holds a word of the most telling list of one. */
function alternatives(all: readonly AST.Alternative[]): readonly Stems[] {
  const each = all.map(({ elements }) => sequence(elements));
  const [only] = each;
  if (only && each.length === 1) return only;
  const best = each.map((lists) =>
    lists.reduce<Stems | undefined>(
      (most, list) => (most && telling(most) >= telling(list) ? most : list),
      undefined,
    ),
  );
  const stems = [...new Set(best.flatMap((list) => list ?? []))];
  return best.includes(undefined) || stems.length > MOST ? [] : [stems];
}

/** A match holds all of them, one behind the other. */
function sequence(elements: readonly AST.Element[]): readonly Stems[] {
  const lists: Stems[] = [];
  let run = '';
  const close = () => {
    // One letter of an alphabet stands in every sentence; one of Chinese or Korean does not.
    if (run.length > 1 || run > '\u00ff') lists.push([run]);
    run = '';
  };
  for (const element of elements) {
    if (element.type === 'Character') run += String.fromCodePoint(element.value).toLowerCase();
    else if (element.type !== 'Assertion') {
      close();
      lists.push(...inside(element));
    }
  }
  close();
  return lists;
}

function inside(element: AST.Element): readonly Stems[] {
  if (element.type === 'Group' || element.type === 'CapturingGroup')
    return alternatives(element.alternatives);
  if (element.type === 'Quantifier' && element.min > 0) return inside(element.element);
  return [];
}
