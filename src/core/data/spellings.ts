/** `qwen2_5`, `qwen2-5` and `qwen2.5`: what stands between words and numbers differs from page to page. */
const separated = (name: string): string[] => {
  const dashed = name.replaceAll('_', '-');
  return [dashed, dashed.replace(/(\d)-(\d)(?!\d)/, '$1.$2'), dashed.replaceAll('.', '-')];
};

/** `llama3` and `llama-3`. */
const joined = (name: string): string[] => [
  name,
  name.replace(/^([a-z]+)-(?=\d)/, '$1'),
  name.replace(/^([a-z]+)(?=\d)/, '$1-'),
];

/** `llama-2-7b` and `llama-2-7b-hf`: converted for the library that everybody uses. */
const converted = (name: string): string[] => [
  name,
  name.endsWith('-hf') ? name.slice(0, -'-hf'.length) : `${name}-hf`,
];

/** Other ways to write the name of a model in lower case, without its owner. */
export function spellingsOf(name: string): string[] {
  const all = new Set(separated(name).flatMap(joined).flatMap(converted));
  all.delete(name);
  return [...all];
}
