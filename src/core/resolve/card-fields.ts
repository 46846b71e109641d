import { frontMatter } from '../extract/card/front-matter.ts';
import { at, parseYaml, type Data } from '../extract/configs/located-data.ts';

const KEYS = [
  'license',
  'license_name',
  'license_link',
  'base_model',
  'base_model_relation',
  'finetuned_from',
];

/**
 * The fields of a card's front matter that tell of license and bases; none where there is no block, undefined
 * where it cannot be read: then nothing is known.
 */
export function cardFields(text: string): Readonly<Record<string, unknown>> | undefined {
  const { yaml, state } = frontMatter(text);
  if (yaml === undefined) return state === 'absent' || state === 'empty' ? {} : undefined;
  const { docs, problem } = parseYaml({ file: 'README.md', text: text.slice(yaml.start, yaml.end) });
  const [root] = docs;
  if (problem !== undefined || (root !== undefined && root.is !== 'map')) return undefined;
  return Object.fromEntries(KEYS.map((key) => [key, plain(at(root, key))]));
}

function plain(data: Data | undefined): unknown {
  if (data?.is === 'list') return data.items.map((item) => (item.is === 'scalar' ? item.text : undefined));
  return data?.is === 'scalar' ? data.text : undefined;
}
