import { distance } from 'fastest-levenshtein';
import type { Claim, ClaimOf } from '../../model/claim.ts';
import { CARD_RELATIONS } from '../../model/card-key.ts';
import type { Relation } from '../../model/relation.ts';
import type { Place } from '../../model/place.ts';
import type { Context } from '../context.ts';
import { withinBounds } from './card-bounds.ts';
import { at, textAt, type Data, type Entry } from '../configs/located-data.ts';
import { languagesOf } from '../prose/languages.ts';
import { hubUrlId, isModelId, parseModelRef } from '../prose/model-id.ts';
import { fileInLink } from '../../text/license-url.ts';
import { guessed, modelMeant } from '../prose/named-model.ts';

type MapData = Extract<Data, { is: 'map' }>;

/** Keys that carry claims; a key that is nearly one of these is a misspelling. */
const WATCHED = [
  'license',
  'license_name',
  'license_link',
  'base_model',
  'base_model_relation',
  'datasets',
] as const;
/** Real keys, or other people's, that stand near a watched one. */
const REAL: ReadonlySet<string> = new Set([
  'license_details',
  'license_url',
  'dataset_info',
  'dataset',
  'base_model_sources',
  'dataset_sources',
  'basemodel',
  'model_name',
]);
const NEAR = new Map(
  Object.entries({
    licence: 'license',
    licenses: 'license',
    licences: 'license',
    liscense: 'license',
    lisence: 'license',
    licens: 'license',
    base_models: 'base_model',
    'base-model': 'base_model',
    basemodel: 'base_model',
    licence_name: 'license_name',
    licence_link: 'license_link',
  }),
);
const RELATIONS: ReadonlySet<string> = new Set(Object.keys(CARD_RELATIONS));
/** Tags, and names of libraries, that tell what a repository holds. */
const TAG_FORMS: Readonly<Record<string, Relation>> = Object.fromEntries(
  (
    [
      ['quantized', 'gguf ggml gptq awq exl2 exl3 mlx imatrix nvfp4 quantized autoround auto-round'],
      ['adapter', 'lora peft qlora dora adapter adapters lora-adapter peft-adapter base_model:adapter'],
      ['merge', 'merge mergekit merged-model lazymergekit frankenmerge'],
      ['finetune', 'finetune finetuned fine-tune fine-tuned fine_tuned finetuning fine-tuning'],
    ] as const
  ).flatMap(([relation, words]) => words.split(' ').map((word) => [word, relation])),
);

/** Tags of networks that work beside a model and hold no delta of it. */
const COMPANION_TAG = /^(?:controlnet|ip[-_]?adapter|t2i[-_]?adapter)$/i;

const base = { via: 'front-matter', confidence: 'certain' } as const;

/** The claims of a front matter that is a mapping. */
export function keyClaims(whole: MapData, context: Context): Claim[] {
  const { root, unread } = withinBounds(whole);
  return [
    ...unread,
    ...root.entries.flatMap((entry) => (entry.key === '' ? [] : [keyClaim(entry)])),
    ...repeated(root),
    ...licenseClaims(root, context),
    ...linkClaims(root),
    ...upstreamClaims(root, context),
    ...datasetClaims(root),
    ...tagClaims(root, context),
  ];
}

function misspelling(key: string): string | undefined {
  const folded = key.toLowerCase();
  if ((WATCHED as readonly string[]).includes(key) || key === 'finetuned_from') return undefined;
  const known = NEAR.get(folded);
  if (known !== undefined) return known;
  if (REAL.has(folded)) return undefined;
  return WATCHED.find(
    (watched) =>
      folded === watched ||
      (watched.length >= 7 &&
        folded[0] === watched[0] &&
        distance(folded, watched) <=
          (watched.length > 9 || (watched === 'license' && folded.length > 5) ? 2 : 1)),
  );
}

