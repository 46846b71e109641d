import { isRecord } from '../../../model/is-record.ts';
import type { Release } from '../release.ts';
import { listOf, releaseFrom, toldIn, word, type Fields, type ToldWork } from './told-work.ts';

const PACKAGES: ReadonlySet<string> = new Set([
  'software_Package',
  'ai_AIPackage',
  'dataset_DatasetPackage',
  'software_File',
]);

/** Whether a value is an SPDX 3 document in JSON-LD. */
export const isSpdx3 = (value: Fields): boolean =>
  Array.isArray(value['@graph']) && /spdx\.org\/rdf\/3\./.test(JSON.stringify(value['@context'] ?? ''));

/** The release that an SPDX 3 document tells of: its root, and the packages beside it. */
export function fromSpdx(document: Fields): Release {
  const graph = listOf(document['@graph']);
  const links = graph.filter((one) => word(one['relationshipType']) !== '');
  const texts = new Map(
    graph.map((one) => [idOf(one), word(one['simplelicensing_licenseExpression'])] as const),
  );
  const root = rootOf(graph);
  const all = graph
    .filter((one) => PACKAGES.has(word(one['type'])))
    .map((one) => ({ id: idOf(one), is: word(one['type']), work: workIn(one, links, texts) }));
  const others = all.filter(({ id }) => id !== root);
  // In licet's own documents a package without a kind is where copied code comes from: no work that was used.
  const isOwn = others.some(({ work }) => work.told.has('kind'));
  const works = others.filter(({ is, work }) => (isOwn ? work.told.has('kind') : is !== 'software_File'));
  const self = all.find(({ id }) => id === root)?.work ?? NOTHING;
  return releaseFrom(
    self,
    works.map(({ work }) => work),
  );
}

const NOTHING: ToldWork = { name: '', told: new Map(), kind: 'model', relation: 'unsaid', licenses: [] };

const idOf = (one: Fields): string => word(one['spdxId']) || word(one['@id']);

/** What an element points at, be it one, several, or written in its place. */
function idsIn(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((one) => (isRecord(one) ? [idOf(one)] : [word(one)])).filter((one) => one !== '');
}

/** The root of the bill of materials; where there is none, that of the document. */
function rootOf(graph: readonly Fields[]): string | undefined {
  const rootIn = (type: string) =>
    graph.filter((one) => one['type'] === type).flatMap((one) => idsIn(one['rootElement']))[0];
  return rootIn('software_Sbom') ?? rootIn('SpdxDocument');
}

function workIn(one: Fields, links: readonly Fields[], texts: ReadonlyMap<string, string>): ToldWork {
  const id = idOf(one);
  const declared = links.filter(
    (link) => link['relationshipType'] === 'hasDeclaredLicense' && idsIn(link['from']).includes(id),
  );
  const isData = one['type'] === 'dataset_DatasetPackage' || one['software_primaryPurpose'] === 'data';
  return {
    name: word(one['name']),
    told: toldIn(
      listOf(one['extension'])
        .flatMap((extension) => listOf(extension['extension_cdxProperty']))
        .map((entry) => ({
          name: word(entry['extension_cdxPropName']),
          value: word(entry['extension_cdxPropValue']),
        })),
    ),
    kind: isData ? 'dataset' : one['type'] === 'software_File' ? 'code' : 'model',
    relation: relationIn(id, links),
    licenses: declared.flatMap((link) => idsIn(link['to']).map((to) => texts.get(to) ?? '')),
  };
}

/** What a document of another writer tells of a relation, as far as SPDX has a word for it. */
function relationIn(id: string, links: readonly Fields[]): string {
  const touching = (type: string, end: 'from' | 'to') =>
    links.some((link) => link['relationshipType'] === type && idsIn(link[end]).includes(id));
  if (touching('copiedTo', 'from')) return 'copy';
  if (touching('trainedOn', 'to') || touching('finetunedOn', 'to')) return 'dataset';
  return touching('contains', 'to') ? 'component' : 'unsaid';
}
