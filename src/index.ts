/**
 * The public API of licet on Node: what it ships lies on the disk. `core.ts` is the one that runs anywhere.
 */
import { useDataSource } from './core/data/data-source.ts';
import { shippedData } from './node/data/shipped-data.ts';

useDataSource(shippedData);

export { lint } from './core/lint.ts';
export type { LintOptions } from './core/lint.ts';
export type { Outcome, Host } from './app/host.ts';
export { shippedCatalogue, catalogueOf } from './core/data/catalogue.ts';
export type { Catalogue, Entry as CatalogueEntry } from './core/data/catalogue.ts';
export { defineLicense } from './core/license/names/plugin-license.ts';
export type { LicenseFields } from './core/license/names/plugin-license.ts';
export type { Plugin } from './app/plugins/plugins.ts';
export { diskRepo } from './node/fs/disk-repo.ts';
export { memoryRepo } from './core/read/memory-repo.ts';
export { snapshot } from './core/resolve/snapshot.ts';
export type { Upstreams } from './core/resolve/upstreams.ts';
export { rules } from '../rules/index.ts';
export * from './core/rule.ts';
export type { Finding, Severity } from './core/model/finding.ts';
export type { Formatter, Report, Run } from './core/report/report.ts';
export { VERSION as version } from './core/version.ts';
