import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';

const parser = new RegExpParser();

/** Words of which every match holds at least one. */
type Stems = readonly string[];

/** Of many words, one is nearly always there. */
const MOST = 60;

/** One letter of an alphabet stands in every sentence; one of Chinese or Korean, or a sign, does not. */
const tells = (stem: string) => stem.length > 1 || stem > '\u00ff' || stem === '%';

/** Words that stand in every text. */
const COMMON = new Set(
  (
    'is it are can for may must have has just only use using uses used which model models be not no on in ' +
    'at of to as the this that these they them was were does do you your we our or and with make made get ' +
    'given it an any all by from open free other work works run put stay ship remain terms provid releas'
  ).split(' '),
);

/** Long words stand in few texts: the shortest tells, and one that is common nothing. */
export const telling = (list: Stems) =>
  list.length === 0
    ? 0
    : Math.min(...list.map((stem) => (COMMON.has(stem.trim()) ? 0.1 : stem.trim().length)));

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
    return [lower, ...sequence(alternative.elements).toSorted((one, other) => often(one) - often(other))];
  });
}

/** How often a text holds one of some stems, roughly: long ones seldom do; the rarest list is asked first. */
const often = (stems: Stems) =>
  stems.reduce((sum, stem) => sum + (/[^\0-\u024f]/.test(stem) ? 0.05 : 0.5 ** stem.trim().length), 0);

/** A match is one of them: it holds a word of the most telling list of one. */
function alternatives(all: readonly AST.Alternative[]): readonly Stems[] {
  const each = all.map(({ elements }) => sequence(elements));
  const [only] = each;
  if (only && each.length === 1) return only;
  const best = each.map(mostTelling);
  const stems = [...new Set(best.flatMap((list) => list ?? []))];
  return best.includes(undefined) || stems.length > MOST ? [] : [stems];
}

/** The first of the lists that tell most. */
const mostTelling = (lists: readonly Stems[]) =>
  lists.reduce<Stems | undefined>(
    (most, list) => (most && telling(most) >= telling(list) ? most : list),
    undefined,
  );

/** Of more words, one is often there, and the choices inside have words of their own. */
const MOST_OF_CHOICE = 4;

/** Words of which each match of one choice of a group holds one; none where there are none, or many. */
export function stemsOf({ elements }: AST.Alternative): Stems {
  const list = mostTelling(sequence(elements)) ?? [];
  return list.length > MOST_OF_CHOICE ? [] : list;
}

/** A match holds all of them, one behind the other, and what is looked for in front and behind. */
function sequence(elements: readonly AST.Element[]): readonly Stems[] {
  const lists: Stems[] = [];
  let run: Stems = [''];
  const close = () => {
    if (run.every(tells)) lists.push(run);
    run = [''];
  };
  for (const element of elements) {
    const letters = lettersOf(element);
    if (letters) run = run.flatMap((one) => letters.map((letter) => one + letter));
    else if (element.type === 'Assertion') lists.push(...beside(element));
    else {
      close();
      lists.push(...inside(element));
    }
    if (run.length > FEW) close();
  }
  close();
  return lists;
}

/** A character, or each of a class of few. */
function lettersOf(element: AST.Element): Stems | undefined {
  return element.type === 'Character' || element.type === 'CharacterClass' ? known(element).exact : undefined;
}

const beside = (element: AST.Assertion): readonly Stems[] =>
  isHeld(element) ? alternatives(element.alternatives) : [];

/** Whether what is looked for in front or behind has to stand there. */
const isHeld = (element: AST.Assertion): element is AST.LookaroundAssertion & { readonly negate: false } =>
  'alternatives' in element && !element.negate;

function inside(element: AST.Element): readonly Stems[] {
  if (element.type === 'Group' || element.type === 'CapturingGroup')
    return alternatives(element.alternatives);
  if (element.type === 'Quantifier' && element.min > 0) return inside(element.element);
  return [];
}

/**
 * What is known of a part: all that it may match, where that is little, else lists as those of `stretchesOf`.
 */
interface Known {
  readonly exact?: Stems;
  readonly lists: readonly Stems[];
}

