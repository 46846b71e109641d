import type { Work } from '../disclosure.ts';
import { spotText } from './bom.ts';
import { licenseProperties } from './license-properties.ts';
import { properties, sorted, type Property } from './properties.ts';

/**
 * All that licet knows of a work and that neither form has a field for: the same in both. `under` is the
 * reference of the work that leads to it, where the form itself does not say that.
 */
export function workProperties(work: Work, under?: string): readonly Property[] {
  return sorted([...relationProperties(work, under), ...licenseProperties(work.license)]);
}

function relationProperties(work: Work, under: string | undefined): readonly Property[] {
  const { kind, relation, confidence, guess, canonical, path } = work;
  return properties({
    'licet:kind': kind,
    'licet:id': work.hub ? null : 'none',
    'licet:confidence': confidence,
    'licet:guess': guess ? 'true' : null,
    'licet:canonical': canonical,
    'licet:under': under,
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
