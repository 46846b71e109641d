import type { Bill } from '../bom.ts';
import type { Property } from '../properties.ts';

/** An element as it stands in the graph. */
export type Element = Readonly<Record<string, unknown>> & { readonly type: string };

/** What SPDX 3.0.1 has as an individual of its own: not said, which is something else than none. */
export const NO_ASSERTION = 'expandedlicensing_NoAssertionLicense';
export const NONE = 'expandedlicensing_NoneLicense';

/** The blank node of the one that made the document. */
const MADE = '_:made';

/** The elements of a document, each once, in the order in which they were asked for. */
export class Graph {
  readonly #elements = new Map<string, Element>();
  readonly #creations: Element[] = [];
  readonly bill: Bill;
  readonly created: string;

  constructor(bill: Bill) {
    const { date, data } = bill.making;
    this.bill = bill;
    this.created = date ?? `${data}T00:00:00Z`;
    this.#creations.push({
      type: 'CreationInfo',
      '@id': MADE,
      specVersion: '3.0.1',
      created: this.created,
      createdBy: [this.id('agent:licet')],
      createdUsing: [this.id('tool:licet')],
      ...(date === undefined
        ? { comment: 'created: the day of the facts that licet ships; the time of the run was not asked for' }
        : {}),
    });
  }

  /** An address from a key: the same for the same key, so that documents can be compared. */
  id(key: string): string {
    const slug = encodeURIComponent(key.toWellFormed())
      .replace(/%2F/g, '/')
      .replace(/%3A/g, ':')
      .replace(/%40/g, '@');
    return `urn:uuid:${this.bill.uuid}#${slug}`;
  }

  /** Adds an element unless it is there, and gives its address. */
  add(key: string, type: string, members: object, creationInfo = MADE): string {
    const spdxId = this.id(key);
    if (!this.#elements.has(spdxId)) this.#elements.set(spdxId, { type, spdxId, creationInfo, ...members });
    return spdxId;
  }

  /** One relation; its key comes from what it relates. */
  relate(from: string, relationshipType: string, to: string, members: object = {}): string {
    const key = [from, relationshipType, to].map((one) => one.slice(one.indexOf('#') + 1)).join(' ');
    return this.add(`relation:${decodeURIComponent(key)}`, 'Relationship', {
      from,
      relationshipType,
      to: [to],
      ...members,
    });
  }

  /** What a person made at another time: gives the node to hand to `add`. */
  creation(key: string, person: string, created: string): string {
    const node = `_:${encodeURIComponent(key).replace(/[^\w]/g, '-')}`;
    if (!this.#creations.some((one) => one['@id'] === node))
      this.#creations.push({
        type: 'CreationInfo',
        '@id': node,
        specVersion: '3.0.1',
        created,
        createdBy: [person],
      });
    return node;
  }

  ids(): string[] {
    return [...this.#elements.keys()];
  }

  all(): readonly Element[] {
    return [...this.#creations, ...this.#elements.values()];
  }
}

/** Properties as SPDX 3.0.1 keeps those of CycloneDX, so that both forms tell them under the same names. */
export function extensionOf(properties: readonly Property[]): object {
  if (properties.length === 0) return {};
  const entries = properties.map(({ name, value }) => ({
    type: 'extension_CdxPropertyEntry',
    extension_cdxPropName: name,
    extension_cdxPropValue: value,
  }));
  return { extension: [{ type: 'extension_CdxPropertiesExtension', extension_cdxProperty: entries }] };
}