const NOTHING: Known = { lists: [] };

/** Of stretches fewer do, and there are as many as there are ways to join words. */
const MOST_JOINED = 24;

/** Letters that a class may have to be taken one by one. */
const FEW = 4;

/** These stand for names, which a text has as they are written. */
const SLOTS = /[\u25c6-\u25c8]/;

/**
 * Lists of stretches of text, as `waysOf` has them of words, but over the bounds of groups and choices, and
 * of what is looked for in front and behind: "fine-?tun(?:e|ing) of" holds "fine-tune of", "finetuning of"
 * and so on. They rule out far more, and only for the text that the expression is matched against: in its
 * source a link or a mark may part them.
 */
export function stretchesOf(source: string): readonly Stems[] {
  const pattern = parser.parsePattern(source, 0, source.length, { unicode: source.includes('\\p{') });
  return listsOf(choice(pattern.alternatives));
}

function listsOf({ exact, lists }: Known): readonly Stems[] {
  return exact === undefined ? lists : stretch(exact);
}

/** Stretches as a list; none where one of them says too little. */
function stretch(all: Stems): readonly Stems[] {
  if (!all.every(tells)) return [];
  return [all.filter((one) => !all.some((other) => other !== one && one.includes(other)))];
}

function choice(all: readonly AST.Alternative[]): Known {
  const each = all.map(({ elements }) => inOrder(elements));
  const [only] = each;
  if (only && each.length === 1) return only;
  const exact = each.flatMap((one) => one.exact ?? []);
  if (each.every((one) => one.exact) && exact.length <= MOST)
    return { exact: [...new Set(exact)], lists: [] };
  const best = each.map((one) => listsOf(one).toSorted((a, b) => telling(b) - telling(a))[0]);
  const stems = [...new Set(best.flatMap((list) => list ?? []))];
  return best.includes(undefined) || stems.length > MOST ? NOTHING : { lists: stretch(stems) };
}

function inOrder(elements: readonly AST.Element[]): Known {
  const lists: Stems[] = [];
  let run: Stems = [''];
  let isWhole = true;
  const close = () => {
    lists.push(...stretch(run));
    run = [''];
  };
  for (const element of elements) {
    if (element.type === 'Assertion') {
      if (isHeld(element)) lists.push(...listsOf(choice(element.alternatives)));
      continue;
    }
    const { exact, lists: more } = known(element);
    const joined = exact && joinedTo(run, exact);
    if (joined === undefined) {
      isWhole = false;
      close();
      lists.push(...more);
    }
    run = joined ?? exact ?? run;
  }
  if (isWhole && lists.length === 0) return { exact: run, lists };
  close();
  return { lists };
}

/** Each of some stretches behind each of others; undefined where that is too many. */
function joinedTo(before: Stems, behind: Stems): Stems | undefined {
  if (before.length * behind.length > MOST_JOINED) return undefined;
  return [...new Set(before.flatMap((one) => behind.map((other) => one + other)))];
}

function known(element: AST.Element): Known {
  if (element.type === 'Character')
    return { exact: [String.fromCodePoint(element.value).toLowerCase()], lists: [] };
  if (element.type === 'CharacterClass') return oneOf(element);
  if (element.type === 'Group' || element.type === 'CapturingGroup') return choice(element.alternatives);
  return element.type === 'Quantifier' ? repeated(element) : NOTHING;
}

function oneOf({ negate, elements }: AST.CharacterClass): Known {
  const letters = elements.flatMap((one) =>
    one.type === 'Character' ? [String.fromCodePoint(one.value).toLowerCase()] : [],
  );
  return negate || letters.length < elements.length || letters.length > FEW || SLOTS.test(letters.join(''))
    ? NOTHING
    : { exact: [...new Set(letters)], lists: [] };
}

function repeated({ min, max, element }: AST.Quantifier): Known {
  const once = known(element);
  if (min === 0) return max === 1 && once.exact ? { exact: ['', ...once.exact], lists: [] } : NOTHING;
  return min === 1 && max === 1 ? once : { lists: listsOf(once) };
}
