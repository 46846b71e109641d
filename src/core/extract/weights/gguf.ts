import type { Claim } from '../../model/claim.ts';
import { hubPath } from '../../model/hub-address.ts';
import type { HeaderSource, HeaderValue } from '../../model/source.ts';
import type { Identity } from '../../model/license.ts';
import type { Context } from '../context.ts';
import { originClaims } from '../configs/recorded-origin.ts';

const via = 'gguf';
/** `general.file_type` of files that hold whole floats: F32, F16, BF16 (ggml docs/gguf.md). */
const WHOLE_FLOATS: ReadonlySet<HeaderValue> = new Set([0, 1, 32]);
const MAX_LISTED = 100;

/**
 * What a GGUF header says (docs/evidence.md, weights). The converter copies the source model's card: true to
 * what that card said on that day, so never more than likely. `general.base_model` is the base of the model
 * that was converted; the converted model itself is `general.source`.
 */
export function ggufClaims(source: HeaderSource, context: Context): Claim[] {
  const { file, entries } = source;
  return [
    ...formClaims(file, entries),
    ...licenseClaims(file, entries, context),
    ...sourceClaims(file, entries, context),
    ...baseClaims(file, entries, context),
    ...datasetClaims(file, entries),
  ];
}

type Entries = HeaderSource['entries'];

function text(entries: Entries, key: string): string | undefined {
  const value = entries.get(key);
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed === '' ? undefined : trimmed;
}

function isAdapter(entries: Entries): boolean {
  return text(entries, 'adapter.type') !== undefined || text(entries, 'general.type') === 'adapter';
}

function isQuantized(entries: Entries): boolean {
  const type = text(entries, 'general.type');
  return (
    (type === undefined || type === 'model') &&
    !isAdapter(entries) &&
    !WHOLE_FLOATS.has(entries.get('general.file_type') ?? '')
  );
}

function formClaims(file: string, entries: Entries): Claim[] {
  if (entries.size === 0) return [];
  const key =
    ['adapter.type', 'general.file_type', 'general.type', 'general.architecture'].find((one) =>
      entries.has(one),
    ) ?? 'general';
  const base = { kind: 'form', place: { file, key }, via, confidence: 'certain' } as const;
  if (isAdapter(entries)) return [{ ...base, relation: 'adapter', tool: 'GGUF' }];
  return isQuantized(entries) ? [{ ...base, relation: 'quantized', tool: 'GGUF' }] : [];
}

/** The converter joins a card's list of licenses with commas. */
function licenseClaims(file: string, entries: Entries, context: Context): Claim[] {
  const value = text(entries, 'general.license');
  const name = text(entries, 'general.license.name');
  const link = text(entries, 'general.license.link');
  const raw = value ?? name ?? link;
  if (raw === undefined) return [];
  const key =
    value !== undefined
      ? 'general.license'
      : name !== undefined
        ? 'general.license.name'
        : 'general.license.link';
  const listed =
    value
      ?.split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '') ?? [];
  const list = listed.length > 1 && listed.every((one) => !one.includes(' '));
  const identity: Identity = list
    ? {
        is: 'expression',
        op: 'and',
        of: listed.slice(0, MAX_LISTED).map((one) => context.identify(one, { name, link })),
      }
    : context.identify(raw, { name, link });
  return [
    {
      kind: 'license',
      identity,
      // "other" is no name; the key beside it has one.
      raw: /^other$/i.test(raw) ? (name ?? raw) : raw,
      about: 'weights',
      form: list ? 'list' : 'single',
      whose: 'own',
      place: { file, key },
      via,
      confidence: 'likely',
    },
  ];
}

function sourceClaims(file: string, entries: Entries, context: Context): Claim[] {
  const relation = isAdapter(entries) ? 'unsaid' : isQuantized(entries) ? 'quantized' : 'copy';
  for (const key of [
    'general.source.repo_url',
    'general.source.huggingface.repository',
    'general.source.url',
  ]) {
    const found = hubClaims(file, entries, key, relation, 'likely', context);
    if (found.length > 0) return found;
  }
  // `general.repo_url` is the file's own home; it tells of another only where we know our own name.
  return context.self === undefined
    ? []
    : hubClaims(file, entries, 'general.repo_url', 'unsaid', 'possible', context);
}

function baseClaims(file: string, entries: Entries, context: Context): Claim[] {
  const relation = isAdapter(entries) ? 'adapter' : 'unsaid';
  return numbered(entries, 'general.base_model').flatMap((index) => {
    const exact = hubClaims(
      file,
      entries,
      `general.base_model.${index}.repo_url`,
      relation,
      'likely',
      context,
    );
    return exact.length > 0
      ? exact
      : hubClaims(file, entries, `general.base_model.${index}.url`, relation, 'likely', context);
  });
}

/** Names and organizations in the header are prettified; only an address on the Hub is exact. */
function hubClaims(
  file: string,
  entries: Entries,
  key: string,
  relation: 'unsaid' | 'adapter' | 'quantized' | 'copy',
  confidence: 'likely' | 'possible',
  context: Context,
): Claim[] {
  const raw = text(entries, key);
  const isExact = raw !== undefined && (isHubAddress(raw) || key.endsWith('.huggingface.repository'));
  return isExact ? originClaims({ raw, place: { file, key }, via, confidence, relation }, context) : [];
}

function isHubAddress(raw: string): boolean {
  const path = hubPath(raw);
  return path !== undefined && !/^(?:datasets|spaces)\//i.test(path);
}

/** The indexes that occur under `prefix.<n>.`, in order; `count` is not believed. */
function numbered(entries: Entries, prefix: string): number[] {
  const found = [...entries.keys()].flatMap((key) => {
    const [, index] = key.startsWith(`${prefix}.`)
      ? (/^(\d{1,4})\./.exec(key.slice(prefix.length + 1)) ?? [])
      : [];
    return index === undefined ? [] : [Number(index)];
  });
  return [...new Set(found)].sort((a, b) => a - b).slice(0, MAX_LISTED);
}

/**
 * `general.datasets` holds ids; `general.dataset.<n>` only an address is exact. Calibration data is no
 * training data.
 */
function datasetClaims(file: string, entries: Entries): Claim[] {
  const ids = entries.get('general.datasets');
  const listed = (Array.isArray(ids) ? ids : [])
    .slice(0, MAX_LISTED)
    .flatMap((id: HeaderValue) => (typeof id === 'string' ? [{ key: 'general.datasets', id }] : []));
  const described = numbered(entries, 'general.dataset').flatMap((index) => {
    const key = `general.dataset.${index}.repo_url`;
    const id = /^https?:\/\/(?:huggingface\.co|hf\.co)\/datasets\/([\w.-]+\/[\w.-]+)/i.exec(
      text(entries, key) ?? '',
    )?.[1];
    return id === undefined ? [] : [{ key, id }];
  });
  return [...listed, ...described].map(({ key, id }) => ({
    kind: 'dataset',
    dataset: id,
    place: { file, key },
    via,
    confidence: 'likely',
  }));
}