function keyClaim({ key, keyPlace, value }: Entry): ClaimOf<'key'> {
  const misspells = misspelling(key);
  const scalars = (value.is === 'list' ? value.items : [value]).flatMap((one) =>
    one.is === 'scalar' && one.value !== null && String(one.value).trim() !== '' ? [String(one.value)] : [],
  );
  const said = scalars.length > 0 ? scalars.join(', ') : undefined;
  return {
    ...base,
    kind: 'key',
    key,
    value: said,
    keyPlace,
    place: said === undefined || value.is === 'list' ? keyPlace : value.place,
    ...(misspells === undefined ? {} : { misspells }),
  };
}

function repeated(root: MapData): Claim[] {
  const seen = new Set<string>();
  return root.entries.flatMap(({ key, value }): Claim[] => {
    if (!seen.has(key)) return seen.add(key) && [];
    return (WATCHED as readonly string[]).includes(key)
      ? [
          {
            kind: 'unreadable',
            ...base,
            place: value.place,
            what: `Key "${key}" stands twice; readers differ on which one counts`,
            hint: `Keep one \`${key}\``,
          },
        ]
      : [];
  });
}

function licenseClaims(root: MapData, context: Context): Claim[] {
  const value = at(root, 'license');
  const name = textAt(root, 'license_name')?.text;
  const link = textAt(root, 'license_link')?.text;
  const one = (item: Data, form: 'single' | 'list'): Claim[] => {
    if (item.is !== 'scalar' || item.value === null || String(item.value).trim() === '') return [];
    const raw = String(item.value).trim();
    const identity = context.identify(raw, { name, link });
    const words = raw.toLowerCase() === 'other' ? name : raw;
    return [
      {
        kind: 'license',
        ...base,
        place: item.place,
        identity,
        ...(identity.is === 'unknown' && words !== undefined && saysSeveral(words) ? { several: true } : {}),
        raw,
        about: 'unsaid',
        form,
        whose: 'own',
      },
    ];
  };
  if (value?.is === 'list')
    return value.items.flatMap((item) => one(item, value.items.length > 1 ? 'list' : 'single'));
  return value ? one(value, 'single') : [];
}

const saysSeveral = (words: string) => languagesOf(words).some(({ license }) => license.several.test(words));

/** A `license_link` without a scheme is a file of the repository. */
function linkClaims(root: MapData): Claim[] {
  const link = textAt(root, 'license_link');
  if (!link || /^(?:https?:)?\/\/|^www\.|^#|\s/i.test(link.text) || /^[\w-]+(?:\.[\w-]+)+\//.test(link.text))
    return [];
  return [
    {
      kind: 'file-mention',
      ...base,
      place: link.place,
      target: fileInLink(link.text),
      purpose: 'license',
    },
  ];
}

function relationIn(root: MapData): Relation | 'unsaid' {
  const said = textAt(root, 'base_model_relation')?.text ?? '';
  return RELATIONS.has(said) ? (said as Relation) : 'unsaid';
}

function upstreamClaims(root: MapData, context: Context): Claim[] {
  const relation = relationIn(root);
  const one = (item: Data): Claim[] => {
    if (item.is === 'map') {
      // The Hub takes texts alone; what a mapping names is known all the same.
      const named = at(item, 'name') ?? at(item, 'model') ?? at(item, 'path');
      return [
        { kind: 'invalid-upstream', ...base, place: item.place, raw: shown(item), why: 'not-a-string' },
        ...(named ? one(named) : []),
      ];
    }
    if (item.is === 'list') return item.items.flatMap(one);
    if (item.value === null || String(item.value).trim() === '') return [];
    if (item.text === undefined)
      return [
        {
          kind: 'invalid-upstream',
          ...base,
          place: item.place,
          raw: String(item.value),
          why: 'not-a-string',
        },
      ];
    const raw = item.text.trim();
    const ref = parseModelRef(raw);
    const guess = ref.is === 'invalid' && ref.suggests === undefined ? modelMeant(raw, ref.why) : undefined;
    if (ref.is === 'hub')
      return [{ kind: 'upstream', ...base, place: item.place, model: ref.id, raw, hub: true, relation }];
    const here = { ...base, place: item.place, raw };
    const suggests = ref.suggests ?? (guess?.hub ? guess.model : undefined);
    const invalid: Claim = {
      ...{ kind: 'invalid-upstream', ...here, why: ref.why },
      ...(suggests === undefined ? {} : { suggests }),
    };
    if (guess)
      return [invalid, { kind: 'upstream', ...here, confidence: 'likely', relation, ...guessed(guess) }];
    // What an address or a cache path names is known all the same.
    return ref.suggests === undefined
      ? [invalid, ...commaParts(raw, ref.why, item.place, relation)]
      : [invalid, { kind: 'upstream', ...here, model: ref.suggests, hub: true, relation }];
  };
  return ['base_model', 'finetuned_from'].flatMap((key) => {
    const value = at(root, key);
    return value
      ? one(value).filter(
          (claim) => claim.kind !== 'upstream' || claim.model.toLowerCase() !== context.self?.toLowerCase(),
        )
      : [];
  });
}

/** A value in few words, as YAML writes it in one line. */
function shown(data: Data, inner = false): string {
  if (data.is === 'scalar') return String(data.value);
  if (data.is === 'list') return '[…]';
  if (inner) return '{…}';
  const words = data.entries.slice(0, 3).map(({ key, value }) => `${key}: ${shown(value, true)}`);
  return `{${[...words, ...(data.entries.length > 3 ? ['…'] : [])].join(', ')}}`;
}

function commaParts(raw: string, why: string, place: Place, relation: Relation | 'unsaid'): Claim[] {
  if (why !== 'comma-list') return [];
  return raw
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part.includes('/') && isModelId(part))
    .map((model) => ({
      kind: 'upstream',
      ...base,
      confidence: 'likely',
      place,
      model,
      raw: model,
      hub: true,
      relation,
    }));
}

