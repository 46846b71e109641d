import type { LicenseText, WorkLicense } from '../../disclosure.ts';
import { isWhole, wordOf, written } from '../bom.ts';
import { properties, type Property } from './properties.ts';

/** `licenses` of a component; nothing where no license is known, for which the properties say why. */
export function licensesOf(license: WorkLicense): { readonly licenses?: readonly object[] } {
  const told = written(license);
  const word = wordOf(license);
  const acknowledgement = word === 'recorded' ? {} : { acknowledgement: word };
  switch (told.as) {
    case 'nothing':
      return {};
    case 'expression':
      return { licenses: [{ expression: told.expression, ...acknowledgement }] };
    case 'id':
      return { licenses: [{ license: { id: told.id, ...acknowledgement } }] };
    case 'name':
      return {
        licenses: [{ license: { name: told.name, ...acknowledgement, ...detailsOf(license) } }],
      };
  }
}

/** What tells a license outside the SPDX list from others. */
function detailsOf({ state, url, ids, licensor }: WorkLicense): object {
  if (state !== 'known') return {};
  const licensing = {
    ...(ids.length === 0 ? {} : { altIds: ids }),
    ...(licensor === null ? {} : { licensor: { organization: { name: licensor } } }),
  };
  return {
    ...(url === null || !/^https?:\/\//.test(url) ? {} : { url: encodeURI(url.toWellFormed()) }),
    ...(Object.keys(licensing).length === 0 ? {} : { licensing }),
  };
}

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

/** A license text that was found: evidence, and no declaration. */
export function observed(text: LicenseText): object {
  const told = written({ ...NO_LICENSE, state: 'known', spdx: text.spdx, name: text.name });
  return {
    license: {
      ...(told.as === 'id' && isWhole(text) ? { id: told.id } : { name: text.name }),
      properties: properties({
        'licet:text:file': text.file,
        'licet:text:license': text.license,
        'licet:text:lines': `${text.line ?? 1}-${text.lastLine}`,
        'licet:text:match': text.match,
        'licet:text:score': text.score.toFixed(2),
      }),
    },
  };
}

const NO_LICENSE = { raw: null } as WorkLicense;
