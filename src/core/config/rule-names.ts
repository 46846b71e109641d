import { didYouMean } from '../text/did-you-mean.ts';

/** A rule's name, and the names that it had. */
export interface RuleName {
  readonly name: string;
  readonly formerly?: readonly string[];
}

/** The name that a rule has now which once had another; undefined for what never was a rule's name. */
export function renamedRule(word: string, rules: readonly RuleName[]): string | undefined {
  return rules.find(({ formerly }) => formerly?.includes(word))?.name;
}

/** What to write instead of a word that is no rule's name; undefined where nothing is near. */
export function ruleHint(word: string, rules: readonly RuleName[]): string | undefined {
  const renamed = renamedRule(word, rules);
  return renamed === undefined
    ? didYouMean(
        word,
        rules.map(({ name }) => name),
      )
    : `It is now "${renamed}"`;
}
