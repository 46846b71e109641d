import { RegExpParser, type AST } from '@eslint-community/regexpp';
import type { Choice, Part } from '../../src/core/text/patterns/parts.ts';
import { stemsOf } from './required-literals.ts';

const parser = new RegExpParser();

/** What stands in many expressions is worth a part where it is longer. */
const LONG = 14;

/**
 * What the expressions of a language share, written once: `~3~` in an expression, and `~3!~` where every
 * match of it holds one of that part.
 */
export class SharedParts {
  readonly parts: Part[] = [];
  readonly #places = new Map<string, number>();

  /** An expression with its long groups as parts. */
  short(source: string): string {
    if (source.includes('\\p{')) throw new Error(`name the letters, not \\p: ${source}`);
    return this.#sequence(parsed(source));
  }

  #sequence(node: AST.Alternative): string {
    return this.#written(node, node.elements, '!');
  }

  /** The text of a node in which its parts' groups are replaced, and marked. */
  #written({ start, raw }: AST.Node, within: readonly AST.Node[], mark: '!' | ''): string {
    let text = '';
    let at = 0;
    for (const node of within) {
      text += raw.slice(at, node.start - start) + this.#of(node, mark);
      at = node.end - start;
    }
    return text + raw.slice(at);
  }

  #of(node: AST.Node, mark: '!' | ''): string {
    if (node.type === 'Quantifier') return this.#written(node, [node.element], node.min > 0 ? mark : '');
    if (node.type === 'Alternative') return this.#written(node, node.elements, mark);
    if (node.type === 'Assertion' && 'alternatives' in node)
      return this.#written(node, node.alternatives, '');
    if (node.type !== 'Group') return node.raw;
    if (node.raw.length > LONG) return `~${this.#place(node)}${mark}~`;
    return this.#written(node, node.alternatives, node.alternatives.length === 1 ? mark : '');
  }

  /** Where the part for a group stands. */
  #place(group: AST.Group): number {
    const known = this.#places.get(group.raw);
    if (known !== undefined) return known;
    const place = this.parts.push(this.#part(group)) - 1;
    this.#places.set(group.raw, place);
    return place;
  }

  #part(group: AST.Group): Part {
    const [only, ...others] = group.alternatives;
    if (only !== undefined && others.length === 0) return this.#written(group, [only], '!');
    return group.alternatives.map((one): Choice => {
      const stems = stemsOf(one);
      if (stems.length === 1 && stems[0] === one.raw) return one.raw;
      const text = this.#sequence(one);
      return [text, ...stems.map((stem) => (text.startsWith(stem) ? stem.length : stem))];
    });
  }
}

/** The only alternative of an expression. */
function parsed(source: string): AST.Alternative {
  const { alternatives } = parser.parsePattern(source, 0, source.length, {
    unicode: source.includes('\\p{'),
  });
  const [only, another] = alternatives;
  if (only === undefined || another !== undefined) throw new Error(`one alternative alone: ${source}`);
  return only;
}
