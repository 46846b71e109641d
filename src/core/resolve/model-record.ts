import { isModelId, parseModelRef } from '../extract/prose/model-id.ts';
import type { Catalogue } from '../data/catalogue.ts';
import { identify } from '../license/names/identify.ts';
import type { Identity } from '../model/license.ts';
import type { Resolution } from '../model/lineage.ts';
import type { Relation } from '../model/relation.ts';
import { canonicalId } from '../data/model-aliases.ts';
import { relationOf } from './snapshot.ts';
import { isRecord } from '../model/is-record.ts';

type Found = Extract<Resolution, { is: 'found' }>;
export type Declared = NonNullable<Found['declared']>;
export type Base = Found['bases'][number];

/** What a model's card says of license and bases, from a front matter, the Hub's record of it, or a lock. */
export interface CardFacts {
  /** undefined where no license is declared. */
  readonly declared: Declared | undefined;
  readonly bases: readonly Base[];
  /** How many more bases it names. */
  readonly moreBases?: number;
}

/** Bases of one model that are kept: a lineage follows fewer. */
const MOST_BASES = 1000;

/** A list of more licenses is read as none of them: some of them would not be all. */
const MOST_LICENSES = 8;
const LONGEST = 500;

/**
 * The license that the fields of a model declare. A list has no defined operator: it is read as AND, the
 * strictest reading, and what rests on it is not certain. Nothing declared is the license `none`, which
 * nobody knows.
 */
export function licenseOf(
  declared: Declared | undefined,
  model: string,
  catalogue: Catalogue,
): Pick<Found, 'license' | 'raw' | 'confidence'> {
  if (declared === undefined)
    return { license: { is: 'unknown', raw: 'none' }, raw: 'none', confidence: 'certain' };
  const { license, name, link } = declared;
  const one = (value: string): Identity => identify(value, { name, link, of: model }, catalogue);
  if (typeof license === 'string')
    return {
      license: one(license),
      raw: /^other$/i.test(license) ? (name ?? license) : license,
      confidence: 'certain',
    };
  const [first, ...rest] = license;
  if (first === undefined) return licenseOf(undefined, model, catalogue);
  if (rest.length === 0) return licenseOf({ ...declared, license: first }, model, catalogue);
  if (license.length > MOST_LICENSES) {
    const raw = `a list of ${license.length} licenses`;
    return { license: { is: 'unknown', raw }, raw, confidence: 'likely' };
  }
  return {
    license: { is: 'expression', op: 'and', of: license.map(one) },
    raw: license.join(', '),
    confidence: 'likely',
  };
}

/** License fields as parsed JSON or YAML has them; undefined where `license` holds nothing. */
export function declaredIn(fields: Readonly<Record<string, unknown>>): Declared | undefined {
  const licenses = listOf(fields['license']);
  const [first] = licenses;
  if (first === undefined) return undefined;
  const [name] = listOf(fields['license_name']);
  const [link] = listOf(fields['license_link']);
  return {
    license: licenses.length === 1 ? first : licenses,
    ...(name === undefined ? {} : { name }),
    ...(link === undefined ? {} : { link }),
  };
}

/** The bases that a card names, as Hub ids; what names none is left out. A lineage has the limit. */
export function basesIn(fields: Readonly<Record<string, unknown>>): readonly Base[] {
  const [said = ''] = listOf(fields['base_model_relation']);
  const models = [...listOf(fields['base_model']), ...listOf(fields['finetuned_from'])].flatMap((raw) => {
    const ref = parseModelRef(raw);
    const model = ref.is === 'hub' ? ref.id : ref.suggests;
    return model === undefined ? [] : [model];
  });
  return distinct(models.map((model) => ({ model, relation: relationOf(said) })));
}

export interface RecordFacts extends CardFacts {
  readonly id: string | undefined;
  readonly sha: string | undefined;
  /** The record has neither card nor tags: that nothing is declared cannot be told from it. */
  readonly silent: boolean;
}

/**
 * The Hub's own record, parsed: card data first, then the tags that the Hub computed. undefined for anything
 * that is no record.
 */
export function recordFacts(record: unknown): RecordFacts | undefined {
  if (!isRecord(record) || typeof record['id'] !== 'string') return undefined;
  const card = isRecord(record['cardData']) ? record['cardData'] : {};
  const tags = listOf(record['tags']);
  const tagged = tags.flatMap((tag) => (tag.startsWith('license:') ? [tag.slice('license:'.length)] : []));
  return {
    id: isModelId(record['id']) ? record['id'] : undefined,
    sha:
      typeof record['sha'] === 'string' && /^[0-9a-f]{40}$/.test(record['sha']) ? record['sha'] : undefined,
    silent: !isRecord(record['cardData']) && !Array.isArray(record['tags']),
    declared: declaredIn(card) ?? declaredIn({ license: tagged }),
    ...bounded(withTags(basesIn(card), tags)),
  };
}

/** As many bases as are kept, and how many more there are. */
export function bounded(bases: readonly Base[]): Pick<CardFacts, 'bases' | 'moreBases'> {
  return bases.length > MOST_BASES
    ? { bases: bases.slice(0, MOST_BASES), moreBases: bases.length - MOST_BASES }
    : { bases };
}

/**
 * The Hub writes `base_model:<id>` and `base_model:<relation>:<id>` for every base it could resolve, in the
 * spelling of today. `finetune` there is its answer where nothing special was seen, so it says no more than
 * `base_model` does.
 */
function withTags(card: readonly Base[], tags: readonly string[]): readonly Base[] {
  const tagged = new Map<string, Base>();
  for (const tag of tags) {
    const [, kind, model = ''] = /^base_model:(?:(adapter|finetune|merge|quantized):)?(.+)$/.exec(tag) ?? [];
    if (!isModelId(model)) continue;
    const relation: Relation | 'unsaid' =
      kind === undefined || kind === 'finetune' ? 'unsaid' : relationOf(kind);
    const key = model.toLowerCase();
    if (relation !== 'unsaid' || !tagged.has(key)) tagged.set(key, { model, relation });
  }
  const said = card[0]?.relation ?? 'unsaid';
  const own = [...tagged.values()].map((base) => (said === 'unsaid' ? base : { ...base, relation: said }));
  // As many as the card names: the same ones, some perhaps under the ids they had before.
  return own.length === card.length ? own : distinct([...own, ...card]);
}

function distinct(bases: readonly Base[]): readonly Base[] {
  const seen = new Map<string, Base>();
  for (const base of bases) {
    const key = canonicalId(base.model).toLowerCase();
    if (!seen.has(key)) seen.set(key, base);
  }
  return [...seen.values()];
}

/** Strings that say something, of a value that is one or a list of them. */
function listOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) =>
    typeof item === 'string' && item.trim() !== '' && item.length <= LONGEST ? [item.trim()] : [],
  );
}
