import { isRecord } from '../../src/core/model/is-record.ts';
import { recordFacts, type RecordFacts } from '../../src/core/resolve/model-record.ts';
import { ownerOf, sameOwner } from '../../src/core/data/owners.ts';
import { canonicalId } from '../../src/core/data/model-aliases.ts';
import type { HubClient } from '../../src/core/hub/hub-repo.ts';
import type { Cells } from './table-file.ts';

/** Where a walk through the Hub's models stands: kept between runs, so that one that was cut goes on. */
export interface Walk {
  /** What was last changed before this was read by an earlier walk; ISO 8601, empty for none. */
  readonly since: string;
  /** The next page of a walk that was cut; undefined where the last one came to its end. */
  readonly page?: string;
  /** The newest change that this walk saw: where the next one ends. */
  readonly newest?: string;
}

export interface Seen {
  readonly records: readonly (RecordFacts & { readonly id: string })[];
  readonly walk: Walk;
  /** Why it ended before its time; undefined where it did not. */
  readonly cut: string | undefined;
}

const FIELDS = ['cardData', 'tags', 'gated', 'sha', 'lastModified', 'baseModels'];
const PAGE_LIMIT = 64 * 1024 * 1024;

/**
 * The records of the models that changed since the last walk, newest first, a page at a time. Ends at `most`
 * pages, or where the Hub does not answer; what comes next is then kept.
 */
export async function changedModels(client: HubClient, before: Walk, most: number): Promise<Seen> {
  const records: (RecordFacts & { readonly id: string })[] = [];
  const fields = FIELDS.map((one) => `expand=${one}`).join('&');
  const first = `/api/models?sort=lastModified&direction=-1&limit=1000&${fields}`;
  let page: string | undefined = before.page ?? first;
  let newest = before.page === undefined ? '' : (before.newest ?? '');
  for (let nth = 0; page !== undefined; nth += 1) {
    const here = { since: before.since, page, newest };
    if (nth >= most) return { records, walk: here, cut: `${most} pages were read` };
    const answer = await client.get(page, { limit: PAGE_LIMIT });
    if (answer.is === 'failed') return { records, walk: here, cut: answer.detail };
    const list = listIn(answer.body);
    if (list === undefined) return { records, walk: here, cut: 'the answer is no list of models' };
    page = answer.next;
    for (const one of list) {
      const changed = typeof one['lastModified'] === 'string' ? one['lastModified'] : '';
      if (changed > newest) newest = changed;
      if (changed <= before.since) {
        page = undefined;
        break;
      }
      const facts = recordFacts(one);
      if (facts?.id !== undefined) records.push({ ...facts, id: facts.id });
    }
  }
  return { records, walk: { since: newest > before.since ? newest : before.since }, cut: undefined };
}

function listIn(body: Uint8Array): readonly Readonly<Record<string, unknown>>[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return Array.isArray(value) ? value.filter(isRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** Owners on whose models so many others build are makers: each of their models gets a row. */
const MAKER = 20;
/** Owners that must build on a model of anybody else before it gets a row. */
const KNOWN_TO = 2;

/** Rows for models that have none yet and that others build on, or whose owner is a maker. */
export function newRows(rows: readonly Cells[], { records }: Seen, source: string, today: string): Cells[] {
  const known = new Set(rows.map(({ id = '' }) => canonicalId(id).toLowerCase()));
  const makers = new Set(
    rows.flatMap(({ id = '', used_by: by = '' }) => (Number(by) >= MAKER ? [ownerOf(id)] : [])),
  );
  const users = new Map<string, Set<string>>();
  for (const { id, bases } of records)
    for (const { model } of bases) {
      const owner = ownerOf(id);
      const base = canonicalId(model).toLowerCase();
      if (owner === undefined || sameOwner(owner, ownerOf(model))) continue;
      users.set(base, (users.get(base) ?? new Set()).add(owner));
    }
  return records.flatMap(({ id, declared, bases, sha }) => {
    const key = canonicalId(id).toLowerCase();
    const by = users.get(key)?.size ?? 0;
    if (known.has(key) || declared === undefined || (by < KNOWN_TO && !makers.has(ownerOf(id)))) return [];
    known.add(key);
    const relations = new Set(bases.map(({ relation }) => (relation === 'unsaid' ? '' : relation)));
    const [relation = ''] = relations.size === 1 ? relations : [];
    return [
      {
        id,
        license: [declared.license].flat().join('|').toLowerCase(),
        license_name: declared.name ?? '',
        license_link: declared.link ?? '',
        base: bases.map(({ model }) => model).join('|'),
        relation,
        confidence: 'certain',
        as_of: today,
        used_by: by === 0 ? '' : String(by),
        source: `${source} record${sha === undefined ? '' : ` at ${sha.slice(0, 12)}`}`,
      },
    ];
  });
}
