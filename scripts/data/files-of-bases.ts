import type { Catalogue } from '../../src/core/data/catalogue.ts';
import { canonicalId } from '../../src/core/data/model-aliases.ts';
import { identify } from '../../src/core/license/names/identify.ts';
import type { Cells } from './table-file.ts';

/**
 * Of a license that may be several texts the one that the row's bases lead to, where that is one of them: a
 * model takes over the text of the version that it was made from. Such a row is likely and says why.
 */
export function filesOfBases(rows: readonly Cells[], catalogue: Catalogue): void {
  const fileOfModel = new Map(rows.map(({ id = '', file = '' }) => [canonicalId(id).toLowerCase(), file]));
  for (const row of rows) {
    const { license = '', license_name: name = '', license_link: link = '', id = '', base = '' } = row;
    if (row['file'] !== '' || license === '' || base === '') continue;
    const found = identify(license, { name: name || undefined, link: link || undefined, of: id }, catalogue);
    const [file = '', ...others] = new Set(
      base.split('|').map((one) => fileOfModel.get(canonicalId(one).toLowerCase()) ?? ''),
    );
    if (found.is !== 'unclear' || others.length > 0 || !found.oneOf.some((one) => one.id === file)) continue;
    row['file'] = file;
    if (row['confidence'] === 'certain') row['confidence'] = 'likely';
    row['note'] = [row['note'], 'file: the one of its base; the name is that of several texts']
      .filter((one) => one)
      .join('; ');
  }
}
