import type { WorkLicense } from '../disclosure.ts';
import { wordOf } from './bom.ts';
import { properties, type Property } from './properties.ts';

/** How a license stands, and who says so. */
export function licenseProperties(license: WorkLicense): readonly Property[] {
  const { recorded, asOf } = license;
  const concluded = wordOf(license) === 'concluded' ? recorded : null;
  return properties({
    'licet:license:state': license.state,
    'licet:license:label': license.label,
    'licet:license:name': license.name,
    'licet:license:raw': license.raw,
    'licet:license:oneOf': license.oneOf.join(' '),
    'licet:license:openPart': license.openParts,
    'licet:license:source': license.source,
    'licet:license:asOf': asOf,
    'licet:license:confidence': license.confidence,
    'licet:license:revision': license.revision,
    'licet:license:textSha256': license.textSha256,
    'licet:license:reason': license.reason,
    'licet:license:recorded': recorded?.reason ?? null,
    'licet:concluded:by': concluded?.reviewer ?? null,
    'licet:concluded:reason': concluded?.reason ?? null,
    'licet:concluded:date': concluded === null ? null : asOf,
    'licet:license:changed': license.changed.map(
      (one) => `${one.what} (${[one.from, one.asOf].filter((word) => word !== '').join(' ')})`,
    ),
  });
}
