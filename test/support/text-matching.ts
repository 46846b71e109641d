import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** A number below another one, by which a choice is made. */
export type Choose = (below: number) => number;

/** What the sets of an expression are tried with: letters, digits, signs and other scripts. */
const SAMPLES = ['a', 'z', 'Q', '7', ' ', '-', '.', '/', '_', '%', 'é', '모', '模', 'デ'];
/** So often is repeated what may be repeated for ever. */
const MOST = 3;

const parser = new RegExpParser();

/**
 * A text that an expression matches from its beginning to its end; what it only looks for around it is left
 * out. fast-check makes such texts, too, but takes long over an expression of thousands of characters.
 */
export function textMatching(source: string): (choose: Choose) => string {
  const pattern = parser.parsePattern(source, 0, source.length, { unicode: true });
  return (choose) => oneOf(pattern.alternatives, choose);
}

const oneOf = (all: readonly AST.Alternative[], choose: Choose): string =>
  (all[choose(all.length)]?.elements ?? []).map((element) => textOf(element, choose)).join('');

function textOf(element: AST.Element, choose: Choose): string {
  switch (element.type) {
    case 'Assertion':
      return '';
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'Group':
    case 'CapturingGroup':
      return oneOf(element.alternatives, choose);
    case 'Quantifier': {
      const { min, max } = element;
      const times = min + choose(Math.min(max, min + MOST) - min + 1);
      return Array.from({ length: times }, () => textOf(element.element, choose)).join('');
    }
    case 'CharacterClass':
    case 'CharacterSet':
      return memberOf(element, choose);
    case 'Backreference':
    case 'ExpressionCharacterClass':
      throw new Error(`No text is made for ${element.raw}`);
  }
}

/** A character that a class or a set holds. */
function memberOf(set: AST.CharacterClass | AST.CharacterSet, choose: Choose): string {
  const is = new RegExp(`^${set.raw}$`, 'u');
  const own = 'elements' in set ? set.elements.flatMap(endsOf) : [];
  const members = [...own, ...SAMPLES].filter((one) => is.test(one));
  const member = members[choose(members.length)];
  if (member === undefined) throw new Error(`No sample is in ${set.raw}`);
  return member;
}

const endsOf = (element: AST.CharacterClass['elements'][number]): string[] =>
  element.type === 'Character'
    ? [String.fromCodePoint(element.value)]
    : element.type === 'CharacterClassRange'
      ? [element.min, element.max].map(({ value }) => String.fromCodePoint(value))
      : [];