function datasetClaims(root: MapData): Claim[] {
  const value = at(root, 'datasets');
  const items = value?.is === 'list' ? value.items : value ? [value] : [];
  return items.flatMap((item): Claim[] => {
    const raw = item.is === 'scalar' && item.text !== undefined ? item.text.trim() : '';
    return raw === '' || /\s/.test(raw)
      ? []
      : [
          {
            kind: 'dataset',
            ...base,
            place: item.place,
            dataset: raw.replace(/^https?:\/\/(?:huggingface\.co|hf\.co)\/datasets\//i, ''),
          },
        ];
  });
}

/** Tags that tools write: what the repository holds, and PEFT's record of the base. */
function tagClaims(root: MapData, context: Context): Claim[] {
  const tags = at(root, 'tags');
  const items = tags?.is === 'list' ? tags.items : tags ? [tags] : [];
  const library = textAt(root, 'library_name');
  const words = items.flatMap((item) =>
    item.is === 'scalar' && item.text !== undefined ? [{ text: item.text.trim(), place: item.place }] : [],
  );
  const claims = words.flatMap(({ text, place }): Claim[] => {
    if (COMPANION_TAG.test(text))
      return [{ kind: 'companion', place, via: 'tag', confidence: 'likely', tool: text }];
    const form = formOf(text);
    if (form) return [{ kind: 'form', place, via: 'tag', confidence: 'likely', relation: form, tool: text }];
    const [, relation, id] = /^base_model:(?:(adapter|finetune|merge|quantized):)?(.+)$/.exec(text) ?? [];
    if (id === undefined) return [];
    const ref = parseModelRef(id);
    const model = ref.is === 'hub' ? ref.id : (hubUrlId(id)?.id ?? ref.suggests);
    if (model === undefined || !model.includes('/') || model.toLowerCase() === context.self?.toLowerCase())
      return [];
    return [
      {
        kind: 'upstream',
        place,
        via: 'tag',
        confidence: 'certain',
        model,
        raw: id,
        hub: true,
        relation: (relation as Relation | undefined) ?? 'unsaid',
      },
    ];
  });
  const form = library && formOf(library.text);
  return form && library
    ? [
        ...claims,
        {
          kind: 'form',
          place: library.place,
          via: 'front-matter',
          confidence: 'likely',
          relation: form,
          tool: library.text,
        },
      ]
    : claims;
}

const formOf = (text: string): Relation | undefined =>
  Object.hasOwn(TAG_FORMS, text.toLowerCase()) ? TAG_FORMS[text.toLowerCase()] : undefined;
