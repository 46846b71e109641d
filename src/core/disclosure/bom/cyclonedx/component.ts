import type { Via } from '../../../model/claim.ts';
import type { Evidence, Work } from '../../disclosure.ts';
import { pageOf, partsOf, purlOf, SHARE, spotText, type Bill } from '../bom.ts';
import { licenseProperties, licensesOf } from './license.ts';
import { properties, sorted } from './properties.ts';

/** One work as a component: license, evidence and all that licet knows of it. */
export function componentOf(work: Work, bill: Bill): object {
  const { kind, name, hub, license, holders } = work;
  const purl = purlOf(work);
  const page = pageOf(work);
  return {
    type: TYPES[kind],
    'bom-ref': bill.refs.get(work.key) ?? work.key,
    ...(kind === 'provider' && license.licensor !== null ? { supplier: { name: license.licensor } } : {}),
    ...partsOf(name, hub),
    ...licensesOf(license),
    ...(purl === undefined ? {} : { purl }),
    ...pedigreeOfCode(work),
    ...(page === undefined ? {} : { externalReferences: [{ url: page, type: 'distribution' }] }),
    evidence: {
      identity: [identityOf(work, purl)],
      occurrences: work.evidence.map(occurrence),
      ...(holders.length === 0 ? {} : { copyright: holders.map((text) => ({ text })) }),
    },
    ...(kind === 'dataset' ? { data: [dataOf(work, page)] } : {}),
    properties: sorted([...relationProperties(work, bill), ...licenseProperties(license)]),
  };
}

const TYPES: Readonly<Record<Work['kind'], string>> = {
  model: 'machine-learning-model',
  component: 'machine-learning-model',
  provider: 'machine-learning-model',
  dataset: 'data',
  code: 'file',
};

function dataOf({ name }: Work, page: string | undefined): object {
  return { type: 'dataset', name, ...(page === undefined ? {} : { contents: { url: page } }) };
}

function pedigreeOfCode({ kind, takenFrom }: Work): object {
  if (kind !== 'code' || takenFrom.length === 0) return {};
  const ancestors = [...new Set(takenFrom.map(({ origin }) => origin))].map((name) => ({
    type: 'library',
    name,
  }));
  const notes = takenFrom.map((one) => `${one.origin}: ${one.how}, ${spotText(one)}`).join('; ');
  return { pedigree: { ancestors, notes } };
}

/** How the work was recognized: what kind of evidence names it, and how sure that is. */
function identityOf({ evidence, confidence, guess }: Work, purl: string | undefined): object {
  const share = SHARE[confidence];
  return {
    field: purl === undefined ? 'name' : 'purl',
    confidence: share,
    methods: (evidence.length === 0 || guess ? evidence.slice(0, 1) : evidence).map((one) => ({
      technique: guess ? 'other' : (TECHNIQUES[one.via] ?? 'other'),
      confidence: SHARE[one.confidence],
      value: `${one.via} ${spotText(one)}`,
    })),
  };
}

const TECHNIQUES: Readonly<Partial<Record<Via, string>>> = {
  'front-matter': 'manifest-analysis',
  config: 'manifest-analysis',
  'config-component': 'manifest-analysis',
  'auto-map': 'manifest-analysis',
  'adapter-config': 'manifest-analysis',
  mergekit: 'manifest-analysis',
  'model-index': 'manifest-analysis',
  'sentence-transformers': 'manifest-analysis',
  tokenizer: 'manifest-analysis',
  modelfile: 'manifest-analysis',
  axolotl: 'manifest-analysis',
  'training-args': 'manifest-analysis',
  'quantize-config': 'manifest-analysis',
  gguf: 'binary-analysis',
  safetensors: 'binary-analysis',
  'remote-code': 'source-code-analysis',
  path: 'filename',
};

function occurrence({ file, line, key, via }: Evidence): object {
  return {
    location: file,
    ...(line === null ? {} : { line }),
    ...(key === null ? {} : { symbol: key }),
    additionalContext: via,
  };
}

function relationProperties(work: Work, bill: Bill) {
  const { kind, relation, confidence, guess, canonical, under, path } = work;
  return properties({
    'licet:kind': kind,
    'licet:id': work.hub ? null : 'none',
    'licet:confidence': confidence,
    'licet:guess': guess ? 'true' : null,
    'licet:canonical': canonical,
    'licet:under': under === null ? null : bill.refs.get(under),
    'licet:path': path.length > 1 ? path.join(' > ') : null,
    'licet:part': relation.part,
    'licet:relation': relation.is,
    'licet:relation:by': relation.by,
    'licet:relation:at': relation.at ? spotText(relation.at) : null,
    'licet:relation:confidence': relation.confidence,
    'licet:relation:possible': relation.possible.join(' '),
    'licet:sharedFingerprints': work.shared.map(
      ({ project, family, shared, fingerprints, ...spot }) =>
        `${shared} of ${fingerprints} with ${project}` +
        `${family === null ? '' : ` (${family})`} ${spotText(spot)}`,
    ),
    'licet:takenFrom': work.takenFrom.map((one) => `${one.origin} ${one.how} ${spotText(one)}`),
  });
}

const ANCESTRY: ReadonlySet<string> = new Set(['copy', 'finetune', 'merge', 'quantized', 'adapter']);

/** Whose descendant a model is; `variants` are kin of which nobody says how they are related. */
export function pedigreeOf(under: string | null, works: readonly Work[]): object | undefined {
  const children = works.filter((one) => one.under === under && one.kind === 'model');
  const slim = (work: Work): object => {
    const purl = purlOf(work);
    const further = pedigreeOf(work.key, works);
    return {
      type: 'machine-learning-model',
      ...partsOf(work.name, work.hub),
      ...(purl === undefined ? {} : { purl }),
      ...(further === undefined ? {} : { pedigree: further }),
    };
  };
  const ancestors = children.filter(({ relation }) => ANCESTRY.has(relation.is)).map(slim);
  const variants = children.filter(({ relation }) => relation.is === 'unsaid').map(slim);
  if (ancestors.length + variants.length === 0) return undefined;
  return {
    ...(ancestors.length === 0 ? {} : { ancestors }),
    ...(variants.length === 0 ? {} : { variants }),
    ...(variants.length === 0 ? {} : { notes: 'variants: the relation is not stated' }),
  };
}

/** Components by the length of the way to them, then by reference. */
export function inOrder(works: readonly Work[], { refs }: Bill): readonly Work[] {
  const refOf = ({ key }: Work) => refs.get(key) ?? key;
  return [...works].sort(
    (a, b) => a.path.length - b.path.length || (refOf(a) < refOf(b) ? -1 : refOf(a) > refOf(b) ? 1 : 0),
  );
}
