import { isRecord } from '../../model/is-record.ts';
import type { Disclosure, WorkLicense } from '../disclosure.ts';

/** One work, as far as two releases are compared. */
export interface ComparedWork {
  readonly name: string;
  readonly relation: string;
  /** In a few words: a license, or why it is not known. */
  readonly license: string;
}

/** A release, as far as it is compared: from facts, or from a document that tells them. */
export interface Release {
  readonly name: string;
  readonly license: string;
  readonly works: ReadonlyMap<string, ComparedWork>;
  /** The state of each duty, by `license kind section`. */
  readonly duties: ReadonlyMap<string, string>;
}

/** What only a name points to is no work that was used. */
export function releaseOf({ subject, works, duties }: Disclosure): Release {
  const used = works.filter(({ guess }) => !guess);
  return {
    name: subject.name,
    license: licenseWords(subject.license),
    works: new Map(
      used.map(({ key, name, relation, license }) => [
        key,
        {
          name,
          relation: relation.part === null ? relation.is : `${relation.is} ${relation.part}`,
          license: licenseWords(license),
        },
      ]),
    ),
    duties: new Map(duties.map(({ key, state }) => [key, state])),
  };
}

function licenseWords({ state, label, name, reason }: Partial<WorkLicense>): string {
  if (reason) return `not known (${reason})`;
  if (state === 'none-declared') return 'none declared';
  return label ?? name ?? 'not known';
}

type Fields = Readonly<Record<string, unknown>>;

/** A dossier as JSON, or a CycloneDX document; undefined for what is neither. */
export function releaseIn(value: unknown): Release | undefined {
  if (!isRecord(value)) return undefined;
  if (value['bomFormat'] === 'CycloneDX') return fromCycloneDx(value);
  const disclosure = value['disclosure'];
  return isDisclosure(disclosure) ? releaseOf(disclosure) : undefined;
}

/** Whether a document has what is compared in the form that `licet dossier` writes. */
const isDisclosure = (value: unknown): value is Disclosure =>
  isRecord(value) &&
  value['form'] === 1 &&
  isRecord(value['subject']) &&
  isText(value['subject']['name']) &&
  isLicense(value['subject']['license']) &&
  isListOf(value['works'], isWorkFact) &&
  isListOf(value['duties'], ({ key, state }) => isText(key) && isText(state));

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNone = (value: unknown) => value === null || value === undefined || isText(value);
const isLicense = (value: unknown) =>
  isRecord(value) && ['state', 'label', 'name', 'reason'].every((key) => isTextOrNone(value[key]));
const isWorkFact = ({ key, name, relation, license }: Fields) =>
  isText(key) &&
  isText(name) &&
  isRecord(relation) &&
  isText(relation['is']) &&
  (relation['part'] === null || isText(relation['part'])) &&
  isLicense(license);
const isListOf = (value: unknown, has: (one: Fields) => boolean) =>
  Array.isArray(value) && value.every((one: unknown) => isRecord(one) && has(one));

const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const word = (value: unknown): string => (typeof value === 'string' ? value : '');

function fromCycloneDx(bom: Fields): Release {
  const metadata = isRecord(bom['metadata']) ? bom['metadata'] : {};
  const self = isRecord(metadata['component']) ? metadata['component'] : {};
  const works = listOf(bom['components']).filter((one) => told(one, 'guess') !== 'true' && isWork(one));
  return {
    name: nameOf(self),
    license: licenseIn(self),
    works: new Map(
      works.map((one) => [
        keyOf(one),
        {
          name: nameOf(one),
          relation: [told(one, 'relation') ?? 'unsaid', told(one, 'part') ?? ''].join(' ').trim(),
          license: licenseIn(one),
        },
      ]),
    ),
    duties: dutiesIn(bom),
  };
}

/** Files that are no copied code are the release's own. */
const isWork = (one: Fields): boolean => one['type'] !== 'file' || told(one, 'kind') === 'code';

function nameOf({ group, name }: Fields): string {
  return word(group) === '' ? word(name) : `${word(group)}/${word(name)}`;
}

/** The key that licet's own facts have; of other writers' documents what the type tells. */
function keyOf(one: Fields): string {
  const kind = told(one, 'kind') ?? (one['type'] === 'data' ? 'dataset' : 'model');
  if (kind !== 'model' && kind !== 'component') return `${kind}:${nameOf(one)}`;
  return `${told(one, 'id') === 'none' ? 'name' : 'model'}:${nameOf(one)}`;
}

function told(one: Fields, name: string): string | undefined {
  const found = listOf(one['properties']).find((property) => property['name'] === `licet:${name}`);
  return found === undefined ? undefined : word(found['value']);
}

function licenseIn(one: Fields): string {
  const reason = told(one, 'license:reason');
  if (reason !== undefined) return `not known (${reason})`;
  if (told(one, 'license:state') === 'none-declared') return 'none declared';
  const own = told(one, 'license:label');
  if (own !== undefined) return own;
  const said = listOf(one['licenses']).map((each) => {
    const license = isRecord(each['license']) ? each['license'] : {};
    return word(each['expression']) || word(license['id']) || word(license['name']);
  });
  return said.filter((each) => each !== '').join(', ') || 'not known';
}

/** Each requirement's state stands before the colon of its rationale. */
function dutiesIn(bom: Fields): ReadonlyMap<string, string> {
  const declarations = isRecord(bom['declarations']) ? bom['declarations'] : {};
  const mapped = listOf(declarations['attestations']).flatMap((one) => listOf(one['map']));
  return new Map(
    mapped.map((one) => {
      const conformance = isRecord(one['conformance']) ? one['conformance'] : {};
      const state = word(conformance['rationale']).split(':')[0] ?? '';
      return [word(one['requirement']).replace(/^clause:/, ''), state];
    }),
  );
}
