import type { Claim } from '../../model/claim.ts';
import type { Place } from '../../model/place.ts';
import type { Context } from '../context.ts';
import { at, itemsAt, parseYaml, textAt, unreadable, type Data, type Part } from './located-data.ts';
import { originClaims } from './recorded-origin.ts';

const via = 'mergekit';

/**
 * One part of a model reference `path[@revision][+lora[@revision]]` (docs/evidence.md, configs and recipes).
 */
interface Named {
  readonly raw: string;
  readonly place: Place;
  readonly relation: 'merge' | 'adapter' | 'component';
}

/** True where a YAML document is a merge recipe, whatever the file is called. */
export function isMerge(root: Data | undefined): boolean {
  const parts = ['models', 'slices', 'modules', 'experts'].some((key) => at(root, key) !== undefined);
  return parts && (at(root, 'merge_method') !== undefined || at(root, 'experts') !== undefined);
}

/**
 * `mergekit_config.yml` and its MoE sister: the tool writes what went in, so every id is certain and every
 * local path a gap.
 */
export function mergekitClaims(source: Part, context: Context): Claim[] {
  const { docs, problem } = parseYaml(source);
  // In a multi-merge a document may use another's result by name: that is no model elsewhere.
  const internal = new Set(docs.flatMap((doc) => textAt(doc, 'name')?.text ?? []));
  const merged = docs
    .flatMap((doc) => [...ingredients(doc), ...tokenizer(doc)])
    .filter(({ raw }) => !internal.has(raw));
  const seen = new Set<string>();
  const fresh = merged.filter(({ raw, relation }) => {
    // A tokenizer that comes from one of the parents tells nothing new.
    const known = seen.has(`${relation} ${raw}`) || (relation === 'component' && seen.has(`merge ${raw}`));
    seen.add(`${relation} ${raw}`);
    return !known;
  });
  return [
    ...unreadable(source.file, via, problem),
    ...form(docs),
    ...fresh.flatMap(({ raw, place, relation }) =>
      originClaims(
        {
          raw,
          place,
          via,
          confidence: 'certain',
          relation,
          owesId: true,
          part: relation === 'component' ? 'tokenizer' : undefined,
        },
        context,
      ),
    ),
  ];
}

function form(docs: readonly Data[]): Claim[] {
  const root = docs.find(isMerge);
  const place = (at(root, 'merge_method') ?? at(root, 'experts'))?.place;
  return place === undefined
    ? []
    : [{ kind: 'form', relation: 'merge', tool: 'mergekit', place, via, confidence: 'certain' }];
}

function ingredients(root: Data): Named[] {
  const modules = at(root, 'modules');
  const inModules = modules?.is === 'map' ? modules.entries.flatMap(({ value }) => parents(value)) : [];
  const experts = ['experts', 'shared_experts']
    .flatMap((key) => itemsAt(root, key))
    .flatMap((expert) => references(at(expert, 'source_model')));
  return [...references(at(root, 'base_model')), ...parents(root), ...inModules, ...experts];
}

function parents(data: Data): Named[] {
  const slices = itemsAt(data, 'slices').flatMap((slice) => [
    ...references(at(slice, 'base_model')),
    ...itemsAt(slice, 'sources').flatMap((one) => references(at(one, 'model'))),
  ]);
  return [
    ...itemsAt(data, 'models').flatMap((one) => references(one.is === 'map' ? at(one, 'model') : one)),
    ...slices,
  ];
}

function tokenizer(root: Data): Named[] {
  const source = textAt(root, 'tokenizer', 'source') ?? textAt(root, 'tokenizer_source');
  if (source === undefined || /^(?:union|base|model:.*)$/.test(source.text)) return [];
  return references({ is: 'scalar', value: source.text, text: source.text, place: source.place }).map(
    (named) => ({ ...named, relation: 'component' as const }),
  );
}

function references(data: Data | undefined): Named[] {
  if (data?.is === 'map')
    return [...pathOf(at(data, 'model'), 'merge'), ...pathOf(at(data, 'lora'), 'adapter')];
  const found = textAt(data);
  if (found === undefined) return [];
  const [model, lora] = found.text.split('+', 2).map(withoutRevision);
  const { place } = found;
  return [
    ...(model === undefined || model === '' ? [] : [{ raw: model, place, relation: 'merge' as const }]),
    ...(lora === undefined || lora === '' ? [] : [{ raw: lora, place, relation: 'adapter' as const }]),
  ];
}

/** The written-out form: `{model: {path, revision}, lora: {path}}`. */
function pathOf(data: Data | undefined, relation: 'merge' | 'adapter'): Named[] {
  const found = textAt(data, 'path') ?? textAt(data);
  return found === undefined ? [] : [{ raw: withoutRevision(found.text), place: found.place, relation }];
}

const withoutRevision = (text: string) => (text.split('@', 1)[0] ?? text).trim();
