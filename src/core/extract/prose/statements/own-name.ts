import type { Mention } from '../mentions.ts';
import type { Sentence } from '../sentences.ts';

/** This repository, by its id or by the words before it: "This model [own/name] was converted from …". */
export function isThis(sentence: Sentence, mention: Mention, self: string | undefined): boolean {
  return (
    mention.model.toLowerCase() === self?.toLowerCase() ||
    /^\W{0,3}(?:(?:this|the) model:?|this is(?: the| an?)?)\s*$/i.test(
      sentence.flat.text.slice(sentence.from, mention.from).replace(/[[\]`*"]/g, ''),
    )
  );
}

/** What the name of a copy of a family's model may hold besides the family. */
const COPY =
  /(?<![a-z])(?:chat|instruct|base|hf|it|pt|gguf|ggml|awq|gptq|exl2|mlx|onnx|int|bit|fp|bf|b|m|v)(?![a-z])/gi;

/** Whether a family is named as a part of this repository's own name: "files of Mistral-11B-Rabbit". */
export function isWithinOwnName(
  { flat }: Sentence,
  { from, to, raw }: Mention,
  self: string | undefined,
): boolean {
  const before = /[\w.-]*$/.exec(flat.text.slice(Math.max(0, from - 60), from))?.[0] ?? '';
  const after = /^[\w.-]*/.exec(flat.text.slice(to))?.[0] ?? '';
  const name = self?.slice(self.indexOf('/') + 1).toLowerCase();
  const said = `${before}${raw}${after}`.replace(/[.-]+$/, '').toLowerCase();
  return (
    name !== undefined &&
    said.startsWith(name) &&
    /[a-z]/.test(`${before} ${after}`.replace(COPY, '').toLowerCase())
  );
}

const bare = (id: string) => id.slice(id.indexOf('/') + 1).toLowerCase();

/** Whether a model is called as this repository is, whoever its owner. */
export const hasSameName = (model: string, self: string | undefined) =>
  self !== undefined && bare(model) === bare(self);
