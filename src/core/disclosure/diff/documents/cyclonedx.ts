import { isRecord } from '../../../model/is-record.ts';
import type { Release } from '../release.ts';
import { listOf, releaseFrom, toldIn, word, type Fields, type ToldWork } from './told-work.ts';

/** The release that a CycloneDX document tells of. */
export function fromCycloneDx(bom: Fields): Release {
  const metadata = isRecord(bom['metadata']) ? bom['metadata'] : {};
  const self = isRecord(metadata['component']) ? metadata['component'] : {};
  const works = listOf(bom['components'])
    .map((one) => ({ ...workIn(one), isFile: one['type'] === 'file' }))
    // Files that are no copied code are the release's own.
    .filter(({ isFile, told }) => !isFile || told.get('kind')?.[0] === 'code');
  return releaseFrom(workIn(self), works);
}

function workIn(one: Fields): ToldWork {
  const { group, name, type } = one;
  return {
    name: word(group) === '' ? word(name) : `${word(group)}/${word(name)}`,
    told: toldIn(
      listOf(one['properties']).map((property) => ({
        name: word(property['name']),
        value: word(property['value']),
      })),
    ),
    kind: type === 'data' ? 'dataset' : type === 'file' ? 'code' : 'model',
    relation: 'unsaid',
    licenses: listOf(one['licenses']).map((each) => {
      const license = isRecord(each['license']) ? each['license'] : {};
      return word(each['expression']) || word(license['id']) || word(license['name']);
    }),
  };
}
