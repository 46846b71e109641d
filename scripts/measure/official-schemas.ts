/** The official files that bills of materials are held against, each at an address that does not change. */
import type { PinnedFile } from '../data/pinned-files.ts';

/** Where `npm run fetch-schemas` puts them. */
export const SCHEMA_FOLDER = '.cache/schemas';

/** Where the validators are installed, which no other script of licet needs. */
export const VALIDATOR_FOLDER = '.cache/validators';
export const VALIDATORS: readonly string[] = [
  '@cyclonedx/cyclonedx-library@10.3.0',
  'ajv@8.20.0',
  'ajv-formats@3.0.1',
  'ajv-formats-draft2019@1.6.1',
  'jsonld@9.0.0',
  'n3@2.13.12',
  'rdf-validate-shacl@0.6.5',
];

/** The pages of the specification of SPDX at the commit at which 3.0.1 was published there. */
const SPDX =
  'https://raw.githubusercontent.com/spdx/spdx-spec/3cea2a7701502d4a47bb4967799e30a5c2505839/3.0.1/rdf';
const spdx = (file: string, sha256: string): PinnedFile => ({
  file,
  name: file,
  sha256,
  address: `${SPDX}/${file}`,
  source: 'spdx.org/schema/3.0.1, spdx.org/rdf/3.0.1; Community Specification License 1.0',
});

export const SCHEMAS: readonly PinnedFile[] = [
  spdx('schema.json', '59f59713c7d73ff0d833f4f468df974a689fc9dd36dc5510f1875ff85d276c54'),
  spdx('spdx-context.jsonld', 'c72b0928f094c83e5c127784edb1ebca2af74a104fcacc007c332b23cbc788bd'),
  spdx('spdx-model.ttl', '1e6df676d5a4108de90362170b0933da53f929ae8147453cea0dffadb804fae5'),
];
