/**
 * Gets the official files of SPDX that `scripts/measure/bom.ts` reads, each by a pinned address and its
 * SHA-256. The schemas of CycloneDX come with its library, among the validators.
 *
 *   npm run fetch-schemas [-- --to .cache/schemas]
 *
 * Exit 0: every file is there. Exit 1: one line for each that is not, with the reason and where to get it.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fetchPinned } from '../data/pinned-files.ts';
import { SCHEMA_FOLDER, SCHEMAS } from './official-schemas.ts';

const { values } = parseArgs({ options: { to: { type: 'string' } } });
await fetchPinned(SCHEMAS, {
  called: 'files',
  folder: values.to ?? join(fileURLToPath(new URL('../../', import.meta.url)), SCHEMA_FOLDER),
  shown: values.to ?? SCHEMA_FOLDER,
  saveAs: 'NAME',
  command: 'npm run fetch-schemas',
});
