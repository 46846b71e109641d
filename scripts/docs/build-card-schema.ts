/**
 * Writes `schema/card.schema.json`, for editors: the front matter of a model card as the Hub reads it, with
 * the licenses that it knows and what each is called. `--check` fails where it differs.
 */
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { CARD_KEYS, CARD_RELATIONS, NO_LICENSES } from '../../src/core/model/card-key.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { generated } from '../data/generated.ts';

useDataSource(shippedData);

const licenses = shippedCatalogue()
  .entries.flatMap(({ hub, name }) => hub.map((id) => ({ const: id, description: name })))
  .sort((a, b) => (a.const < b.const ? -1 : 1));
const license = {
  oneOf: [
    ...licenses,
    ...Object.entries(NO_LICENSES).map(([id, description]) => ({ const: id, description })),
  ],
};
const id = {
  type: 'string',
  pattern: String.raw`^[\w.-]+(/[\w.-]+)?$`,
  description: 'An id on the Hub, owner/name',
};
const ids = { anyOf: [id, { type: 'array', items: id }] };
const words = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
const text = { type: 'string' };
/** What each key holds; `CARD_KEYS` says what it is for. */
const VALUES: Readonly<Record<keyof typeof CARD_KEYS, object>> = {
  license: { anyOf: [license, { type: 'array', minItems: 1, items: license }] },
  license_name: text,
  license_link: text,
  base_model: ids,
  base_model_relation: {
    oneOf: Object.entries(CARD_RELATIONS).map(([value, description]) => ({ const: value, description })),
  },
  new_version: id,
  datasets: ids,
  language: words,
  library_name: text,
  pipeline_tag: text,
  tags: words,
  metrics: words,
  model_name: text,
};
const properties = Object.entries(CARD_KEYS).map(
  ([key, description]) => [key, { ...VALUES[key as keyof typeof CARD_KEYS], description }] as const,
);

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'licet.card.schema.json',
  title: 'Front matter of a model card',
  description: 'Keys that say where a model comes from and what it is under; the Hub knows others too',
  type: 'object',
  properties: {
    ...Object.fromEntries(properties),
    licence: false,
    licenses: false,
    base_models: false,
    dataset: false,
  },
};

generated('schema/card.schema.json', `${JSON.stringify(schema, null, 2)}\n`, 'npm run data');
console.log(`${licenses.length} licenses of the Hub`);
