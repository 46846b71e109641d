/**
 * What keys of a model card's front matter say, for whoever writes one: in the schema of the card and where
 * an editor completes it. The Hub knows more of them.
 */
export const CARD_KEYS = {
  license: 'The license of the weights, by its id on the Hub; where parts differ, a list',
  license_name: 'The name of the license, beside `license: other`',
  license_link: 'LICENSE, or the address of the text',
  base_model: 'The models that this one was made from, by their ids on the Hub',
  base_model_relation: 'How it was made from them; without it the Hub infers it',
  new_version: 'The model that takes the place of this one',
  datasets: 'The data sets that it was trained on, by their ids on the Hub',
  language: 'Languages by their codes, such as ko',
  library_name: 'The library that loads the weights: transformers, peft, diffusers, gguf, mlx …',
  pipeline_tag: 'The task, such as text-generation',
  tags: 'Further words by which it is found',
  metrics: 'What it was measured by, by names on the Hub',
  model_name: 'The name by which people know it',
} as const;

/** The values of `base_model_relation`. */
export const CARD_RELATIONS = {
  adapter: 'small weights that work on those of the base',
  finetune: 'trained further from the weights of the base',
  merge: 'joined from the weights of several models',
  quantized: 'the weights of the base with fewer bits',
} as const;

/** Values of `license` that are no license. */
export const NO_LICENSES = {
  other: 'Another license: name it in license_name and link its text in license_link',
  unknown: 'Nobody says which license holds',
} as const;
