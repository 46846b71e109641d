import type { LicenseText, WorkLicense } from '../../disclosure.ts';
import { isWhole, wordOf, written } from '../bom.ts';
import { properties } from '../properties.ts';

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
