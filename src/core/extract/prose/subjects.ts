import type { Matter } from '../../model/claim.ts';
import { languagesOf, type LanguageRules } from './languages.ts';

/**
 * Words of a text that name parts of a work: one part ("the model's code"), or several that are said
 * together.
 */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly matter: Exclude<Matter, 'unsaid'>;
}

/** Files of programs, in any language. */
const PROGRAM = /(?<![\w.])[\w/-]{1,60}\.(?:py|ipynb|cpp|cc|cu|hpp|js|ts|sh|rs|go)(?![\w/])/gi;
/** What stands within one name: "model code", 「モデルのコード」. */
const COMPOUND = /^(?:[\s"'`*’-]|['’]s|의|的|の)*$/;

/**
 * The parts that a text names, in order. Of words that stand together the last is the head, but "code of this
 * model" is code.
 */
export function partsIn(text: string, tongue: LanguageRules): Part[] {
  const { license } = tongue;
  const all = (['weights', 'code', 'data', 'other'] as const).flatMap((matter) =>
    license[matter]
      .all(text)
      .map((hit): Part => ({ from: hit.index, to: hit.index + hit.text.length, matter })),
  );
  const files = [...text.matchAll(PROGRAM)].map((hit): Part => ({
    from: hit.index,
    to: hit.index + hit[0].length,
    matter: 'code',
  }));
  const found: Part[] = [];
  for (const part of [...files, ...all].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const before = found.at(-1);
    if (before && part.from < before.to) continue;
    const gap = before && text.slice(before.to, part.from);
    if (before && gap !== undefined && COMPOUND.test(gap))
      found[found.length - 1] = { ...part, from: before.from };
    else if (before && gap !== undefined && tongue.parts.of.test(gap))
      found[found.length - 1] = { ...before, to: part.to };
    else if (before && gap !== undefined && tongue.parts.and.test(gap))
      found[found.length - 1] = { from: before.from, to: part.to, matter: wider(before.matter, part.matter) };
    else found.push(part);
  }
  return found;
}

const wider = (one: Part['matter'], other: Part['matter']): Part['matter'] =>
  other === 'weights' ? other : one;

const LABEL = /^\s*(?:licen[cs]es?|라이[선센]스|许可证?|許可證?|协议|協議|ライセンス)?\s*[:：]/i;

/**
 * What words in front of a license's name speak of. A tool or a manual is meant only where the sentence is
 * about it.
 */
export function matterOf(text: string, tongues: readonly LanguageRules[]): Matter {
  for (const tongue of tongues) {
    const parts = partsIn(text, tongue);
    const last = parts.at(-1);
    if (
      last?.matter === 'other' &&
      (tongue.parts.topic.test(text.slice(last.to)) || LABEL.test(text.slice(last.to)))
    )
      return 'other';
    for (const matter of ['weights', 'code', 'data'] as const)
      if (parts.some((part) => part.matter === matter)) return matter;
  }
  return 'unsaid';
}

/**
 * What a heading, a cell or a badge's label is about that names parts and nothing else, but for words such as
 * "license".
 */
export function matterNamed(words: string): Matter {
  for (const tongue of languagesOf(words)) {
    const parts = partsIn(words, tongue);
    const [first] = parts;
    if (!first) continue;
    let rest = words;
    for (const { from, to } of parts.toReversed()) rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
    if (tongue.parts.plain.test(rest))
      return parts.reduce((matter, part) => wider(matter, part.matter), first.matter);
  }
  return 'unsaid';
}

/**
 * Whether a clause, up to words such as "is based on", is about code or a tool: what they come from is no
 * origin of weights.
 */
export function isAboutCode(sentence: string, tongue: LanguageRules): boolean {
  const before = sentence.slice(sentence.search(/[^;；，,]*$/));
  const parts = partsIn(before, tongue);
  const last = parts.at(-1);
  if (!last || parts.some(({ matter }) => matter === 'weights' || matter === 'data')) return false;
  const rest = before.slice(last.to);
  // "This repository is a fine-tune of X": the place stands for what it holds.
  if (
    tongue.license.repository.find(before.slice(last.from, last.to))?.text ===
    before.slice(last.from, last.to)
  )
    return false;
  return /^[\s`*"]*$/.test(rest) || tongue.parts.topic.test(rest);
}

const OPENING_NAME = new RegExp(
  String.raw`^\W*(?:(?:note that|please note|and|while|whereas|but|the)\s+)*` +
    String.raw`((?:[A-Za-z][\w.+-]*)(?: (?:[A-Z\d][\w.+-]*)){0,3})`,
  'i',
);

/** A name that opens the sentence as its subject, "X itself is …", as the sentence writes it. */
export function subjectNamed(text: string, { parts }: LanguageRules): string | undefined {
  const name = OPENING_NAME.exec(text);
  if (!name?.[1]) return undefined;
  // Only the sentence's own capitals tell a name of several words from a word and what follows.
  const [first = '', ...more] = name[1].split(' ');
  const words = [first];
  for (const word of more) {
    if (!/^[A-Z\d]/.test(word)) break;
    words.push(word);
  }
  const subject = words.join(' ');
  const at = name.index + name[0].length - name[1].length + subject.length;
  return parts.topic.test(text.slice(at)) && !parts.ours.test(subject) ? subject : undefined;
}
