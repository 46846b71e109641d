import { normalizeSpacing } from '../text/normalize-spacing.ts';
import { dataText } from './data-source.ts';

/** A model family as people name it: what `Llama 2` in a sentence, or in a repository's name, stands for. */
export interface Family {
  readonly name: string;
  /** Spellings, and words beside which it is another family: in lower case, one blank between words. */
  readonly match: readonly string[];
  readonly not?: readonly string[];
  /** Our license id; null where it depends on the model. */
  readonly license: string | null;
  readonly owner: string | null;
  readonly models: readonly string[];
}

let shipped: readonly Family[] | undefined;

function families(): readonly Family[] {
  return (shipped ??= JSON.parse(dataText('data/generated/families.json')) as readonly Family[]);
}

/** Whether `words` stand in `text` as a name of its own: not inside a longer word or version number. */
function holds(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text.slice(at + words.length, at + words.length + 2);
    if (!/[a-z0-9.]/.test(before) && !/^(?:\d|\.\d)/.test(after) && !/^[a-z]/.test(after)) return true;
  }
  return false;
}

/** The family with a name, exactly as the data spells it. */
export function familyNamed(name: string): Family | undefined {
  return families().find((family) => family.name.toLowerCase() === name.toLowerCase());
}

/** The family that the name part of a Hub id speaks of: the longest match wins; undefined for none. */
export function familyOf(model: string): Family | undefined {
  const name = normalizeSpacing(model.slice(model.indexOf('/') + 1)).trim();
  let best: { readonly family: Family; readonly length: number } | undefined;
  for (const family of families()) {
    if (family.not?.some((word) => name.includes(word))) continue;
    for (const words of family.match)
      if (words.length > (best?.length ?? 0) && holds(name, words)) best = { family, length: words.length };
  }
  return best?.family;
}

/**
 * The family behind a name of Ollama's own library (`llama3.2:3b`, `qwen2.5:7b`); a user's model there has an
 * owner before it, and tells nothing.
 */
export function familyOfOllama(name: string): Family | undefined {
  // `deepseek-r1` there is a distilled Qwen or Llama in every size but the largest.
  if (name.includes('/') || /^deepseek-r1(?!:671b)/i.test(name)) return undefined;
  const words = name.replace(':', ' ').replace(/[-_](?:instruct|chat|text|q\d\w*|fp16)\b/gi, '');
  return familyOf(words) ?? familyOf(words.replace(/([a-z])(\d)/i, '$1 $2'));
}

/** What the versions of a family have in common: `llama` of `Llama 3.1`. */
export function familyLine(name: string): string {
  return name.toLowerCase().split(/[\s\d.-]/)[0] ?? '';
}
