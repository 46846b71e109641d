import { identityLabel } from '../license/names/identity-label.ts';
import { RELATION_WORDS } from '../evaluate/facts/terms/term-labels.ts';
import type { Finding } from '../model/finding.ts';
import type { Ancestor, RelationEvidence, Resolution } from '../model/lineage.ts';
import { lineIndexes } from './line-index.ts';
import type { Report } from './report.ts';

/** One model of a lineage, as every drawing of it needs it. */
export interface Node {
  readonly model: string;
  /** How the one below stands to it; undefined for the root. */
  readonly relation: string | undefined;
  /** What tells so, with the line where it stands; undefined further up, and where nothing does. */
  readonly evidence: string | undefined;
  /** The license in short, or why it is not known. */
  readonly license: string;
  readonly known: boolean;
  /** Where this repository names it (the first step only), and where its license was read. */
  readonly read: string | undefined;
  /** What is wrong at this node. */
  readonly findings: readonly Finding[];
  /** Of the root, how many findings of the repository were turned off, where some were. */
  readonly suppressed?: number;
  readonly children: readonly Node[];
}

/** The lineage of one repository as a tree: each upstream once, under the model that leads to it. */
export function lineageOf(report: Report): Node {
  const claimed = new Set<Finding>();
  const children = childrenOf(report, [], claimed, lineIndexes(report.sources));
  const own = report.findings.filter(
    (finding) => finding.severity !== 'info' && !claimed.has(finding) && finding.rule.includes('license'),
  );
  const off = report.suppressed?.length ?? 0;
  return {
    model: report.name,
    relation: undefined,
    evidence: undefined,
    license: report.declared ? report.declared.raw : 'no license declared',
    known: report.declared !== undefined,
    read: undefined,
    findings: own,
    ...(off === 0 ? {} : { suppressed: off }),
    children,
  };
}

function childrenOf(
  report: Report,
  path: readonly string[],
  claimed: Set<Finding>,
  lines: ReturnType<typeof lineIndexes>,
): Node[] {
  const here = report.ancestors.filter(
    (ancestor) =>
      ancestor.path.length === path.length + 1 &&
      path.every((model, index) => ancestor.path[index]?.to === model),
  );
  return here.map((ancestor) => {
    const findings = report.findings.filter((finding) => about(finding, ancestor));
    for (const finding of findings) claimed.add(finding);
    const { resolution } = ancestor;
    const by = path.length === 0 ? ancestor.path[0].by : undefined;
    const place = path.length === 0 ? ancestor.claims[0].place.file : undefined;
    const today =
      resolution.is === 'found' && resolution.canonical !== ancestor.model ? resolution.canonical : undefined;
    const from =
      resolution.is === 'found' && resolution.from !== 'name'
        ? `${resolution.from}${resolution.asOf ? ` ${resolution.asOf}` : ''}${beforeIn(resolution)}` +
          (resolution.recorded ? ` (${knownBy(resolution.recorded)})` : '')
        : undefined;
    return {
      model: ancestor.model,
      relation: RELATION_WORDS[ancestor.path[ancestor.path.length - 1]?.relation ?? 'unsaid'],
      evidence: by && evidenceOf(by, lines),
      license: resolution.is === 'found' ? identityLabel(resolution.license) : `unknown (${resolution.why})`,
      known: resolution.is === 'found' && resolution.license.is !== 'unknown',
      read:
        [today && `on the Hub ${today}`, place && `named in ${place}`, from && `license from ${from}`]
          .filter((one) => one)
          .join(', ') || undefined,
      findings,
      children: childrenOf(report, [...path, ancestor.model], claimed, lines),
    };
  });
}

/**
 * `, as of 2026-08`, behind the license of an upstream: how old the reading is, that it is of others of its
 * series, and what stood there before. Nothing for a license that was read off the model's own name.
 */
export function datedIn(resolution: Resolution): string {
  if (resolution.is !== 'found' || resolution.from === 'name' || resolution.asOf === '') return '';
  const { from, asOf } = resolution;
  return `${from === 'series' ? ', like its series' : ''}, as of ${asOf}${beforeIn(resolution)}`;
}

/** `; apache-2.0 as of 2025-06`, where the maker of a model changed its license. */
const beforeIn = ({ earlier }: Extract<Resolution, { is: 'found' }>) =>
  earlier === undefined ? '' : `; ${earlier.license} as of ${earlier.asOf}`;

/** How a team knows of a fact that it recorded. */
export function knownBy({
  reason,
  reviewer,
}: {
  readonly reason: string;
  readonly reviewer?: string;
}): string {
  return reviewer === undefined ? reason : `${reason}, reviewed by ${reviewer}`;
}

/** `the tag `lora` (README.md:7, likely)`: what tells a relation, and where it stands. */
export function evidenceOf(
  { words, place, confidence }: RelationEvidence,
  lines: ReturnType<typeof lineIndexes>,
): string {
  const line = place && lines(place)?.start.line;
  const likely = confidence === 'certain' ? [] : [confidence];
  if (place === undefined || line === undefined) return [words, ...likely.map((one) => `(${one})`)].join(' ');
  return words.includes(place.file)
    ? [words.replace(place.file, `${place.file}:${line}`), ...likely.map((one) => `(${one})`)].join(' ')
    : `${words} (${[`${place.file}:${line}`, ...likely].join(', ')})`;
}

function about(finding: Finding, ancestor: Ancestor): boolean {
  if (finding.severity === 'info') return false;
  const upstream = finding.obligation?.ancestor ?? finding.upstream;
  if (upstream) return upstream.model === ancestor.model;
  return (
    'kind' in finding.at &&
    finding.at.kind === 'upstream' &&
    ancestor.path.length === 1 &&
    ancestor.claims.some((claim) => claim === finding.at)
  );
}
