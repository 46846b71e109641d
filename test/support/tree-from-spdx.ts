import type { Bom, Component } from './tree-from-bom.ts';

/** An element of an SPDX document, as far as it is read here. */
export type Element = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly spdxId?: string;
  readonly name?: string;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly relationshipType?: string;
  readonly comment?: string;
};

interface Extension {
  readonly extension_cdxProperty: readonly {
    readonly extension_cdxPropName: string;
    readonly extension_cdxPropValue: string;
  }[];
}

/** What SPDX says of works in words of its own: which way each relation points is its type's. */
const RELATES: Readonly<Record<string, 'from' | 'to'>> = {
  copiedTo: 'from',
  descendantOf: 'to',
  dependsOn: 'to',
  contains: 'to',
  trainedOn: 'to',
  other: 'to',
};

/** The relation types that a relation may be told by. */
export const TYPES_OF: Readonly<Record<string, readonly string[]>> = {
  copy: ['copiedTo'],
  finetune: ['descendantOf'],
  merge: ['descendantOf'],
  quantized: ['descendantOf'],
  unsaid: ['descendantOf'],
  adapter: ['dependsOn'],
  component: ['contains'],
  code: ['contains'],
  dataset: ['trainedOn', 'other'],
  outputs: ['other'],
};

/**
 * The works of an SPDX document as components: what hangs where, and where it is named, from its relations;
 * the license from its expression; the rest from its properties.
 */
export function componentsFrom(graph: readonly Element[]): Pick<Bom, 'components'> {
  const at = new Map(graph.map((one) => [one.spdxId, one]));
  const root = rootOf(graph);
  const links = graph.filter(({ type }) => type === 'Relationship');
  const works = graph.filter((one) => propertiesOf(one).some(({ name }) => name === 'licet:kind'));
  return {
    components: works.map((work): Component => {
      const relation = links.find(
        (link) =>
          link['completeness'] === 'noAssertion' &&
          (RELATES[link.relationshipType ?? ''] === 'from' ? link.from : link.to?.[0]) === work.spdxId &&
          otherEnd(link, work) !== work.spdxId,
      );
      const under = relation === undefined ? undefined : otherEnd(relation, work);
      const told = propertiesOf(work);
      const is = told.find(({ name }) => name === 'licet:relation')?.value ?? '';
      if (!TYPES_OF[is]?.includes(relation?.relationshipType ?? ''))
        throw new Error(`${work.name ?? ''}: ${is} is no ${relation?.relationshipType ?? 'relation'}`);
      const declared = links.find(
        (link) =>
          link.from === work.spdxId &&
          /^has(?:Declared|Concluded)License$/.test(link.relationshipType ?? '') &&
          at.get(link.to?.[0])?.['simplelicensing_licenseExpression'] !== undefined,
      );
      const expression = at.get(declared?.to?.[0])?.['simplelicensing_licenseExpression'];
      return {
        type: work.type,
        'bom-ref': work.spdxId ?? '',
        name: work.name ?? '',
        ...(typeof expression === 'string' ? { licenses: [{ expression }] } : {}),
        evidence: { occurrences: placesOf(relation, links, at) },
        properties: [
          ...told,
          ...(under === undefined || under === root ? [] : [{ name: 'licet:under', value: under }]),
        ],
      };
    }),
  };
}

function rootOf(graph: readonly Element[]): string | undefined {
  return (graph.find(({ type }) => type === 'software_Sbom')?.['rootElement'] as string[] | undefined)?.[0];
}

const otherEnd = (link: Element, { spdxId }: Element): string | undefined =>
  link.from === spdxId ? link.to?.[0] : link.from;

function propertiesOf(one: Element): { name: string; value: string }[] {
  const extensions = (one['extension'] ?? []) as readonly Extension[];
  return extensions.flatMap(({ extension_cdxProperty: all }) =>
    all.map((entry) => ({ name: entry.extension_cdxPropName, value: entry.extension_cdxPropValue })),
  );
}

function placesOf(
  relation: Element | undefined,
  links: readonly Element[],
  at: ReadonlyMap<string | undefined, Element>,
): { location: string }[] {
  return links
    .filter((link) => link.relationshipType === 'hasEvidence' && link.from === relation?.spdxId)
    .map((link) => at.get(link.to?.[0]))
    .map((place) => at.get(place?.['software_snippetFromFile'] as string | undefined) ?? place)
    .map((file) => ({ location: file?.name ?? '' }));
}
