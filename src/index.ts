/** The public API of licet. */
export { lint } from './lint.ts';
export type { LintOptions } from './lint.ts';
export type { Outcome, World } from './world.ts';
export { shippedCatalogue, catalogueOf } from './license/catalogue.ts';
export type { Catalogue, Entry } from './license/catalogue.ts';
export { defineLicense } from './license/define.ts';
export type { LicenseFields } from './license/define.ts';
export type { Plugin } from './plugins.ts';
export { diskRepo } from './read/disk.ts';
export { memoryRepo } from './read/memory.ts';
export { snapshot } from './resolve/snapshot.ts';
export type { Upstreams } from './resolve/upstreams.ts';
export { rules } from '../rules/index.ts';
export * from './rule.ts';
export type { Finding, Severity } from './model/finding.ts';
export type { Formatter, Report, Run } from './report/report.ts';
export { VERSION as version } from './version.ts';
