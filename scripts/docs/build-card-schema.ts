/**
 * Writes `schema/card.schema.json`, for editors: the front matter of a model card as the Hub reads it, with
 * the licenses that it knows and what each is called. `--check` fails where it differs.
 */
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { generated } from '../data/generated.ts';

useDataSource(shippedData);

const licenses = shippedCatalogue()
  .entries.flatMap(({ hub, name }) => hub.map((id) => ({ const: id, description: name })))
  .sort((a, b) => (a.const < b.const ? -1 : 1));
const license = {
  oneOf: [
    ...licenses,
    {
      const: 'other',
      description: 'Another license: name it in license_name and link its text in license_link',
    },
    { const: 'unknown', description: 'Nobody says which license holds' },
  ],
};
const id = {
  type: 'string',
  pattern: String.raw`^[\w.-]+(/[\w.-]+)?$`,
  description: 'An id on the Hub, owner/name',
};
const ids = { anyOf: [id, { type: 'array', items: id }] };
const words = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
const text = (description: string) => ({ type: 'string', description });

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'licet.card.schema.json',
  title: 'Front matter of a model card',
  description: 'Keys that say where a model comes from and what it is under; the Hub knows others too',
  type: 'object',
  properties: {
    license: {
      description: 'The license of the weights; where parts differ, a list',
      anyOf: [license, { type: 'array', minItems: 1, items: license }],
    },
    license_name: text('The name of the license, beside `license: other`'),
    license_link: text('LICENSE, or the address of the text'),
    base_model: { ...ids, description: 'The models that this one was made from, by their ids on the Hub' },
    base_model_relation: {
      description: 'How it was made from them; without it the Hub infers it',
      enum: ['adapter', 'finetune', 'merge', 'quantized'],
    },
    new_version: { ...id, description: 'The model that takes the place of this one' },
    datasets: { ...ids, description: 'The data sets that it was trained on, by their ids on the Hub' },
    language: { ...words, description: 'Languages by their codes, such as ko' },
    library_name: text('The library that loads the weights: transformers, peft, diffusers, gguf, mlx …'),
    pipeline_tag: text('The task, such as text-generation'),
    tags: { ...words, description: 'Further words by which it is found' },
    metrics: words,
    model_name: text('The name by which people know it'),
    licence: false,
    licenses: false,
    base_models: false,
    dataset: false,
  },
};

generated('schema/card.schema.json', `${JSON.stringify(schema, null, 2)}\n`, 'npm run data');
console.log(`${licenses.length} licenses of the Hub`);
