import type { Rule } from '../../core/evaluate/evaluate.ts';
import type { Problem } from '../../core/model/finding.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isOffset = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isStretch = ({ start, end }: Fields) =>
  isOffset(start) && isOffset(end) && Number(start) <= Number(end);
const isPlace = (value: unknown) =>
  isObject(value) && isText(value['file']) && (isText(value['key']) || isStretch(value));
const isEdit = (value: unknown) =>
  isObject(value) && isText(value['file']) && typeof value['text'] === 'string' && isStretch(value);
const isOwed = (value: unknown) =>
  isObject(value) && ['term', 'license', 'ancestor'].every((part) => isObject(value[part]));
const isListOf = (is: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(is);
const isOneOf = (words: readonly unknown[]) => (value: unknown) => words.includes(value);

/** A field of a problem by the way of keys to it, what it has to be, and whether a value is that. */
type Check = readonly [path: string, wanted: string, is: (value: unknown) => boolean];

const NEEDED: readonly Check[] = [
  ['message', 'a text', isText],
  [
    'at',
    'a claim, or a place with `file`, `start` and `end`',
    (at) => isPlace(isObject(at) ? (at['place'] ?? at) : at),
  ],
];
const OPTIONAL: readonly Check[] = [
  ['severity', 'info, warning or error', isOneOf(['info', 'warning', 'error'])],
  ['confidence', 'certain, likely or possible', isOneOf(['certain', 'likely', 'possible'])],
  ['obligation', 'an obligation of the facts', isOwed],
  ['alsoObligations', 'a list of obligations of the facts', isListOf(isOwed)],
  ['upstream', 'an upstream of the facts', (one) => isObject(one) && isText(one['model'])],
  [
    'why',
    'an object with `title` and `clauses`',
    (why) => isObject(why) && isText(why['title']) && Array.isArray(why['clauses']),
  ],
  ['standsFor', 'a number', isOffset],
  ['fix', 'an object with `title`, `safe` and `edits`', isObject],
];
const OF_A_FIX: readonly Check[] = [
  ['title', 'a text', isText],
  ['safe', 'true or false', (value) => typeof value === 'boolean'],
  ['edits', 'a list of `{ file, start, end, text }`', isListOf(isEdit)],
];

/** The first field that is not what it has to be. */
function misformed(value: unknown): string | undefined {
  if (!isObject(value)) return 'a finding that is no object';
  const optional = OPTIONAL.filter(([path]) => value[path] !== undefined);
  for (const [path, wanted, is] of [...NEEDED, ...optional])
    if (!is(value[path])) return `a finding whose \`${path}\` is not ${wanted}`;
  const fix = value['fix'];
  if (!isObject(fix)) return undefined;
  for (const [path, wanted, is] of OF_A_FIX)
    if (!is(fix[path])) return `a finding whose \`fix.${path}\` is not ${wanted}`;
  return undefined;
}

/**
 * A plugin's rule of which only findings of the right form come through: its author hears which field is
 * wrong, and nothing behind it meets one.
 */
export function heldToForm(rule: Rule): Rule {
  // A rule may be an object of a class: what it inherits stays.
  return Object.assign(Object.create(rule) as Rule, {
    *check(facts: Parameters<Rule['check']>[0]) {
      const found: unknown = rule.check(facts);
      if (!isObject(found) || !(Symbol.iterator in found))
        throw new Error('`check` gives no list of findings: write it as a generator, `*check`');
      for (const problem of found as Iterable<unknown>) {
        const trouble = misformed(problem);
        if (trouble !== undefined) throw new Error(`it gives ${trouble}`);
        yield problem as Problem;
      }
    },
  });
}
