/**
 * licet without Node: in a browser, a worker, an editor. Say first where its data lies, with `useDataSource`;
 * repositories, configs and fixes are values, and what a run gives is one too.
 */
export { lint } from './core/lint.ts';
export type { LintOptions } from './core/lint.ts';
export { rules } from '../rules/index.ts';
export * from './core/rule.ts';
export { RULE_PAGES as rulePages, VERSION as version } from './core/version.ts';

export { dataDates } from './core/data/data-dates.ts';
export { DATA_FILES as dataFiles, useDataSource } from './core/data/data-source.ts';
export type { DataFile, DataSource } from './core/data/data-source.ts';
export { memoryData } from './core/data/sources/memory-data.ts';
export { piecedData } from './core/data/sources/pieced-data.ts';
export type { Piece, PiecedData, PieceIndex, Pieces } from './core/data/sources/pieced-data.ts';
export { rowOrder } from './core/data/sorted-table.ts';
export { catalogueOf, shippedCatalogue } from './core/data/catalogue.ts';
export type { Catalogue, Entry } from './core/data/catalogue.ts';
export { defineLicense } from './core/license/names/plugin-license.ts';
export type { LicenseFields } from './core/license/names/plugin-license.ts';

export { memoryRepo } from './core/read/memory-repo.ts';
export { overlaid } from './core/read/overlay-repo.ts';
export { wanted, type ReadAs } from './core/read/evidence-files.ts';
export { ReadError } from './core/read/read-error.ts';
export type { Repo, RepoName } from './core/model/repo.ts';
export type { Source } from './core/model/source.ts';
export type { Edit, Place } from './core/model/place.ts';

export { hubRepo, remoteTarget } from './core/hub/hub-repo.ts';
export type { HubAnswer, HubClient, HubRepo, HubWish, RemoteTarget } from './core/hub/hub-repo.ts';
export { hub as hubUpstreams, type HubLookUp } from './core/hub/hub-upstreams.ts';
export { failureOf, rateLimited, waitOf, type HubFailure } from './core/hub/response-status.ts';
export { stretchOf } from './core/hub/content-range.ts';

export { shippedUpstreams, type Known } from './core/resolve/shipped-upstreams.ts';
export type { RecordedFact } from './core/resolve/recorded-facts.ts';
export type { Upstreams } from './core/resolve/upstreams.ts';
export { LOCK_FILE as lockFile } from './core/resolve/lock/lock-name.ts';
export { parseLock, type Lock, type LockEntry, type LockRead } from './core/resolve/lock/lock.ts';
export { licenseOf, recordFacts, type RecordFacts } from './core/resolve/model-record.ts';
export type { Failure, Resolution } from './core/model/lineage.ts';
export type { Relation } from './core/model/relation.ts';

export { compat } from './core/license/compat/compat.ts';
export type { Answer, CompatNote, Verdict } from './core/license/compat/compat.ts';
export { identify, identityLabel, spdxOf, type Hints } from './core/license/names/identify.ts';

export { parseConfig } from './core/config/parse.ts';
export { configFrom } from './core/config/written-config.ts';
export { isIgnored, levelsAt, levelsFor } from './core/config/levels.ts';
export { presetLevels, PRESETS as presets } from './core/config/presets.ts';
export type { Level, Preset } from './core/config/presets.ts';
export type { Config, Policy } from './core/config/config.ts';
export { UsageError } from './core/model/usage-error.ts';

export { applyEdits, applyFixes, type AppliedFixes } from './core/evaluate/fixes/apply-fixes.ts';
export { baselineOf, beyond, parseBaseline, type Baseline } from './core/evaluate/baseline.ts';
export { placeOf } from './core/evaluate/evaluate.ts';
export type { Levels } from './core/evaluate/evaluate.ts';
export type { Finding, Severity } from './core/model/finding.ts';

export { disclose, isRead } from './core/disclosure/disclose.ts';
export { knownOf } from './core/disclosure/known-facts.ts';
export { dossierOf, type Dossier } from './core/disclosure/dossier/dossier.ts';
export { dossierWriter } from './core/disclosure/dossier/writers.ts';
export { reviewCheck } from './core/disclosure/review/review-check.ts';
export { reviewsOf } from './core/disclosure/review/review-file.ts';

export { formatNames, loadFormat } from './core/report/formats.ts';
export { documentOf } from './core/report/formats/json.ts';
export { findingViews, type FindingView } from './core/report/finding-view.ts';
export { lineagePicture } from './core/report/html/html-lineage.ts';
export { lineageOf, type Node as LineageNode } from './core/report/lineage.ts';
export { lineIndexes, type Position, type Span } from './core/report/line-index.ts';
export { totalsOf, type Totals } from './core/report/totals.ts';
export type { Formatter, OutputStyle, Report, Run } from './core/report/report.ts';
