import type { Matter } from '../../model/claim.ts';
import { latePattern } from '../../text/patterns/late-pattern.ts';
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
    if (last?.matter === 'other' && isTopic(text.slice(last.to), tongue)) return 'other';
    for (const matter of ['weights', 'code', 'data'] as const)
      if (parts.some((part) => part.matter === matter)) return matter;
  }
  return 'unsaid';
}

/** A name behind a word for its kind: "the library sentencepiece is …", "the runtime (X) is …". */
const APPOSED = latePattern(
  () => /^(?:\s*[(（][^()（）]{1,60}[)）]|[\s"'`*]+[\w.+-]{2,40}["'`*]*(?=\s|\P{Script=Latin}))/u,
);

/** Whether a part's word, its name behind it or not, is what the rest tells of. */
function isTopic(rest: string, { parts: { topic } }: LanguageRules): boolean {
  const behind = rest.replace(/^[)）]/, '');
  return topic.test(behind) || LABEL.test(behind) || topic.test(behind.replace(APPOSED(), ''));
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

/**
 * What a clause speaks of that ends a text and hangs on what stands in front of it, "…, which is": a part of
 * the work or a name. A participle alone ("…, released") hangs on a word for a tool, or on the sentence.
 */
export function antecedentOf(text: string, tongue: LanguageRules): Matter | { readonly name: string } {
  if (text === '') return 'unsaid';
  const clause =
    tongue.parts.relative.exec(text) ?? tongue.parts.participle.exec(text) ?? /\s*[(（]\s*$/.exec(text);
  if (!clause) return 'unsaid';
  const before = text.slice(0, clause.index).replace(/[\s,(（]*(?:[(（][^()（）]{0,80}[)）])?[\s,]*$/, '');
  const last = partsIn(before, tongue).at(-1);
  const isLast = last !== undefined && /^[\s"'`*]*$/.test(before.slice(last.to));
  if (tongue.parts.participle.test(text)) return isLast && last.matter === 'other' ? 'other' : 'unsaid';
  if (isLast) return last.matter;
  const name = /(?:[A-Z\d][\w.+/-]*\s){0,2}[\w.+/-]+$/.exec(before)?.[0];
  if (name === undefined || /licen[cs]e/i.test(name)) return 'unsaid';
  const isUsed = tongue.parts.using.test(before.slice(0, -name.length));
  return isUsed || LOOKS_NAMED.test(name) ? { name } : 'unsaid';
}

/** A word that no sentence would write so if it were not a name. */
const LOOKS_NAMED = /[A-Z\d]|\w\.\w/;

/** A name that is the subject of the last clause of a text: "…, PyTorch is". */
export function lastSubject(text: string, tongue: LanguageRules): string | undefined {
  const clause = /[,，;；、]\s*([^,，;；、]*)$/.exec(text)?.[1];
  const name = clause === undefined ? undefined : subjectNamed(clause, tongue);
  return name !== undefined && LOOKS_NAMED.test(name) ? name : undefined;
}

const OPENING_NAME = new RegExp(
  String.raw`^\W*(?:(?:note that|please note|and|while|whereas|but|the)\s+)*` +
    String.raw`((?:[A-Za-z][\w.+-]*)(?: (?:[A-Z\d][\w.+-]*)){0,3})`,
  'i',
);

/** What files are called after their form, whatever model they hold: 「このGGUFは」. */
const FORM = /^(?:gguf|ggml|exl2|q?lora|safetensors|ckpt|checkpoint|quant)s?$/i;

/** A name that opens the sentence as its subject, "X itself is …", as the sentence writes it. */
export function subjectNamed(text: string, { parts }: Pick<LanguageRules, 'parts'>): string | undefined {
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
  const isName = !parts.ours.test(subject) && !FORM.test(subject);
  return isName && parts.topic.test(text.slice(at)) ? subject : undefined;
}
